import { describeDocuments, errorOf, lines } from './describe-documents.js';

interface SearchAnswer {
  readonly hits: { readonly total: unknown; readonly hits: readonly { readonly _id: string }[] };
}

describeDocuments('search', (given) => {
  beforeEach(() =>
    given.call(
      'POST',
      '/_bulk',
      lines(
        { index: { _index: 'books', _id: '1' } },
        { title: 'Dune', year: 1965 },
        { index: { _index: 'books', _id: '2', routing: 'r' } },
        { title: 'Emma', year: 1815 },
        { index: { _index: 'films', _id: '3' } },
        { title: 'Dune', year: 1984 },
      ),
    ),
  );

  const ids = async (path: string, body?: unknown) =>
    ((await given.call('POST', path, body)).body as SearchAnswer).hits.hits.map(({ _id }) => _id);

  it('shows hits in the order of their fields (rest-layer B.9)', async () => {
    const answer = await given.call('POST', '/books/_search?size=1&version=true&seq_no_primary_term=true', {
      sort: [{ year: 'asc' }],
    });
    expect(answer.text).toBe(
      '{"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},' +
        '"hits":{"total":{"value":2,"relation":"eq"},"max_score":null,"hits":[{"_index":"books","_id":"2",' +
        '"_version":1,"_seq_no":1,"_primary_term":1,"_score":null,"_routing":"r",' +
        '"_source":{"title":"Emma","year":1815},"sort":[1815]}]}}',
    );
  });

  it('lets the URL overrule the body (rest-layer B.9)', async () => {
    const body = { size: 0, sort: ['year'], _source: true, query: { match_none: {} } };
    expect(await ids('/_search?q=title:dune&size=5&sort=year:desc', body)).toEqual(['3', '1']);
    expect(await ids('/_search?from=1&sort=year')).toEqual(['1', '3']);
  });

  it('finds text by wildcards of a URL in any case (ES: QueryStringQueryParser)', async () => {
    expect(await ids('/books/_search?q=title:DU*')).toEqual(['1']);
    expect(await ids('/books/_search?q=title.keyword:DU*')).toEqual([]);
    expect(await ids('/books/_search?q=title.keyword:Du?e')).toEqual(['1']);
  });

  it('passes over what a field cannot take if it is to be lenient (ES: Queries.newLenientFieldQuery)', async () => {
    expect((await given.call('GET', '/books/_search?q=year:foo')).status).toBe(400);
    expect(await ids('/books/_search?q=year:foo&lenient=true')).toEqual([]);
    expect(await ids('/books/_search?q=year:foo%20year:19*%20title:emma&lenient=true')).toEqual(['2']);
    const { body } = await given.call('GET', '/books/_count?q=year:foo&lenient=true');
    expect(body).toMatchObject({ count: 0 });
  });

  it('shows and finds fields with values that are passed over (rest-layer B.9; ES: IgnoredFieldMapper)', async () => {
    await given.call('PUT', '/notes', {
      mappings: {
        properties: {
          at: { type: 'date', ignore_malformed: true },
          pages: { type: 'long', ignore_malformed: true },
        },
      },
    });
    await given.call('PUT', '/notes/_doc/1', { at: 'soon', pages: 'many', text: 'x'.repeat(257) });
    await given.call('PUT', '/notes/_doc/2', { at: '2024-01-01', pages: '', text: 'x' });
    const { body } = await given.call('POST', '/notes/_search');
    expect(body).toMatchObject({
      hits: { hits: [{ _id: '1', _score: 1, _ignored: ['at', 'pages', 'text.keyword'] }, { _id: '2' }] },
    });
    expect((body as SearchAnswer).hits.hits[1]).not.toHaveProperty('_ignored');
    const found = (query: object) => ids('/notes/_search', { query });
    expect(await found({ exists: { field: '_ignored' } })).toEqual(['1']);
    expect(await found({ term: { _ignored: 'at' } })).toEqual(['1']);
    expect(await found({ terms: { _ignored: ['nope', 'text.keyword'] } })).toEqual(['1']);
    expect(await found({ bool: { must_not: { term: { _ignored: 'at' } } } })).toEqual(['2']);
  });

  it('knows of metadata, and of values that it does not look into, whether they are there', async () => {
    await given.call('PUT', '/places', { mappings: { properties: { at: { type: 'geo_point' } } } });
    await given.call('PUT', '/places/_doc/1', { at: { lat: 1, lon: 2 } });
    await given.call('PUT', '/places/_doc/2?routing=r', { at: null });
    const found = (field: string) => ids('/places/_search', { query: { exists: { field } } });
    expect(await found('at')).toEqual(['1']);
    expect(await found('_routing')).toEqual(['2']);
    expect(await found('_seq_no')).toEqual(['1', '2']);
    expect(await found('_version')).toEqual(['1', '2']);
    const answer = await given.call('POST', '/places/_search', { query: { exists: { field: '_source' } } });
    expect(answer.body).toMatchObject({
      error: {
        root_cause: [{ type: 'query_shard_exception', reason: 'The _source field is not searchable' }],
      },
    });
  });

  it('finds nothing in an object that is not enabled (ES: DocumentParser.parseObjectOrNested)', async () => {
    const properties = {
      k: { type: 'keyword', ignore_above: 3 },
      at: { type: 'geo_point' },
      in: { properties: { n: { type: 'long' } } },
    };
    const list = { type: 'nested', properties: { k: { type: 'keyword' } } };
    await given.call('PUT', '/off', {
      mappings: {
        properties: {
          o: { type: 'object', enabled: false, properties },
          list: { ...list, enabled: false },
        },
      },
    });
    await given.call('PUT', '/off/_doc/1', {
      o: { k: ['x', 'long'], at: 'none', in: { n: 1 } },
      list: [{ k: 'x' }],
    });
    const found = (query: object) => ids('/off/_search', { query });
    expect(await found({ term: { 'o.k': 'x' } })).toEqual([]);
    expect(await found({ exists: { field: 'o' } })).toEqual([]);
    expect(await found({ exists: { field: 'o.at' } })).toEqual([]);
    expect(await found({ range: { 'o.in.n': { gte: 0 } } })).toEqual([]);
    expect(await found({ nested: { path: 'list', query: { match_all: {} } } })).toEqual([]);
    const { body } = await given.call('POST', '/off/_search', { sort: 'o.k', fields: ['o.k'] });
    expect((body as SearchAnswer).hits.hits).toEqual([
      expect.not.objectContaining({ _ignored: expect.anything() as unknown }) as unknown,
    ]);
  });

  it('counts the terms that are asked for (ES: IncludeExclude)', async () => {
    await given.call('PUT', '/books/_doc/4', { title: 'Emma', year: 1996, at: '2016-05-03' });
    const keys = async (field: string, lists: object) => {
      const aggs = { x: { terms: { field, ...lists } } };
      const { body } = await given.call('POST', '/books/_search', { size: 0, aggs });
      const { aggregations } = body as { aggregations: { x: { buckets: { key: unknown }[] } } };
      return aggregations.x.buckets.map(({ key }) => key);
    };
    expect(await keys('title.keyword', { include: ['Dune', 'nope'] })).toEqual(['Dune']);
    expect(await keys('title.keyword', { exclude: ['Dune'] })).toEqual(['Emma']);
    expect(await keys('year', { include: [1815, 1965], exclude: [1965] })).toEqual([1815]);
    expect(await keys('at', { include: ['2016-05-03'] })).toEqual([1462233600000]);
    const aggs = { x: { terms: { field: 'year', include: '20.*' } } };
    expect((await given.call('POST', '/books/_search', { aggs })).status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('include of a terms aggregation that is no list');
  });

  it('has limits on ids and on fields, and no source where none is kept', async () => {
    await given.call('PUT', '/small', {
      settings: { max_result_window: 2, max_docvalue_fields_search: 1 },
      mappings: { _source: { enabled: false }, properties: { year: { type: 'long' } } },
    });
    await given.call('PUT', '/small/_doc/1', { year: 1 });
    const search = (body: object) => given.call('POST', '/small/_search', { size: 2, ...body });
    const first = (await search({ query: { ids: { values: ['1', '2', '2'] } } })).body as SearchAnswer;
    expect(first.hits.hits).toEqual([{ _index: 'small', _id: '1', _score: 1 }]);
    expect(await search({ query: { ids: { values: ['1', '2', '3'] } } })).toMatchObject({
      status: 400,
      body: {
        error: {
          root_cause: [
            {
              type: 'query_shard_exception',
              reason: 'failed to create query: Too many ids specified, allowed max result window is [2]',
            },
          ],
        },
      },
    });
    expect((await search({ docvalue_fields: ['year', 'year'] })).text).toContain(
      'Trying to retrieve too many docvalue_fields. Must be less than or equal to: [1] but was [2].',
    );
    expect((await search({ fields: ['year'] })).text).toContain(
      'Unable to retrieve the requested [fields] since _source is disabled in the mappings for index [small]',
    );
  });

  it('does not count ids where no mapping is (ES: IdsQueryBuilder.doRewrite)', async () => {
    await given.call('PUT', '/empty', { settings: { max_result_window: 1 } });
    const query = { ids: { values: ['1', '2'] } };
    expect(await ids('/empty/_search', { size: 1, query })).toEqual([]);
  });

  it('wants a precision that is not negative (ES: CardinalityAggregationBuilder.precisionThreshold)', async () => {
    const asked = (precision_threshold: number) =>
      given.call('POST', '/books/_search', {
        size: 0,
        aggs: { years: { cardinality: { field: 'year', precision_threshold } } },
      });
    expect((await asked(0)).body).toMatchObject({ aggregations: { years: { value: 2 } } });
    const reason = '[precisionThreshold] must be greater than or equal to 0. Found [-1] in [years]';
    expect(await asked(-1)).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'x_content_parse_exception',
          reason: expect.stringMatching(
            /\] \[cardinality\] failed to parse field \[precision_threshold\]$/,
          ) as unknown,
          caused_by: { type: 'illegal_argument_exception', reason },
        },
      },
    });
  });

  it.each([
    ['/books/_search?explain=true', undefined],
    ['/books/_search?q=title:dune%20AND%20year:1965', undefined],
    ['/books/_search', { explain: true }],
    ['/books/_search', { profile: true }],
    ['/books/_search', { indices_boost: [{ books: 2 }] }],
    ['/books/_search?scroll=1m', { collapse: { field: 'year' } }],
  ])('refuses %s %j, which it would answer without what is asked for', async (path, body) => {
    expect((await given.call('POST', path, body)).status).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toMatch(/^search option|^query string syntax$/);
    expect((await given.call('POST', '/books/_search?explain=false', { profile: false })).status).toBe(200);
  });

  it('takes the body from the parameter source as well (rest-layer A.7.1)', async () => {
    const source = encodeURIComponent('{"query":{"term":{"year":1815}}}');
    const answer = await given.call('GET', `/_search?source=${source}&source_content_type=application/json`);
    expect((answer.body as SearchAnswer).hits.hits).toHaveLength(1);
  });

  it('counts shards by index, and none where nothing matches (rest-layer B.9)', async () => {
    expect((await given.call('GET', '/_search')).body).toMatchObject({ _shards: { total: 2 } });
    const nothing = await given.call('GET', '/nope*/_search');
    expect(nothing.text).toBe(
      '{"took":1,"timed_out":false,"_shards":{"total":0,"successful":0,"skipped":0,"failed":0},' +
        '"hits":{"total":{"value":0,"relation":"eq"},"max_score":0,"hits":[]}}',
    );
  });

  it('knows that clients may ask for vectors to be left out (ES: `FetchSourceContext`)', async () => {
    const hits = (body?: unknown, query = '') => given.call('POST', `/books/_search${query}`, body);
    const plain = (await hits()).body.hits as unknown;
    expect((await hits({ _source: { exclude_vectors: false } })).body.hits).toEqual(plain);
    expect((await hits(undefined, '?_source_exclude_vectors=true')).body.hits).toEqual(plain);
  });

  it('counts every shard of an index, failed ones too (ES: SearchResponse)', async () => {
    await given.call('PUT', '/wide', {
      settings: { number_of_shards: 3, number_of_replicas: 0 },
      mappings: { properties: { rank: { type: 'long' } } },
    });
    const _shards = { total: 3, successful: 3, skipped: 0, failed: 0 };
    const post = async (path: string, body?: unknown): Promise<unknown> =>
      (await given.call('POST', path, body)).body;
    expect(await post('/wide/_search')).toMatchObject({ _shards });
    expect(await post('/wide/_count')).toMatchObject({ _shards });
    expect(await post('/wide/_pit?keep_alive=1m')).toMatchObject({ _shards });
    expect(await post('/wide/_msearch', '{}\n{}\n')).toMatchObject({ responses: [{ _shards }] });
    const scroll = (await post('/wide/_search?scroll=1m')) as { _scroll_id: string };
    expect(await post('/_search/scroll', { scroll_id: scroll._scroll_id })).toMatchObject({ _shards });
    expect(await post('/wide,books/_search', { sort: 'rank' })).toMatchObject({
      _shards: { total: 4, successful: 3, failed: 1, failures: [{ index: 'books' }] },
    });
    expect(await post('/wide,books/_search', { sort: 'year' })).toMatchObject({
      _shards: { total: 4, successful: 1, failed: 3, failures: [{ index: 'wide' }] },
    });
  });

  it('gives a plain total on request, and none where it is not tracked (rest-layer B.9)', async () => {
    const total = async (query: string) =>
      ((await given.call('GET', `/_search?${query}`)).body as SearchAnswer).hits.total;
    expect(await total('rest_total_hits_as_int=true')).toBe(3);
    expect(await total('track_total_hits=false')).toBeUndefined();
    expect(await total('track_total_hits=2')).toEqual({ value: 2, relation: 'gte' });
    expect(await total('track_total_hits=-1')).toBeUndefined();
  });

  it('names aggregations with their types on request, and filters answers by path (rest-layer B.9)', async () => {
    const body = { size: 0, aggs: { years: { max: { field: 'year' } } } };
    expect((await given.call('POST', '/_search?typed_keys', body)).body).toMatchObject({
      aggregations: { 'max#years': { value: 1984 } },
    });
    const filtered = await given.call('GET', '/_search?filter_path=hits.hits._id&sort=year');
    expect(filtered.text).toBe('{"hits":{"hits":[{"_id":"2"},{"_id":"1"},{"_id":"3"}]}}');
  });

  it.each([
    ['/_search?from=-1', 'illegal_argument_exception', '[from] parameter cannot be negative, found [-1]'],
    ['/_search?size=-2', 'illegal_argument_exception', '[size] parameter cannot be negative, found [-2]'],
    ['/_search?search_type=x', 'illegal_argument_exception', 'No search type for [x]'],
    ['/_search?terminate_after=-1', 'illegal_argument_exception', 'terminateAfter must be > 0'],
    ['/_search?batched_reduce_size=1', 'illegal_argument_exception', 'batchedReduceSize must be >= 2'],
    ['/_search?expand_wildcards=x', 'illegal_argument_exception', 'No valid expand wildcard value [x]'],
    [
      '/_search?ignore_unavailable=x',
      'illegal_argument_exception',
      'Could not convert [ignore_unavailable] to boolean',
    ],
    [
      '/_search?track_total_hits=-2',
      'illegal_argument_exception',
      '[track_total_hits] parameter must be positive or equals to -1, got -2',
    ],
    [
      '/_search?track_total_hits=5&rest_total_hits_as_int=true',
      'illegal_argument_exception',
      '[rest_total_hits_as_int] cannot be used if the tracking of total hits is not accurate, got 5',
    ],
    ['/_search?size=10001', 'search_phase_execution_exception', 'all shards failed'],
    [
      '/_search?scroll=1m&size=0&from=1&track_total_hits=false',
      'action_request_validation_exception',
      'Validation Failed: 1: disabling [track_total_hits] is not allowed in a scroll context;' +
        '2: using [from] is not allowed in a scroll context;3: [size] cannot be [0] in a scroll context;',
    ],
    [
      '/_search?scroll=1m&request_cache=true',
      'action_request_validation_exception',
      'Validation Failed: 1: [request_cache] cannot be used in a scroll context;',
    ],
    ['/_search?scroll=2d', 'search_phase_execution_exception', 'all shards failed'],
  ])('refuses %s (rest-layer B.9)', async (path, type, reason) => {
    const answer = await given.call('GET', path);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });

  it('refuses what it does not emulate as unknown, and notes the gap (rest-layer A.13)', async () => {
    const answer = await given.call('POST', '/_search', { query: { geo_shape: {} } });
    expect(errorOf(answer)).toEqual(['parsing_exception', 'unknown query [geo_shape]']);
    expect(given.es.journal.unhandled.map(({ gap }) => gap)).toEqual(['query clause [geo_shape]']);
  });

  it('answers what the Python connector service asks (clients §1.2)', async () => {
    await given.call('POST', '/.elastic-connectors-sync-jobs-v1/_doc/j?refresh=true', { status: 'pending' });
    const answer = await given.call(
      'POST',
      '/.elastic-connectors-sync-jobs/_search?expand_wildcards=hidden',
      {
        query: { bool: { must: [{ terms: { status: ['pending', 'suspended'] } }] } },
        sort: [{ created_at: 'asc' }],
        from: 0,
        size: 100,
        seq_no_primary_term: true,
      },
    );
    expect(answer.body).toMatchObject({
      hits: { total: { value: 1 }, hits: [{ _id: 'j', _seq_no: 0, _primary_term: 1 }] },
    });
  });
});

