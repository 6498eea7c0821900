import { describeDocuments, errorOf, lines } from './describe-documents.js';

describeDocuments('delete_by_query and update_by_query', (given) => {
  beforeEach(() =>
    given.call(
      'POST',
      '/_bulk',
      lines(...[1, 2, 3].flatMap((n) => [{ index: { _index: 'books', _id: `${n}` } }, { n }])),
    ),
  );

  it('deletes what a query finds, and tells how (rest-layer B.11)', async () => {
    const answer = await given.call('POST', '/books/_delete_by_query', {
      query: { range: { n: { gte: 2 } } },
    });
    expect(answer.text).toBe(
      '{"took":1,"timed_out":false,"total":2,"deleted":2,"batches":1,"version_conflicts":0,"noops":0,' +
        '"retries":{"bulk":0,"search":0},"throttled_millis":0,"requests_per_second":-1,"throttled_until_millis":0,' +
        '"failures":[]}',
    );
    expect((await given.call('GET', '/books/_count')).body).toMatchObject({ count: 1 });
  });

  it('writes documents anew, with or without a query (rest-layer B.11)', async () => {
    const answer = await given.call('POST', '/books/_update_by_query');
    expect(answer.body).toMatchObject({ total: 3, updated: 3, deleted: 0 });
    expect(given.es.document('books', '1')?._version).toBe(2);
  });

  it('works in rounds, and up to a number of documents (rest-layer B.11)', async () => {
    const update = async (query: string, body?: unknown) =>
      (await given.call('POST', `/books/_update_by_query?${query}`, body)).body as unknown;
    expect(await update('scroll_size=2')).toMatchObject({ batches: 2, updated: 3 });
    expect(await update('max_docs=1')).toMatchObject({ total: 1, updated: 1 });
    expect(await update('', { max_docs: 2, conflicts: 'proceed' })).toMatchObject({ total: 2 });
    expect(await update('q=n:3')).toMatchObject({ total: 1 });
  });

  it.each([
    ['scroll_size=0', {}, 'Validation Failed: 1: [size] cannot be [0] in a scroll context;'],
    ['', { size: 0 }, 'Validation Failed: 1: [size] cannot be [0] in a scroll context;'],
    ['scroll_size=-1', {}, '[size] parameter cannot be negative, found [-1]'],
    ['max_docs=0', {}, '[max_docs] should be >= [slices]'],
  ])('works in no rounds of nothing: %s %j (ES: `AbstractBulkByScrollRequest`)', async (query, body, why) => {
    const answer = await given.call('POST', `/books/_update_by_query?${query}`, body);
    expect(answer).toMatchObject({ status: 400, body: { error: { reason: why } } });
  });

  it('tells how fast it was to be (ES: `BulkByScrollTask.Status`)', async () => {
    const update = async (query: string) =>
      (await given.call('POST', `/books/_update_by_query?${query}`)).body as unknown;
    expect(await update('')).toMatchObject({ requests_per_second: -1 });
    expect(await update('requests_per_second=-1')).toMatchObject({ requests_per_second: -1 });
    expect(await update('requests_per_second=2.5')).toMatchObject({ requests_per_second: 2.5 });
  });

  it('counts the time that it was to wait (ES: `WorkerBulkByScrollTaskState`)', async () => {
    const update = async (query: string) =>
      (await given.call('POST', `/books/_update_by_query?${query}`)).body as unknown;
    expect(await update('requests_per_second=2&scroll_size=2')).toMatchObject({
      batches: 2,
      throttled_millis: 1500,
    });
    expect(await update('requests_per_second=2&scroll_size=2&max_docs=2')).toMatchObject({
      throttled_millis: 0,
    });
    expect(await update('requests_per_second=0.0001')).toMatchObject({ throttled_millis: 3_600_000 });
  });

  it('shares the documents out among slices (ES: `SliceBuilder`, `BulkByScrollTask`)', async () => {
    const { body } = await given.call('POST', '/books/_update_by_query?slices=2&requests_per_second=10');
    const { slices, ...all } = body as { slices: { total: number }[] };
    expect(all).toMatchObject({ total: 3, updated: 3, requests_per_second: 10 });
    expect(Object.keys(body as object).slice(-2)).toEqual(['slices', 'failures']);
    expect(slices).toMatchObject([
      { slice_id: 0, requests_per_second: 5 },
      { slice_id: 1, requests_per_second: 5, throttled_until_millis: 0 },
    ]);
    expect(slices.reduce((sum, { total }) => sum + total, 0)).toBe(3);
  });

  it('takes one slice by hand', async () => {
    const share = async (id: number) =>
      (await given.call('POST', '/books/_update_by_query', { slice: { id, max: 2 } })).body as {
        updated: number;
      };
    expect((await share(0)).updated + (await share(1)).updated).toBe(3);
  });

  it('makes a slice of each shard, or none of the only one', async () => {
    const auto = async (index: string) =>
      (await given.call('POST', `/${index}/_update_by_query?slices=auto`)).body as object;
    expect(await auto('books')).not.toHaveProperty('slices');
    await given.call('PUT', '/wide', { settings: { number_of_shards: 5, number_of_routing_shards: 5 } });
    for (const id of ['1', '2', '3', '4']) await given.call('PUT', `/wide/_doc/${id}`, {});
    expect(await auto('wide')).toMatchObject({ total: 4, slices: { length: 5 } });
  });

  it('deletes through no pipeline (ES: `RestDeleteByQueryAction`)', async () => {
    const query = { query: { match_all: {} } };
    expect(await given.call('POST', '/books/_delete_by_query?pipeline=p', query)).toMatchObject({
      status: 400,
      body: { error: { reason: expect.stringContaining('unrecognized parameter: [pipeline]') } },
    });
  });

  it('names the script in the root cause too (rest-layer A.6)', async () => {
    const { body } = await given.call('POST', '/books/_update_by_query', { script: 'x' });
    expect(body.error.root_cause).toMatchObject([
      { type: 'script_exception', script: 'x', lang: 'painless' },
    ]);
  });

  it('gives the id of a task to those who do not wait (rest-layer B.11)', async () => {
    const answer = await given.call('POST', '/books/_update_by_query?wait_for_completion=false');
    expect((answer.body as { task: string }).task).toMatch(/^.+:\d+$/);
  });

  it('passes a missing index over, or misses it (rest-layer B.11)', async () => {
    const clean = (query: string) =>
      given.call('POST', `/nope/_delete_by_query${query}`, { query: { match_all: {} } });
    expect((await clean('?ignore_unavailable=true')).body).toMatchObject({
      total: 0,
      batches: 0,
      failures: [],
    });
    expect((await clean('')).status).toBe(404);
  });

  it.each([
    [
      '/books/_delete_by_query',
      {},
      'action_request_validation_exception',
      'Validation Failed: 1: query is missing;',
    ],
    [
      '/books/_update_by_query',
      { stored_fields: ['_id'] },
      'action_request_validation_exception',
      'Validation Failed: 1: stored_fields is not supported in this context;',
    ],
    [
      '/far:books/_update_by_query',
      {},
      'action_request_validation_exception',
      'Validation Failed: 1: Cross-cluster calls are not supported in this context but remote indices were ' +
        'requested: [far:books];',
    ],
    [
      '/books/_update_by_query?conflicts=cat',
      {},
      'illegal_argument_exception',
      'conflicts may only be "proceed" or "abort" but was [cat]',
    ],
    [
      '/books/_update_by_query?size=4',
      {},
      'illegal_argument_exception',
      'invalid parameter [size], use [max_docs] instead',
    ],
    [
      '/books/_update_by_query?max_docs=-4',
      {},
      'illegal_argument_exception',
      '[max_docs] parameter cannot be negative, found [-4]',
    ],
    [
      '/books/_update_by_query?max_docs=5',
      { max_docs: 4 },
      'illegal_argument_exception',
      '[max_docs] set to two different values [4] and [5]',
    ],
    [
      '/books/_update_by_query?max_docs=1&slices=2',
      {},
      'illegal_argument_exception',
      '[max_docs] should be >= [slices]',
    ],
    [
      '/books/_update_by_query?slices=0',
      {},
      'illegal_argument_exception',
      '[slices] must be a positive integer or the string "auto", but was [0]',
    ],
    [
      '/books/_update_by_query?requests_per_second=0',
      {},
      'illegal_argument_exception',
      '[requests_per_second] must be a float greater than 0. Use -1 to disable throttling.',
    ],
    [
      '/books/_update_by_query?scroll_size=asdf',
      {},
      'illegal_argument_exception',
      'Failed to parse int parameter [scroll_size] with value [asdf]',
    ],
    ['/books/_update_by_query', { script: 'x' }, 'script_exception', 'compile error'],
  ])('refuses %s %j (rest-layer B.11)', async (path, body, type, reason) => {
    const answer = await given.call('POST', path, body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });
});
