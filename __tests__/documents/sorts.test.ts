import { describeDocuments, errorOf, lines } from './describe-documents.js';

const rootCause = ({ body }: { readonly body: unknown }) =>
  (body as { error: { root_cause: { type: string; reason: string }[] } }).error.root_cause[0];

describeDocuments('sorts', (given) => {
  const post = (path: string, body: unknown) =>
    given.call('POST', `${path}?filter_path=hits.hits._id,hits.hits.sort,hits.hits.fields`, body);
  const hit = (id: string, sort: string) => `{"_id":"${id}","sort":[${sort}]}`;
  const hits = (...shown: string[]) => `{"hits":{"hits":[${shown.join(',')}]}}`;

  describe('by metadata', () => {
    beforeEach(async () => {
      await given.call('PUT', '/b/_doc/1', { n: 1 });
      await given.call('PUT', '/a/_doc/2', { n: 1 });
      await given.call('PUT', '/a/_doc/3', { n: 1 });
      await given.call('PUT', '/a/_doc/2', { n: 2 });
    });

    it.each([
      [
        [{ _index: 'desc' }, '_seq_no'],
        [hit('1', '"b",0'), hit('3', '"a",1'), hit('2', '"a",2')],
      ],
      [
        [{ _version: 'desc' }, { _index: 'asc' }],
        [hit('2', '2,"a"'), hit('3', '1,"a"'), hit('1', '1,"b"')],
      ],
    ])('%j (ES: IndexFieldMapper, SeqNoFieldMapper, VersionFieldMapper)', async (sort, expected) => {
      expect((await post('/a,b/_search', { sort })).text).toBe(hits(...expected));
    });

    it('can be gone on from', async () => {
      const asked = { sort: ['_seq_no'], search_after: [1] };
      expect((await post('/a/_search', asked)).text).toBe(hits(hit('2', '2')));
    });

    it.each([
      [
        '_id',
        'Fielddata access on the _id field is disallowed, you can re-enable it by updating the dynamic cluster ' +
          'setting: indices.id_field_data.enabled',
      ],
      ['_routing', 'Fielddata is not supported on field [_routing] of type [_routing]'],
    ])('%s is refused (ES: IdFieldMapper, MappedFieldType)', async (field, reason) => {
      const answer = await given.call('POST', '/a/_search', { sort: [field] });
      expect([answer.status, rootCause(answer)]).toEqual([
        400,
        { type: 'illegal_argument_exception', reason },
      ]);
    });

    it('are aggregated, too', async () => {
      const aggs = { places: { terms: { field: '_index', order: { _key: 'desc' } } } };
      const { body } = await given.call('POST', '/a,b/_search?size=0&typed_keys', { aggs });
      expect(body).toMatchObject({
        aggregations: {
          'sterms#places': {
            buckets: [
              { key: 'b', doc_count: 1 },
              { key: 'a', doc_count: 2 },
            ],
          },
        },
      });
    });
  });

  describe('of dates in nanoseconds (ES: IndexNumericFieldData)', () => {
    const at = { type: 'date_nanos' };
    beforeEach(async () => {
      await given.call('PUT', '/ns', { mappings: { properties: { at } } });
      await given.call('PUT', '/ms', { mappings: { properties: { at: { type: 'date' } } } });
      await given.call('PUT', '/ns/_doc/a', { at: '2018-10-29T12:12:12.123456789Z' });
      await given.call('PUT', '/ns/_doc/b', { at: ['2018-10-29T12:12:12.123456780Z', '2017-01-01'] });
      await given.call('PUT', '/ms/_doc/c', { at: '2018-10-29T12:12:12.987Z' });
    });

    it('compare every digit', async () => {
      const sorted = { sort: [{ at: 'desc' }] };
      const b = hit('b', '1540815132123456780');
      expect((await post('/ns/_search', sorted)).text).toBe(hits(hit('a', '1540815132123456789'), b));
      const after = '{"sort":[{"at":"desc"}],"search_after":[1540815132123456789]}';
      expect((await post('/ns/_search', after)).text).toBe(hits(b));
      const named = { ...sorted, search_after: ['2018-10-29T12:12:12.123456789Z'] };
      expect((await post('/ns/_search', named)).text).toBe(hits(b));
    });

    it('come before milliseconds unless a numeric_type makes them alike', async () => {
      const ids = async (sort: object) =>
        (await post('/ns,ms/_search', { sort: [{ at: { order: 'desc', ...sort } }] })).text;
      expect(await ids({})).toContain('"_id":"a","sort":[1540815132123456789]');
      expect(await ids({ numeric_type: 'date' })).toBe(
        hits(hit('c', '1540815132987'), hit('a', '1540815132123'), hit('b', '1540815132123')),
      );
      expect(await ids({ numeric_type: 'DATE_NANOS' })).toBe(
        hits(
          hit('c', '1540815132987000000'),
          hit('a', '1540815132123456789'),
          hit('b', '1540815132123456780'),
        ),
      );
    });

    it('show as their formats say', async () => {
      const format = 'strict_date_optional_time_nanos';
      const sort = [{ at: { format, missing: '2000-01-01' } }];
      expect((await post('/ns/_search', { sort, size: 1 })).text).toBe(
        hits(hit('b', '"2017-01-01T00:00:00.000Z"')),
      );
      const shown = async (asked: object) =>
        (await post('/ns/_search', { size: 1, sort: [{ at: 'desc' }], ...asked })).text;
      const own = '{"at":["2018-10-29T12:12:12.123456789Z"]}';
      expect(await shown({ fields: [{ field: 'at', format }] })).toContain(own);
      expect(await shown({ docvalue_fields: [{ field: 'at', format: 'epoch_millis' }] })).toContain(
        '{"at":["1540815132123.456789"]}',
      );
      expect(await shown({ docvalue_fields: ['at'] })).toContain(own);
    });
  });

  it('compare what is missing by the type of each index (ES: 95_sort_mixed_numeric_types)', async () => {
    for (const [index, type] of [
      ['longs', 'long'],
      ['shorts', 'short'],
      ['ints', 'integer'],
    ] as const) {
      await given.call('PUT', `/${index}`, { mappings: { properties: { n: { type } } } });
      await given.call('PUT', `/${index}/_doc/${index}`, {});
    }
    expect((await post('/longs,shorts,ints/_search', { sort: ['n'] })).text).toBe(
      hits(hit('ints', '2147483647'), hit('shorts', '2147483647'), hit('longs', '9223372036854775807')),
    );
    const first = { sort: [{ n: { missing: '_first' } }] };
    expect((await post('/longs,ints/_search', first)).text).toBe(
      hits(hit('longs', '-9223372036854775808'), hit('ints', '-2147483648')),
    );
  });

  it('show nothing for a missing date that has a format (ES: 630_format_sort_missing_dates)', async () => {
    const properties = { at: { type: 'date' }, ns: { type: 'date_nanos' } };
    await given.call('PUT', '/dates', { mappings: { properties } });
    await given.call('PUT', '/dates/_doc/1', {});
    for (const field of ['at', 'ns']) {
      const sort = [{ [field]: { format: 'epoch_millis', missing: '_first' } }];
      expect((await post('/dates/_search', { sort })).text).toBe(hits(hit('1', 'null')));
    }
  });

  it('are refused where they make no sense (ES: FieldSortBuilder)', async () => {
    const properties = {
      k: { type: 'keyword' },
      n: { type: 'nested', properties: { k: { type: 'keyword' } } },
    };
    await given.call('PUT', '/books', { mappings: { properties } });
    const unknown = await given.call('POST', '/books/_search', { sort: [{ k: { numeric_type: 'Int' } }] });
    expect(errorOf(unknown)).toEqual([
      'illegal_argument_exception',
      'invalid value for [numeric_type], must be [long, double, date, date_nanos], got int',
    ]);
    const keyword = await given.call('POST', '/books/_search', { sort: [{ k: { numeric_type: 'long' } }] });
    expect(rootCause(keyword)).toMatchObject({
      type: 'query_shard_exception',
      reason: '[numeric_type] option cannot be set on a non-numeric field, got keyword',
    });
    const nested = await given.call('POST', '/books/_search', { sort: ['n.k'] });
    expect(rootCause(nested)).toMatchObject({
      type: 'query_shard_exception',
      reason: 'it is mandatory to set the [nested] context on the nested sort field: [n.k].',
    });
  });
});