describeDocuments('count', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/books/_doc/1', { year: 1965 });
    await given.call('PUT', '/books/_doc/2', { year: 1815 });
  });

  it('counts all, or what a query finds (rest-layer B.10)', async () => {
    const all = await given.call('GET', '/_count');
    expect(all.text).toBe('{"count":2,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0}}');
    const some = await given.call('POST', '/books/_count', { query: { range: { year: { gt: 1900 } } } });
    expect(some.body).toMatchObject({ count: 1 });
    expect((await given.call('GET', '/books/_count?q=year:1815')).body).toMatchObject({ count: 1 });
  });

  it('ends early on request (ES: RestCountAction)', async () => {
    expect((await given.call('GET', '/books/_count?terminate_after=1')).body).toMatchObject({
      count: 1,
      terminated_early: true,
    });
  });

  it('knows a query and nothing else (rest-layer B.10)', async () => {
    const answer = await given.call('POST', '/books/_count', { size: 1 });
    expect(errorOf(answer)).toEqual(['parsing_exception', 'request does not support [size]']);
    expect(answer.body).toMatchObject({ error: { line: 1, col: 2 } });
  });

  it('misses an index, or passes it over (rest-layer B.10)', async () => {
    expect((await given.call('GET', '/nope/_count')).status).toBe(404);
    expect((await given.call('POST', '/nope/_count?ignore_unavailable=true')).text).toBe(
      '{"count":0,"_shards":{"total":0,"successful":0,"skipped":0,"failed":0}}',
    );
  });
});
