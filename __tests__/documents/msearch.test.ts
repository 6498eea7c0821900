import { describeDocuments, errorOf, lines } from './describe-documents.js';

describeDocuments('msearch', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/books/_doc/1', { n: 1 });
    await given.call('PUT', '/films/_doc/2', { n: 2 });
  });

  const msearch = (path: string, ...items: readonly unknown[]) => given.call('POST', path, lines(...items));

  it('answers each search in its place, errors included (ES: RestMultiSearchAction)', async () => {
    const answer = await msearch(
      '/books/_msearch?rest_total_hits_as_int=true',
      {},
      { query: { match_all: {} } },
      { index: ['films', 'books'] },
      {},
      { index: 'nope' },
      {},
      { index: 'nope', ignore_unavailable: true },
      '',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      took: 1,
      responses: [
        { hits: { total: 1 }, status: 200 },
        { hits: { total: 2 }, status: 200 },
        { error: { type: 'index_not_found_exception', root_cause: [{ index: 'nope' }] }, status: 404 },
        { hits: { total: 0 }, status: 200 },
      ],
    });
  });

  it('finds points in time, and notes what it does not emulate', async () => {
    const { id } = (await given.call('POST', '/books/_pit?keep_alive=1m')).body as { id: string };
    const answer = await msearch('/_msearch', {}, { pit: { id } }, {}, { collapse: { field: 'n' } });
    expect(answer.status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('search option [collapse]');
    expect((await msearch('/_msearch', {}, { pit: { id } })).body).toMatchObject({
      responses: [{ pit_id: id, hits: { total: { value: 1 } } }],
    });
  });

  it('refuses a point in time beside an index as a whole (ES: RestMultiSearchAction)', async () => {
    const { id } = (await given.call('POST', '/books/_pit?keep_alive=1m')).body as { id: string };
    const answer = await msearch('/_msearch', {}, {}, { index: 'books' }, { pit: { id } });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)[1]).toContain('[indices] cannot be used with point in time.');
  });

  it('refuses invalid searches as a whole, all of them at once (ES: MultiSearchRequest.validate)', async () => {
    const invalid = { sort: '_shard_doc' };
    const answer = await msearch('/books/_msearch', {}, {}, {}, invalid, {}, invalid);
    const message = '[_shard_doc] sort field cannot be used without [point in time]';
    expect(answer.status).toBe(400);
    expect(errorOf(answer)[1]).toBe(`Validation Failed: 1: ${message};2: ${message};`);
  });

  it.each([
    [
      '{}\n{}',
      'illegal_argument_exception',
      String.raw`The msearch request must be terminated by a newline [\n]`,
    ],
    ['{"x":1}\n{}\n', 'illegal_argument_exception', 'key [x] is not supported in the metadata section'],
    ['\n', 'action_request_validation_exception', 'Validation Failed: 1: no requests added;'],
    ['{}\n{"foo":1}\n', 'parsing_exception', 'Unknown key for a VALUE_NUMBER in [foo].'],
    ['', 'parse_exception', 'request body or source parameter is required'],
  ])('%j is refused as a whole (ES: MultiSearchRequest)', async (body, type, reason) => {
    const answer = await given.call('POST', '/_msearch', body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });
});

describeDocuments('searches through aliases with a filter', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/books', {
      aliases: {
        all: {},
        old: { filter: { range: { year: { lt: 1900 } } } },
        dune: { filter: { term: { year: 1965 } } },
      },
    });
    await given.call('PUT', '/books/_doc/1', { year: 1815 });
    await given.call('PUT', '/books/_doc/2', { year: 1965 });
    await given.call('PUT', '/books/_doc/3', { year: 2001 });
  });

  it.each([
    ['old', 1],
    ['old,dune', 2],
    ['old,all', 3],
    ['old,books', 3],
    ['o*', 1],
    ['b*', 3],
  ])('%s sees %d documents (ES: IndexNameExpressionResolver)', async (expression, expected) => {
    expect((await given.call('GET', `/${expression}/_count`)).body).toMatchObject({ count: expected });
    expect((await given.call('GET', `/${expression}/_search`)).body).toMatchObject({
      hits: { total: { value: expected } },
    });
  });

  it('deletes through one what it shows', async () => {
    await given.call('POST', '/old/_delete_by_query', { query: { match_all: {} } });
    expect((await given.call('GET', '/books/_count')).body).toMatchObject({ count: 2 });
  });
});