describeDocuments('searches that end early', (given) => {
  beforeEach(async () => {
    const items = [5, 4, 3, 2, 1].flatMap((n) => [
      { index: { _id: String(n) } },
      { n, half: n > 2 ? 'high' : 'low' },
    ]);
    await given.call('POST', '/books/_bulk?refresh=true', lines(...items), {
      'content-type': 'application/x-ndjson',
    });
  });
  const search = async (body: object, query = ''): Promise<unknown> =>
    (await given.call('POST', `/books/_search${query}`, body)).body;

  it('look at the first documents alone (ES: QueryPhaseCollector)', async () => {
    const aggs = { sum: { sum: { field: 'n' } } };
    expect(await search({ terminate_after: 2, sort: ['n'], aggs, size: 1 })).toMatchObject({
      timed_out: false,
      terminated_early: true,
      hits: { total: { value: 2, relation: 'eq' }, hits: [{ _id: '4' }] },
      aggregations: { sum: { value: 9 } },
    });
    const post_filter = { term: { half: 'low' } };
    expect(await search({ post_filter, aggs }, '?terminate_after=1')).toMatchObject({
      terminated_early: true,
      hits: { total: { value: 1 }, hits: [{ _id: '2' }] },
      aggregations: { sum: { value: 14 } },
    });
  });

  it('say so in any case, between timed_out and _shards', async () => {
    const { text } = await given.call('POST', '/books/_search?terminate_after=5&size=0');
    expect(text).toContain('"timed_out":false,"terminated_early":false,"_shards"');
    expect(await search({ terminate_after: 0 })).not.toHaveProperty('terminated_early');
    expect(await search({})).not.toHaveProperty('terminated_early');
  });

  it('take a timeout that is one (ES: SearchSourceBuilder)', async () => {
    expect(await search({ timeout: '5s' })).toMatchObject({ timed_out: false });
    expect(errorOf(await given.call('POST', '/books/_search', { timeout: 5 }))).toEqual([
      'illegal_argument_exception',
      'failed to parse setting [timeout] with value [5] as a time value: unit is missing or unrecognized',
    ]);
  });
});

