import { describeDocuments, errorOf, lines } from './describe-documents.js';

interface Page {
  readonly _scroll_id: string;
  readonly pit_id: string;
  readonly hits: {
    readonly total: unknown;
    readonly hits: readonly { readonly _id: string; readonly sort?: unknown }[];
  };
}

const five = lines(
  ...['1', '2', '3', '4', '5'].flatMap((id) => [{ index: { _index: 'books', _id: id } }, { n: Number(id) }]),
);

describeDocuments('scroll', (given) => {
  beforeEach(() => given.call('POST', '/_bulk', five));

  const open = async () =>
    (await given.call('POST', '/books/_search?scroll=1m', { size: 2, sort: '_doc' })).body as Page;
  const next = (id: string) => given.call('POST', '/_search/scroll', { scroll_id: id, scroll: '1m' });
  const ids = (page: Page) => page.hits.hits.map(({ _id }) => _id);

  it('reads all pages of what was there, whatever is written meanwhile (rest-layer B.9, Scroll)', async () => {
    const first = await open();
    expect(Object.keys(first)[0]).toBe('_scroll_id');
    await given.call('PUT', '/books/_doc/6', {});
    await given.call('DELETE', '/books/_doc/3');
    await given.call('PUT', '/books/_doc/4', { n: 'new' });
    const second = (await next(first._scroll_id)).body as Page;
    expect(second.hits.hits).toMatchObject([{ _id: '3' }, { _id: '4', _source: { n: 4 } }]);
    const third = (await next(first._scroll_id)).body as Page;
    const fourth = (await next(first._scroll_id)).body as Page;
    expect([ids(first), ids(second), ids(third), ids(fourth)]).toEqual([['1', '2'], ['3', '4'], ['5'], []]);
    expect(fourth.hits.total).toEqual({ value: 5, relation: 'eq' });
  });

  it('takes the id from the path or the URL too, and gives plain totals (rest-layer B.9, Scroll)', async () => {
    const { _scroll_id: id } = await open();
    const byPath = await given.call('GET', `/_search/scroll/${id}?scroll=1m&rest_total_hits_as_int=true`);
    expect(byPath.body).toMatchObject({ hits: { total: 5 } });
    expect(ids((await given.call('GET', `/_search/scroll?scroll_id=${id}`)).body as Page)).toEqual(['5']);
  });

  it('lives on the clock of the fake, from its last use (rest-layer B.9, Scroll)', async () => {
    const { _scroll_id: id } = await open();
    given.es.clock.advance({ seconds: 50 });
    expect((await next(id)).status).toBe(200);
    given.es.clock.advance({ seconds: 50 });
    expect((await next(id)).status).toBe(200);
    given.es.clock.advance({ seconds: 61 });
    const late = await next(id);
    expect(late.status).toBe(404);
    expect(late.body).toMatchObject({
      error: {
        type: 'search_phase_execution_exception',
        root_cause: [{ type: 'search_context_missing_exception' }],
        failed_shards: [{ shard: -1, index: null }],
      },
    });
  });

  it('is cleared once (rest-layer B.9, Scroll)', async () => {
    const { _scroll_id: id } = await open();
    const clear = (body: unknown) => given.call('DELETE', '/_search/scroll', body);
    expect((await clear({ scroll_id: id })).text).toBe('{"succeeded":true,"num_freed":1}');
    const again = await clear({ scroll_id: [id] });
    expect([again.status, again.text]).toEqual([404, '{"succeeded":true,"num_freed":0}']);
    expect((await next(id)).status).toBe(404);
    await open();
    await open();
    expect((await given.call('DELETE', '/_search/scroll/_all')).body).toEqual({
      succeeded: true,
      num_freed: 2,
    });
  });

  it('belongs to a snapshot of the fake', async () => {
    const { _scroll_id: id } = await open();
    const taken = given.es.snapshot();
    await next(id);
    given.es.restore(taken);
    expect(ids((await next(id)).body as Page)).toEqual(['3', '4']);
    given.es.reset();
    expect((await next(id)).status).toBe(404);
  });

  it.each([
    ['POST', '', 'action_request_validation_exception', 'Validation Failed: 1: scrollId is missing;'],
    ['POST', { scroll_id: 'x' }, 'illegal_argument_exception', 'Cannot parse scroll id'],
    [
      'POST',
      { x: 1 },
      'illegal_argument_exception',
      'Unknown parameter [x] in request body or parameter is of the wrong type[VALUE_NUMBER] ',
    ],
    ['POST', '[]', 'illegal_argument_exception', 'Malformed content, must start with an object'],
    ['DELETE', '', 'action_request_validation_exception', 'Validation Failed: 1: no scroll ids specified;'],
    ['DELETE', { scroll_id: ['x'] }, 'illegal_argument_exception', 'Cannot parse scroll id'],
    [
      'DELETE',
      { scroll_id: {} },
      'illegal_argument_exception',
      'scroll_id element should only contain scroll_id',
    ],
    [
      'DELETE',
      { scroll_id: [{}] },
      'illegal_argument_exception',
      'scroll_id array element should only contain scroll_id',
    ],
  ])('refuses %s %j (rest-layer B.9, Scroll)', async (method, body, type, reason) => {
    const answer = await given.call(method, '/_search/scroll', body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });
});

describeDocuments('point in time', (given) => {
  beforeEach(() => given.call('POST', '/_bulk', five));

  const open = async () =>
    ((await given.call('POST', '/books/_pit?keep_alive=1m')).body as { id: string }).id;
  const search = (body: object) => given.call('POST', '/_search', body);

  it('opens with an id and the shards behind it (rest-layer B.9, PIT)', async () => {
    const answer = await given.call('POST', '/books/_pit?keep_alive=1m');
    expect(answer.text).toMatch(
      /^\{"id":"[^"]+","_shards":\{"total":1,"successful":1,"skipped":0,"failed":0\}\}$/,
    );
  });

  it('shows what was there, page by page with its own tiebreaker (rest-layer B.9, PIT)', async () => {
    const id = await open();
    await given.call('PUT', '/books/_doc/0', { n: 0 });
    await given.call('DELETE', '/books/_doc/2');
    const seen: string[] = [];
    let after: unknown;
    for (let page = 0; page < 3; page += 1) {
      const body = (
        await search({
          pit: { id },
          size: 2,
          sort: [{ n: 'asc' }],
          ...(after ? { search_after: after } : {}),
        })
      ).body as Page;
      expect(body.pit_id).toBe(id);
      seen.push(...body.hits.hits.map(({ _id }) => _id));
      after = body.hits.hits.at(-1)?.sort;
      expect(after).toHaveLength(2);
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  it('goes without its tiebreaker after values that have none (ES: SearchRequest.rewrite)', async () => {
    const id = await open();
    const after = (values: unknown[]) =>
      search({ pit: { id }, size: 2, sort: [{ n: 'asc' }], search_after: values });
    const page = (await after([1])).body as Page;
    expect(page.hits.hits).toMatchObject([
      { _id: '2', sort: [2] },
      { _id: '3', sort: [3] },
    ]);
    expect((await after([1, 0, 0])).text).toContain('search_after has 3 value(s) but sort has 1.');
  });

  it('expires by the clock, unless a search prolongs it, and closes once (rest-layer B.9, PIT)', async () => {
    const id = await open();
    given.es.clock.advance({ seconds: 50 });
    expect((await search({ pit: { id, keep_alive: '5m' } })).status).toBe(200);
    given.es.clock.advance({ seconds: 200 });
    expect((await given.call('DELETE', '/_pit', { id })).text).toBe('{"succeeded":true,"num_freed":1}');
    expect((await given.call('DELETE', '/_pit', { id })).status).toBe(404);
    expect((await search({ pit: { id } })).status).toBe(404);
  });

  it('takes nothing for its id that is none (ES: SearchContextId.decode)', async () => {
    const answer = await given.call('DELETE', '/_pit', { id: 'garbage' });
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual(['illegal_argument_exception', 'invalid id: [garbage]']);
  });

  it.each([
    ['POST', '/books/_pit', undefined, 'Validation Failed: 1: [keep_alive] is not specified;'],
    [
      'POST',
      '/books/_search',
      { pit: { id: 'PIT' } },
      'Validation Failed: 1: [indices] cannot be used with point in time. ' +
        'Do not specify any index with point in time.;',
    ],
    [
      'POST',
      '/_search?scroll=1m',
      { pit: { id: 'PIT' } },
      'Validation Failed: 1: using [point in time] is not allowed in a scroll context;',
    ],
    ['DELETE', '/_pit', { id: '' }, 'Validation Failed: 1: reader id must be specified;'],
    [
      'POST',
      '/books/_search',
      { sort: ['n', { _shard_doc: 'desc' }] },
      'Validation Failed: 1: [_shard_doc] sort field cannot be used without [point in time];',
    ],
    [
      'POST',
      '/books/_delete_by_query',
      { query: { match_all: {} }, sort: '_shard_doc' },
      'Validation Failed: 1: [_shard_doc] sort field cannot be used without [point in time];',
    ],
  ])('refuses %s %s %j (rest-layer B.9, PIT)', async (method, path, body, reason) => {
    const answer = await given.call(method, path, body && JSON.stringify(body).replace('PIT', await open()));
    expect(errorOf(answer)).toEqual(['action_request_validation_exception', reason]);
  });
});

describeDocuments('sliced scrolls (ES: SliceBuilder, TermsSliceQuery)', (given) => {
  const slice = async (index: string, asked: object) =>
    given.call('POST', `/${index}/_search?scroll=1m`, { slice: asked, sort: ['n'] });
  const ids = async (index: string, asked: object) => {
    const { hits } = (await slice(index, asked)).body as { hits: { hits: { _id: string }[] } };
    return hits.hits.map(({ _id }) => _id);
  };

  it('share the shards out (ES: 12_slices)', async () => {
    await given.call('PUT', '/wide', { settings: { number_of_shards: 5, number_of_routing_shards: 5 } });
    for (const n of [1, 2, 3, 4]) await given.call('PUT', `/wide/_doc/${n}`, { n });
    expect(await ids('wide', { id: '0', max: 2 })).toEqual(['2', '3', '4']);
    expect(await ids('wide', { id: 1, max: 2, field: 'n' })).toEqual(['1']);
  });

  it('share the ids of a shard out, of every kind', async () => {
    const all = ['1', '22', 'abc', 'abcd', 'aQ', 'Ä ö', '__-_', '333'];
    for (const [n, id] of all.entries())
      await given.call('PUT', `/books/_doc/${encodeURIComponent(id)}`, { n });
    const shares = [await ids('books', { id: 0, max: 3 }), await ids('books', { id: 1, max: 3 })];
    shares.push(await ids('books', { id: 2, max: 3 }));
    expect(shares.flat().toSorted()).toEqual(all.toSorted());
  });

  it.each([
    [{ id: -1, max: 2 }, 'id must be greater than or equal to 0'],
    [{ id: 0, max: 1 }, 'max must be greater than 1'],
    [{ id: 2, max: 2 }, 'max must be greater than id'],
  ])('are not %j', async (asked, reason) => {
    await given.call('PUT', '/books');
    expect(await slice('books', asked)).toMatchObject({
      status: 400,
      body: { error: { type: 'x_content_parse_exception', caused_by: { reason } } },
    });
  });

  it('are no more than the index lets be', async () => {
    await given.call('PUT', '/books/_doc/1', { n: 1 });
    const { status, text } = await slice('books', { id: 0, max: 1025 });
    expect(status).toBe(400);
    expect(text).toContain('The number of slices [1025] is too large. It must be less than [1024].');
    await given.call('PUT', '/books/_settings', { 'index.max_slices_per_scroll': 1025 });
    expect((await slice('books', { id: 0, max: 1025 })).status).toBe(200);
  });

  it('by a field or of a point in time are refused within a shard', async () => {
    await given.call('PUT', '/books/_doc/1', { n: 1 });
    expect((await slice('books', { id: 0, max: 2, field: 'n' })).status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('slices by a field');
  });
});
