import { searchDocuments, type SearchResult } from '../../src/search/execute.js';
import { renderSearch } from '../../src/search/render.js';
import { parseSearchRequest } from '../../src/search/parse-search-request.js';
import type { SearchUrl } from '../../src/search/search-url.js';
import { CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import type { Index } from '../../src/store/store-index.js';
import { Store } from '../../src/store/store.js';
import type { JsonObject } from '../../src/xcontent/json.js';
import { writeJson } from '../../src/xcontent/write-json.js';

const NOON = Date.UTC(2024, 5, 1, 12);
const CONTEXT = { now: NOON, refreshMode: 'immediate' } as const;

function aStore(): Store {
  return new Store({ templates: CONNECTOR_TEMPLATES, uuid: () => 'uuid' });
}

function indexOf(
  documents: readonly JsonObject[],
  mappings: JsonObject = {},
  store = aStore(),
  name = 'i',
): Index {
  const index = store.createIndex(name, { mappings });
  documents.forEach((source, at) => store.put(index, { id: String(at + 1), source }));
  return index;
}

function search(index: Index | readonly Index[], body: object, url: SearchUrl = {}): SearchResult {
  const targets = index instanceof Array ? index : [index];
  return searchDocuments(targets, parseSearchRequest(writeJson(body), url), CONTEXT);
}

function ids(index: Index | readonly Index[], body: object, url: SearchUrl = {}): string[] {
  return search(index, body, url).hits.map(({ document }) => document.id);
}

describe('queries that connector services send (clients §1.4)', () => {
  const store = aStore();
  const jobs = store.ensureIndex(SYNC_JOBS_INDEX);
  const job = (id: string, connector: string, status: string, type: string, minute: number): void => {
    const at = (minutes: number): string => new Date(NOON - minutes * 60_000).toISOString();
    const source = {
      connector: { id: connector },
      status,
      job_type: type,
      created_at: at(minute),
      last_seen: at(minute),
    };
    store.put(jobs, { id, source });
  };
  job('old', 'c1', 'pending', 'full', 60);
  job('new', 'c1', 'suspended', 'incremental', 1);
  job('access', 'c1', 'pending', 'access_control', 30);
  job('other', 'c2', 'pending', 'full', 20);
  job('running', 'c1', 'in_progress', 'full', 5);
  job('fresh', 'c2', 'canceling', 'full', 4);

  it('finds pending jobs, the oldest first', () => {
    const body = {
      from: 0,
      size: 100,
      seq_no_primary_term: true,
      query: {
        bool: {
          must: [
            { terms: { status: ['pending', 'suspended'] } },
            { terms: { 'connector.id': ['c1'] } },
            { terms: { job_type: ['full', 'incremental'] } },
          ],
        },
      },
      sort: [{ created_at: 'asc' }],
    };
    const { hits, total } = search(jobs, body);
    expect(hits.map(({ document }) => document.id)).toEqual(['old', 'new']);
    expect(hits[0]?.sort).toEqual([NOON - 3_600_000]);
    expect(total).toEqual({ value: 2, relation: 'eq' });
  });

  it('finds idle jobs by date math on the given clock', () => {
    const query = {
      bool: {
        filter: [
          { terms: { 'connector.id': ['c1', 'c2'] } },
          { terms: { status: ['in_progress', 'canceling'] } },
          { range: { last_seen: { lte: 'now-300s' } } },
        ],
      },
    };
    expect(ids(jobs, { query })).toEqual(['running']);
  });

  it('finds orphaned jobs: must_not as an object, and an empty list excludes none', () => {
    const orphaned = (connectors: string[]): object => ({
      query: {
        bool: {
          must_not: { terms: { 'connector.id': connectors } },
          filter: [{ terms: { status: ['in_progress', 'canceling'] } }],
        },
      },
    });
    expect(ids(jobs, orphaned(['c1']))).toEqual(['fresh']);
    expect(ids(jobs, orphaned([]))).toEqual(['running', 'fresh']);
  });

  it('takes at least one of the shoulds when nothing else is required', () => {
    const query = {
      bool: {
        should: [
          { bool: { filter: [{ terms: { _id: ['old', 'nope'] } }] } },
          { term: { job_type: 'access_control' } },
        ],
      },
    };
    expect(ids(jobs, { query }).sort()).toEqual(['access', 'old']);
  });

  it('matches a keyword exactly, and by _id', () => {
    expect(ids(jobs, { query: { match: { status: 'canceling' } } })).toEqual(['fresh']);
    expect(ids(jobs, { query: { bool: { must: [{ term: { _id: 'new' } }] } } })).toEqual(['new']);
    expect(ids(jobs, { query: { ids: { values: ['new', 'old'] } } })).toEqual(['old', 'new']);
  });
});

describe('queries', () => {
  const index = indexOf(
    [
      { name: 'Anna Lund', tags: ['x', 'y'], n: 1, at: '2024-01-15', on: true, o: { a: 1 } },
      { name: 'Bert', tags: [], n: 2.5, at: '2024-01-15T23:59:59.999Z', on: 'false', o: null },
      { name: 'anna', tags: null, n: [10, 20], at: '2024-01-16', 'o.b': 'z' },
    ],
    { properties: { n: { type: 'double' }, tags: { type: 'keyword' }, kept: { type: 'keyword' } } },
  );

  it.each<[object, string[]]>([
    [{ match_all: {} }, ['1', '2', '3']],
    [{ match_none: {} }, []],
    [{ term: { 'name.keyword': 'anna' } }, ['3']],
    [{ term: { name: 'anna' } }, ['1', '3']],
    [{ term: { name: 'Anna' } }, []],
    [{ term: { 'name.keyword': { value: 'ANNA', case_insensitive: true } } }, ['3']],
    [{ term: { tags: 'y' } }, ['1']],
    [{ terms: { tags: ['y', 'q'] } }, ['1']],
    [{ term: { on: false } }, ['2']],
    [{ term: { n: '2.5' } }, ['2']],
    [{ term: { n: 20 } }, ['3']],
    [{ term: { at: '2024-01-15' } }, ['1', '2']],
    [{ term: { unmapped: 1 } }, []],
    [{ exists: { field: 'tags' } }, ['1']],
    [{ exists: { field: 'o' } }, ['1', '3']],
    [{ exists: { field: 'o.b' } }, ['3']],
    [{ exists: { field: 'unmapped' } }, []],
    [{ range: { at: { lte: '2024-01-15' } } }, ['1', '2']],
    [{ range: { at: { gt: '2024-01-15' } } }, ['3']],
    [{ range: { at: { gte: '2024-01-15||+1d' } } }, ['3']],
    [{ range: { n: { gt: 1, lt: '20' } } }, ['2', '3']],
    [{ range: { tags: { gte: 'y' } } }, ['1']],
    [{ prefix: { 'name.keyword': 'An' } }, ['1']],
    [{ wildcard: { 'name.keyword': { value: '*nn?' } } }, ['3']],
    [{ wildcard: { 'name.keyword': 'An*\\-*' } }, []],
    [{ wildcard: { 'name.keyword': 'A-b(c)*' } }, []],
    [{ match: { name: 'anna bert' } }, ['1', '2', '3']],
    [{ match: { name: { query: 'lund anna', operator: 'and' } } }, ['1']],
    [{ bool: {} }, ['1', '2', '3']],
    [{ bool: { must_not: [{ term: { name: 'anna' } }] } }, ['2']],
    [{ bool: { filter: [{ match_all: {} }], should: [{ term: { tags: 'x' } }] } }, ['1', '2', '3']],
    [
      { bool: { should: [{ term: { name: 'anna' } }, { term: { tags: 'x' } }], minimum_should_match: 2 } },
      ['1'],
    ],
    [
      {
        bool: { should: [{ term: { name: 'anna' } }, { term: { tags: 'x' } }], minimum_should_match: '50%' },
      },
      ['1', '3'],
    ],
    [{ constant_score: { filter: { term: { tags: 'x' } }, boost: 2 } }, ['1']],
    [{ term: { _index: 'i' } }, ['1', '2', '3']],
  ])('%j finds %j', (query, expected) => {
    expect(ids(index, { query }).sort()).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['name:anna', ['1', '3']],
    ['tags:x', ['1']],
    ['name.keyword:"Anna Lund"', ['1']],
    ['_exists_:o', ['1', '3']],
    ['bert', ['2']],
    ['*', ['1', '2', '3']],
    ['name.keyword:B*', ['2']],
  ])('?q=%s finds %j', (q, expected) => {
    expect(ids(index, {}, { q }).sort()).toEqual(expected);
  });

  it('matches nested objects one by one', () => {
    const nested = indexOf(
      [
        {
          c: [
            { a: 1, b: 'x' },
            { a: 2, b: 'y' },
          ],
        },
        { c: { a: 1, b: 'y' } },
      ],
      {
        properties: { c: { type: 'nested', properties: { a: { type: 'long' }, b: { type: 'keyword' } } } },
      },
    );
    const both = { bool: { must: [{ term: { 'c.a': 1 } }, { term: { 'c.b': 'y' } }] } };
    expect(ids(nested, { query: { nested: { path: 'c', query: both } } })).toEqual(['2']);
    expect(ids(nested, { query: { term: { 'c.a': 1 } } })).toEqual([]);
    expect(ids(nested, { query: { nested: { path: 'q', query: both, ignore_unmapped: true } } })).toEqual([]);
  });

  it('scores like constants: filters 0, clauses 1 each, the best first', () => {
    const scored = search(index, {
      query: { bool: { should: [{ term: { name: 'anna' } }, { term: { tags: 'x' } }] } },
    });
    expect(scored.hits.map(({ document, score }) => [document.id, score])).toEqual([
      ['1', 2],
      ['3', 1],
    ]);
    expect(scored.maxScore).toBe(2);
    expect(search(index, { query: { bool: { filter: [{ match_all: {} }] } } }).maxScore).toBe(0);
    expect(search(index, { min_score: 2, query: { match_all: {} } }).total?.value).toBe(0);
  });
});

describe('sorting and paging', () => {
  const index = indexOf([{ n: 3, k: 'b' }, { n: 1 }, { k: 'a' }, { n: [0, 9], k: 'b' }], {
    properties: { n: { type: 'long' }, k: { type: 'keyword' }, d: { type: 'date' } },
  });

  it.each<[object | string, [string, ...unknown[]][]]>([
    [
      'n',
      [
        ['4', 0],
        ['2', 1],
        ['1', 3],
        ['3', 9223372036854775807n],
      ],
    ],
    [
      { n: 'desc' },
      [
        ['4', 9],
        ['1', 3],
        ['2', 1],
        ['3', -9223372036854775808n],
      ],
    ],
    [
      { n: { order: 'asc', missing: '_first' } },
      [
        ['3', -9223372036854775808n],
        ['4', 0],
        ['2', 1],
        ['1', 3],
      ],
    ],
    [
      { n: { order: 'asc', missing: 2 } },
      [
        ['4', 0],
        ['2', 1],
        ['3', 2],
        ['1', 3],
      ],
    ],
    [
      { n: { order: 'asc', mode: 'avg' } },
      [
        ['2', 1],
        ['1', 3],
        ['4', 4.5],
        ['3', 9223372036854775807n],
      ],
    ],
    [
      'k',
      [
        ['3', 'a'],
        ['1', 'b'],
        ['4', 'b'],
        ['2', null],
      ],
    ],
    [
      [{ k: 'desc' }, { n: 'desc' }],
      [
        ['4', 'b', 9],
        ['1', 'b', 3],
        ['3', 'a', -9223372036854775808n],
        ['2', null, 1],
      ],
    ],
    [
      '_doc',
      [
        ['1', 0],
        ['2', 1],
        ['3', 2],
        ['4', 3],
      ],
    ],
    [
      { q: { unmapped_type: 'keyword' } },
      [
        ['1', null],
        ['2', null],
        ['3', null],
        ['4', null],
      ],
    ],
  ])('%j', (sort, expected) => {
    const { hits, maxScore } = search(index, { sort });
    expect(hits.map((hit) => [hit.document.id, ...(hit.sort ?? [])])).toEqual(expected);
    expect(maxScore).toBeNull();
  });

  it('pages by from and size, and after a key', () => {
    expect(ids(index, { sort: 'n', from: 1, size: 2 })).toEqual(['2', '1']);
    expect(ids(index, { sort: 'n', search_after: [1] })).toEqual(['1', '3']);
    expect(ids(index, { sort: ['k', { n: 'asc' }], search_after: ['b', 0] })).toEqual(['1', '2']);
    expect(ids(index, { size: 0 })).toEqual([]);
  });

  it('filters hits after the aggregations looked at all of them', () => {
    const body = { post_filter: { term: { k: 'a' } }, aggs: { x: { value_count: { field: 'k' } } } };
    const { hits, total, aggregations } = search(index, body);
    expect(hits.map(({ document }) => document.id)).toEqual(['3']);
    expect(total?.value).toBe(1);
    expect(aggregations?.get('x')?.body).toEqual({ value: 3 });
  });

  it('counts up to track_total_hits', () => {
    expect(search(index, { track_total_hits: -1 }).total).toBeUndefined();
    expect(search(index, { track_total_hits: 2 }).total).toEqual({ value: 2, relation: 'gte' });
    expect(search(index, { track_total_hits: false }).total).toBeUndefined();
    expect(search(index, { track_total_hits: true }).total).toEqual({ value: 4, relation: 'eq' });
  });

  it('merges indices by sort key, then by index and creation', () => {
    const store = aStore();
    const one = indexOf([{ n: 5 }, { n: 1 }], {}, store, 'one');
    const two = indexOf([{ n: 1 }, { n: 7 }], {}, store, 'two');
    const found = search([one, two], { sort: 'n' });
    expect(found.hits.map(({ index: of, sort }) => [of.name, sort?.[0]])).toEqual([
      ['one', 1],
      ['two', 1],
      ['one', 5],
      ['two', 7],
    ]);
    expect(found.shards.total).toBe(2);
    expect(ids([one, two], { sort: 'n', from: 1, size: 2 })).toEqual(['1', '1']);
  });

  it('knows no score and no shards without indices', () => {
    expect(search([], {})).toMatchObject({
      total: { value: 0 },
      maxScore: 0,
      hits: [],
      shards: { total: 0 },
    });
  });
});

describe('the answer', () => {
  const index = indexOf([{ a: { b: 1, c: [{ d: 2, e: 3 }] }, z: 'x' }]);

  function rendered(body: object, url: SearchUrl = {}): Record<string, unknown> {
    const request = parseSearchRequest(writeJson(body), url);
    return renderSearch(searchDocuments([index], request, CONTEXT), request, { took: 1 });
  }

  it('has the fields of Elasticsearch in its order', () => {
    expect(writeJson(rendered({ version: true, seq_no_primary_term: true, sort: '_doc' }))).toBe(
      '{"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},' +
        '"hits":{"total":{"value":1,"relation":"eq"},"max_score":null,"hits":[{"_index":"i","_id":"1","_version":1,' +
        '"_seq_no":0,"_primary_term":1,"_score":null,"_source":{"a":{"b":1,"c":[{"d":2,"e":3}]},"z":"x"},"sort":[0]}]}}',
    );
  });

  it.each<[object, unknown]>([
    [{ _source: false }, undefined],
    [{ _source: 'a.*' }, { a: { b: 1, c: [{ d: 2, e: 3 }] } }],
    [{ _source: ['a.c.d', 'z'] }, { a: { c: [{ d: 2 }] }, z: 'x' }],
    [{ _source: { excludes: ['a.c.*'] } }, { a: { b: 1, c: [{}] }, z: 'x' }],
    [{ _source: { excludes: ['a.c', 'z'] } }, { a: { b: 1 } }],
    [{ _source: { includes: ['a'], excludes: ['a.b'] } }, { a: { c: [{ d: 2, e: 3 }] } }],
    [{ _source: '*.d' }, { a: { c: [{ d: 2 }] } }],
    [{ _source: ['nothing'] }, {}],
    [{ stored_fields: [] }, undefined],
  ])('filters the source by %j', (body, expected) => {
    const { hits } = rendered(body) as { hits: { hits: { _source?: unknown }[] } };
    expect(hits.hits[0]?._source).toEqual(expected);
  });

  it('lets the URL override the body', () => {
    const { hits } = rendered({ size: 5, _source: true }, { size: 0 }) as { hits: { hits: unknown[] } };
    expect(hits.hits).toEqual([]);
    const other = rendered({ _source: false }, { sourceIncludes: 'z' }) as {
      hits: { hits: { _source?: unknown }[] };
    };
    expect(other.hits.hits[0]?._source).toEqual({ z: 'x' });
  });

  it('gives fields and plain totals', () => {
    const request = parseSearchRequest('{"fields":["a.*"],"_source":false}');
    const body = renderSearch(searchDocuments([index], request, CONTEXT), request, {
      took: 0,
      isTotalPlain: true,
    });
    expect(body['hits']).toMatchObject({
      total: 1,
      hits: [{ fields: { 'a.b': [1], 'a.c.d': [2], 'a.c.e': [3] } }],
    });
  });
});

describe('aggregations (rest-layer B.9)', () => {
  const index = indexOf(
    [
      { k: 'a', n: 1, on: true, at: '2024-01-01' },
      { k: ['a', 'b'], n: 3, on: false },
      { k: 'c' },
      { k: 'b', n: 2 },
    ],
    {
      properties: {
        k: { type: 'keyword' },
        n: { type: 'long' },
        on: { type: 'boolean' },
        at: { type: 'date' },
      },
    },
  );

  function aggregated(aggs: object, typed = false): unknown {
    const request = parseSearchRequest(writeJson({ size: 0, aggs }));
    return renderSearch(searchDocuments([index], request, CONTEXT), request, {
      took: 0,
      hasTypedKeys: typed,
    })['aggregations'];
  }

  it('counts terms, the most frequent first', () => {
    expect(aggregated({ x: { terms: { field: 'k', size: 2 } } })).toEqual({
      x: {
        doc_count_error_upper_bound: 0,
        sum_other_doc_count: 1,
        buckets: [
          { key: 'a', doc_count: 2 },
          { key: 'b', doc_count: 2 },
        ],
      },
    });
    expect(aggregated({ x: { terms: { field: 'on' } } })).toMatchObject({
      x: {
        buckets: [
          { key: 0, key_as_string: 'false', doc_count: 1 },
          { key: 1, key_as_string: 'true', doc_count: 1 },
        ],
      },
    });
    expect(aggregated({ x: { terms: { field: 'at' } } })).toMatchObject({
      x: { buckets: [{ key: 1704067200000, key_as_string: '2024-01-01T00:00:00.000Z', doc_count: 1 }] },
    });
  });

  it('nests metrics below buckets and orders by them', () => {
    const aggs = {
      x: { terms: { field: 'k', order: { total: 'desc' } }, aggs: { total: { sum: { field: 'n' } } } },
    };
    expect(aggregated(aggs)).toMatchObject({
      x: {
        buckets: [
          { key: 'b', doc_count: 2, total: { value: 5 } },
          { key: 'a', doc_count: 2, total: { value: 4 } },
          { key: 'c', doc_count: 1, total: { value: 0 } },
        ],
      },
    });
  });

  it('computes metrics and filters', () => {
    const metric = (name: string, field = 'n'): object => ({ [name]: { field } });
    expect(
      aggregated({
        count: metric('value_count', 'k'),
        distinct: metric('cardinality', 'k'),
        min: metric('min'),
        max: metric('max'),
        avg: metric('avg'),
        none: metric('avg', 'nope'),
        some: { filter: { term: { k: 'a' } }, aggs: { sum: metric('sum') } },
      }),
    ).toEqual({
      count: { value: 5 },
      distinct: { value: 3 },
      min: { value: 1 },
      max: { value: 3 },
      avg: { value: 2 },
      none: { value: null },
      some: { doc_count: 2, sum: { value: 4 } },
    });
  });

  it('names types under typed_keys', () => {
    const aggs = {
      x: { terms: { field: 'k' } },
      y: { max: { field: 'n' } },
      z: { terms: { field: 'nope' } },
    };
    expect(Object.keys(aggregated(aggs, true) as object)).toEqual(['sterms#x', 'max#y', 'umterms#z']);
  });
});