describeDocuments('a point in time', (given) => {
  it.each([
    ['expand_wildcards=all', '1: [indicesOptions] cannot be used with point in time;'],
    ['ignore_throttled=false', '1: [indicesOptions] cannot be used with point in time;'],
    [
      'ignore_unavailable=true&routing=a&ccs_minimize_roundtrips=true',
      '1: [indicesOptions] cannot be used with point in time;2: [routing] cannot be used with point in time;' +
        '3: [ccs_minimize_roundtrips] cannot be used with point in time;',
    ],
  ])('knows its indices by itself: %s (ES: RestSearchAction)', async (query, messages) => {
    await given.call('PUT', '/books');
    const { body } = await given.call('POST', '/books/_pit?keep_alive=1m');
    const pit = { id: (body as { id: string }).id };
    expect(errorOf(await given.call('POST', `/_search?${query}`, { pit }))).toEqual([
      'action_request_validation_exception',
      `Validation Failed: ${messages}`,
    ]);
    const usual = '/_search?expand_wildcards=open&allow_no_indices=true&ccs_minimize_roundtrips=false';
    expect((await given.call('POST', usual, { pit })).status).toBe(200);
  });
});

describeDocuments('searches over no shards (ES: AbstractSearchAsyncAction)', (given) => {
  it('have nothing to aggregate, and a scroll that leads nowhere', async () => {
    const aggs = { sum: { sum: { field: 'n' } } };
    const { body } = await given.call('POST', '/nope*/_search?scroll=1m', { aggs, terminate_after: 1 });
    expect(body).toEqual({
      _scroll_id: expect.any(String) as string,
      took: 1,
      timed_out: false,
      _shards: { total: 0, successful: 0, skipped: 0, failed: 0 },
      hits: { total: { value: 0, relation: 'eq' }, max_score: 0, hits: [] },
    });
    const { _scroll_id: scroll_id } = body as { _scroll_id: string };
    const next = await given.call('POST', '/_search/scroll', { scroll_id });
    expect([next.status, next.body]).toEqual([
      503,
      {
        error: {
          root_cause: [],
          type: 'search_phase_execution_exception',
          reason: 'no nodes to search on',
          phase: 'query',
          grouped: true,
          failed_shards: [],
        },
        status: 503,
      },
    ]);
    const cleared = await given.call('DELETE', '/_search/scroll', { scroll_id });
    expect([cleared.status, cleared.body]).toEqual([404, { succeeded: true, num_freed: 0 }]);
  });

  it('are no such thing where wildcards stand for themselves (ES: IndicesOptions)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    for (const states of ['', ',', 'none']) {
      const answer = await given.call('GET', `/b*/_search?expand_wildcards=${states}`);
      expect([answer.status, ...errorOf(answer)]).toEqual([
        404,
        'index_not_found_exception',
        'no such index [b*]',
      ]);
    }
    expect(errorOf(await given.call('GET', '/b*/_search?expand_wildcards=,open'))).toEqual([
      'illegal_argument_exception',
      'No valid expand wildcard value []',
    ]);
  });
});
