import { describeAdapters, plainError, type Conformance } from '../describe-adapters.js';
import { validationFailure } from './failures.js';

interface Listed {
  readonly count: number;
  readonly results: readonly { readonly id: string }[];
}

const idsOf = ({ results }: Listed): string[] => results.map(({ id }) => id);

async function seedThree(given: Conformance): Promise<void> {
  const put = (id: string, body: unknown) => given.call('PUT', `/_connector/${id}`, body);
  await put('a', {
    index_name: 'search-1-test',
    name: 'my-connector-1',
    service_type: 'super-connector',
    description: 'The Quick-brown fox',
  });
  await put('c', { index_name: 'search-3-test', name: 'my-connector-3', service_type: 'super-connector' });
  await put('b', {
    index_name: 'content-search-2-test',
    name: 'my-connector-2',
    service_type: 'extra-connector',
    is_native: true,
  });
}

describeAdapters('connector.list', (given) => {
  const list = async (query = '') => (await given.call('GET', `/_connector${query}`)).body as Listed;

  it('is empty before there is an index (connectors §3.3)', async () => {
    expect(await given.call('GET', '/_connector')).toMatchObject({
      status: 200,
      body: { count: 0, results: [] },
    });
    expect(await list('?from=9999&size=2')).toEqual({ count: 0, results: [] });
  });

  it('sorts by index name and renders each as GET does, count first (connectors §2.3, §3.3)', async () => {
    await seedThree(given);
    const listed = await list();
    expect(Object.keys(listed)).toEqual(['count', 'results']);
    expect(listed.count).toBe(3);
    expect(idsOf(listed)).toEqual(['b', 'a', 'c']);
    expect(listed.results[1]).toEqual((await given.call('GET', '/_connector/a')).body);
    expect(await list()).toEqual((await given.call('GET', '/_connector/')).body);
  });

  it('puts connectors without index last, in order of creation (connectors §3.3)', async () => {
    await given.call('PUT', '/_connector/none-2', {});
    await given.call('PUT', '/_connector/none-1', {});
    await seedThree(given);
    expect(idsOf(await list())).toEqual(['b', 'a', 'c', 'none-2', 'none-1']);
  });

  it('pages; the count is of all (connectors §3.3)', async () => {
    await seedThree(given);
    expect(await list('?from=1')).toMatchObject({ count: 3, results: [{ id: 'a' }, { id: 'c' }] });
    expect(await list('?size=2')).toMatchObject({ count: 3, results: [{ id: 'b' }, { id: 'a' }] });
    expect(await list('?from=1&size=1')).toMatchObject({ count: 3, results: [{ id: 'a' }] });
    expect(await list('?size=0')).toEqual({ count: 3, results: [] });
    expect(await list('?query=my-&from=1&size=1')).toMatchObject({ count: 3, results: [{ id: 'a' }] });
  });

  it('shows 100 at a time unless told otherwise (connectors §3.3)', async () => {
    for (let at = 0; at < 101; at += 1) await given.call('PUT', `/_connector/${at}`, {});
    const { count, results } = await list();
    expect([count, results.length]).toEqual([101, 100]);
  });

  it.each([
    ['?index_name=search-1-test', ['a']],
    ['?index_name=search-1-test,content-search-2-test', ['b', 'a']],
    ['?connector_name=my-connector-1', ['a']],
    ['?connector_name=my-connector-1,my-connector-2', ['b', 'a']],
    ['?connector_name=MY-CONNECTOR-1', []],
    ['?connector_name=my-connector-1,my-connector-2&index_name=content-search-2-test', ['b']],
    ['?service_type=super-connector', ['a', 'c']],
    ['?service_type=super-connector,extra-connector', ['b', 'a', 'c']],
    ['?service_type=nope', []],
    ['?index_name=&connector_name=&service_type=&query=', ['b', 'a', 'c']],
    ['?query=my-connector-1', ['a']],
    ['?query=my-connector', ['b', 'a', 'c']],
    ['?query=search-3-test', ['c']],
    ['?query=search-', ['b', 'a', 'c']],
    ['?query=my*3', ['c']],
    ['?query=connector-%3F', ['b', 'a', 'c']],
    ['?query=MY-', []],
    ['?query=quick', ['a']],
    ['?query=Quick', []],
    ['?query=quick-brown', []],
    ['?query=row', ['a']],
    ['?query=search&service_type=super-connector', ['a', 'c']],
  ])('filters by %s (connectors §3.3)', async (query, ids) => {
    await seedThree(given);
    const listed = await list(query);
    expect(idsOf(listed)).toEqual(ids);
    expect(listed.count).toBe(ids.length);
  });

  it('leaves soft-deleted connectors out unless they are asked for (connectors §3.3)', async () => {
    await seedThree(given);
    expect((await list('?include_deleted=true')).count).toBe(3);
    await given.call('DELETE', '/_connector/a');
    expect(idsOf(await list())).toEqual(['b', 'c']);
    expect(idsOf(await list('?query=my'))).toEqual(['b', 'c']);
    const all = await list('?include_deleted');
    expect(idsOf(all)).toEqual(['b', 'a', 'c']);
    expect(all.results[1]).toMatchObject({ deleted: true });
  });

  it.each([
    ['?from=-1', 'Parameter [from] cannot be < 0'],
    ['?size=-1', 'Parameter [size] cannot be < 0'],
    ['?include_deleted=no', 'Failed to parse value [no] as only [true] or [false] are allowed.'],
    ['?name=x', 'request [/_connector] contains unrecognized parameter: [name]'],
  ])('refuses %s (connectors §3.3)', async (query, reason) => {
    expect(await given.call('GET', `/_connector${query}`)).toMatchObject({
      status: 400,
      body: plainError(400, 'illegal_argument_exception', reason),
    });
  });

  it('names a number that is none (connectors §3.3)', async () => {
    expect((await given.call('GET', '/_connector?from=x')).body).toMatchObject({
      error: { reason: 'Failed to parse int parameter [from] with value [x]' },
      status: 400,
    });
  });

  it('checks every index name (connectors §3.3)', async () => {
    const failure = (name: string) =>
      `[${name}] org.elasticsearch.indices.InvalidIndexNameException: Invalid index name [${name}], must not start with '_', '-', or '+'`;
    const body: unknown = (await given.call('GET', '/_connector?index_name=_a,ok,-b')).body;
    expect(body).toEqual(validationFailure(failure('_a'), failure('-b')));
  });

  it('keeps to the result window of a search (rest-layer B.9)', async () => {
    await seedThree(given);
    expect((await given.call('GET', '/_connector?from=9999&size=1')).status).toBe(200);
    expect(await given.call('GET', '/_connector?from=9999&size=2')).toMatchObject({
      status: 400,
      body: { error: { type: 'search_phase_execution_exception' } },
    });
  });
});

describeAdapters(
  'connector.list before 9.0',
  (given) => {
    it('does not know include_deleted (connectors §9)', async () => {
      await seedThree(given);
      await given.call('DELETE', '/_connector/a');
      expect(((await given.call('GET', '/_connector')).body as Listed).count).toBe(2);
      expect((await given.call('GET', '/_connector?include_deleted=true')).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'request [/_connector] contains unrecognized parameter: [include_deleted]',
        ),
      );
    });
  },
  { version: '8.15.0' },
);
