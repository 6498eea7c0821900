import type { ElasticsearchError } from '../../src/errors/elasticsearch-error.js';
import { errorBody } from '../../src/errors/envelope.js';
import { countDocuments, searchDocuments } from '../../src/search/execute.js';
import { parseQueryBody } from '../../src/search/query/parse-query.js';
import { parseSearchRequest } from '../../src/search/parse-search-request.js';
import { validateSearch } from '../../src/search/validate-search.js';
import { Store } from '../../src/store/store.js';

const CONTEXT = { now: 0, refreshMode: 'immediate', node: 'node-1' } as const;

function failure(run: () => unknown): ElasticsearchError {
  try {
    run();
  } catch (error) {
    return error as ElasticsearchError;
  }
  throw new Error('nothing was thrown');
}

function shown(error: ElasticsearchError | undefined): unknown[] {
  if (error === undefined) return [];
  const { line, col } = error.metadata;
  const place = line === undefined ? [] : [`${String(line)}:${String(col)}`];
  return [[error.type, error.reason, ...place], ...shown(error.cause)];
}

const parsing = (reason: string, place: string): unknown[] => ['parsing_exception', reason, place];
const illegal = (reason: string): unknown[] => ['illegal_argument_exception', reason];

describe('a search body that Elasticsearch refuses while parsing (rest-layer B.9)', () => {
  it.each<[string, unknown[]]>([
    ['{"foo":1}', [parsing('Unknown key for a VALUE_NUMBER in [foo].', '1:8')]],
    ['{"foo":{}}', [parsing('Unknown key for a START_OBJECT in [foo].', '1:8')]],
    ['{"foo":[]}', [parsing('Unknown key for a START_ARRAY in [foo].', '1:8')]],
    ['{"query":"x"}', [parsing('Unknown key for a VALUE_STRING in [query].', '1:10')]],
    ['{"query":null}', [parsing('Unknown key for a VALUE_NULL in [query].', '1:10')]],
    ['[]', [parsing('Expected [START_OBJECT] but found [START_ARRAY]', '1:1')]],
    [
      '{"query":{"foo":{}}}',
      [
        parsing('unknown query [foo]', '1:17'),
        ['named_object_not_found_exception', '[1:17] unknown field [foo]'],
      ],
    ],
    [
      '{"query":{"trm":{}}}',
      [
        parsing('unknown query [trm] did you mean any of [term, terms]?', '1:17'),
        ['named_object_not_found_exception', '[1:17] unknown field [trm] did you mean any of [term, terms]?'],
      ],
    ],
    ['{"query":{}}', [illegal('query malformed, empty clause found at [1:11]')]],
    ['{"query":{"term":"x"}}', [parsing('[term] query malformed, no start_object after query name', '1:18')]],
    [
      '{"query":{"term":{"a":1},"match_all":{}}}',
      [parsing('[term] malformed query, expected [END_OBJECT] but found [FIELD_NAME]', '1:26')],
    ],
    [
      '{"query":{"term":{"a":1,"b":2}}}',
      [parsing("[term] query doesn't support multiple fields, found [a] and [b]", '1:29')],
    ],
    ['{"query":{"term":{"a":{"x":1}}}}', [parsing('[term] query does not support [x]', '1:28')]],
    ['{"query":{"term":{"a":[1]}}}', [parsing('[term] query does not support array of values', '1:23')]],
    ['{"query":{"term":{}}}', [illegal('field name is null or empty')]],
    ['{"query":{"term":{"a":null}}}', [illegal('field name is null or empty')]],
    ['{"query":{"term":{"a":{"value":null}}}}', [illegal('value cannot be null')]],
    ['{"query":{"terms":{"a":"x"}}}', [parsing('[terms] query does not support [a]', '1:24')]],
    [
      '{"query":{"terms":{"a":[1],"b":[2]}}}',
      [parsing('[terms] query does not support multiple fields', '1:32')],
    ],
    [
      '{"query":{"terms":{}}}',
      [
        parsing(
          '[terms] query requires a field name, followed by array of terms or a document lookup specification',
          '1:20',
        ),
      ],
    ],
    ['{"query":{"terms":{"a":[null]}}}', [parsing('No value specified for terms query', '1:25')]],
    ['{"query":{"range":{"a":1}}}', [parsing('[range] query does not support [a]', '1:24')]],
    ['{"query":{"range":{"a":{"x":1}}}}', [parsing('[range] query does not support [x]', '1:29')]],
    ['{"query":{"exists":{}}}', [parsing('[exists] must be provided with a [field]', '1:21')]],
    ['{"query":{"exists":{"a":1}}}', [parsing('[exists] query does not support [a]', '1:25')]],
    ['{"query":{"nested":{"query":{"match_all":{}}}}}', [illegal("[nested] requires 'path' field")]],
    ['{"query":{"match":{"a":{"query":1,"x":2}}}}', [parsing('[match] query does not support [x]', '1:39')]],
    ['{"query":{"match":{"a":[1]}}}', [parsing('[match] unknown token [START_ARRAY] after [a]', '1:24')]],
    [
      '{"query":{"match_all":{"x":1}}}',
      [['x_content_parse_exception', '[1:24] [match_all] unknown field [x]']],
    ],
    [
      '{"query":{"bool":{"musts":[]}}}',
      [['x_content_parse_exception', '[1:19] [bool] unknown field [musts] did you mean [must]?']],
    ],
    [
      '{"query":{"bool":{"must":[{"foo":{}}]}}}',
      [
        ['x_content_parse_exception', '[1:34] [bool] failed to parse field [must]'],
        parsing('unknown query [foo]', '1:34'),
        ['named_object_not_found_exception', '[1:34] unknown field [foo]'],
      ],
    ],
    [
      '{"query":{"bool":{"must":"x"}}}',
      [['x_content_parse_exception', "[1:26] [bool] must doesn't support values of type: VALUE_STRING"]],
    ],
    ['{"from":-1}', [illegal('[from] parameter cannot be negative, found [-1]')]],
    ['{"size":-2}', [illegal('[size] parameter cannot be negative, found [-2]')]],
    [
      '{"sort":[1]}',
      [illegal('malformed sort format, within the sort array, an object, or an actual string are allowed')],
    ],
    ['{"sort":{"a":"up"}}', [illegal('No enum constant org.elasticsearch.search.sort.SortOrder.UP')]],
    ['{"sort":{"a":{"x":1}}}', [['x_content_parse_exception', '[1:15] [field_sort] unknown field [x]']]],
    [
      '{"_source":1}',
      [
        parsing(
          'Expected one of [VALUE_BOOLEAN, VALUE_STRING, START_ARRAY, START_OBJECT] but found [VALUE_NUMBER]',
          '1:12',
        ),
      ],
    ],
    [
      '{"aggs":{"x":{"foo":{}}}}',
      [
        parsing('Unknown aggregation type [foo]', '1:21'),
        ['named_object_not_found_exception', '[1:21] unknown field [foo]'],
      ],
    ],
  ])('%s', (body, expected) => {
    expect(shown(failure(() => parseSearchRequest(body)))).toEqual(expected);
  });

  it('names the real feature that it refuses, and no other', () => {
    const of = (body: string): string | undefined => failure(() => parseSearchRequest(body)).gap;
    expect(of('{"query":{"geo_shape":{}}}')).toBe('query clause [geo_shape]');
    expect(of('{"query":{"bool":{"must":{"regexp":{}}}}}')).toBe('query clause [regexp]');
    expect(of('{"aggs":{"x":{"date_histogram":{}}}}')).toBe('aggregation [date_histogram]');
    expect(of('{"collapse":{}}')).toBe('search option [collapse]');
    expect(of('{"query":{"foo":{}}}')).toBeUndefined();
  });

  it('puts root_cause on the innermost parsing error of a bool', () => {
    const body = errorBody(
      failure(() => parseSearchRequest('{"query":{"bool":{"must":[{"foo":{}}]}}}')),
      false,
    );
    expect(body).toMatchObject({
      error: {
        type: 'x_content_parse_exception',
        root_cause: [{ type: 'parsing_exception', line: 1, col: 34 }],
      },
      status: 400,
    });
  });

  it.each<[string, unknown[]]>([
    ['{"size":1}', [parsing('request does not support [size]', '1:2')]],
    ['{"query":"x"}', [parsing('[_na] query malformed, must start with start_object', '1:10')]],
    ['[]', [parsing('Expected [START_OBJECT] but found [START_ARRAY]', '1:1')]],
    [
      '{"query":{}}',
      [parsing('Failed to parse', '1:11'), illegal('query malformed, empty clause found at [1:11]')],
    ],
  ])('a body that may only hold a query: %s (B.10)', (body, expected) => {
    expect(shown(failure(() => parseQueryBody(body)))).toEqual(expected);
  });
});

describe('a search that fails on its shards (rest-layer B.9)', () => {
  const store = new Store({ templates: [], uuid: () => 'UUID' });
  const index = store.createIndex('i', {
    mappings: {
      properties: { n: { type: 'long' }, t: { type: 'text' }, d: { type: 'date' }, b: { type: 'boolean' } },
    },
  });
  store.put(index, { id: '1', source: { n: 1, t: 'a b' } });
  const other = store.createIndex('j', { mappings: { properties: { only_here: { type: 'keyword' } } } });
  store.put(other, { id: '2', source: { only_here: 'x' } });

  function search(body: string): Record<string, unknown> {
    return errorBody(
      failure(() => searchDocuments([index], parseSearchRequest(body), CONTEXT)),
      false,
    );
  }

  it('beyond the result window', () => {
    const reason =
      'Result window is too large, from + size must be less than or equal to: [10000] but was [10010]. ' +
      'See the scroll api for a more efficient way to request large data sets. ' +
      'This limit can be set by changing the [index.max_result_window] index level setting.';
    const cause = { type: 'illegal_argument_exception', reason };
    expect(search('{"from":10000}')).toEqual({
      error: {
        root_cause: [cause],
        type: 'search_phase_execution_exception',
        reason: 'all shards failed',
        phase: 'query',
        grouped: true,
        failed_shards: [{ shard: 0, index: 'i', node: 'node-1', reason: cause }],
        caused_by: { ...cause, caused_by: cause },
      },
      status: 400,
    });
  });

  it('on a sort without a mapping', () => {
    const cause = {
      type: 'query_shard_exception',
      reason: 'No mapping found for [zz] in order to sort on',
      index_uuid: 'UUID',
      index: 'i',
    };
    const { error } = search('{"sort":"zz"}') as { error: Record<string, unknown> };
    expect(error).toMatchObject({ root_cause: [cause], failed_shards: [{ reason: cause }] });
    expect(error).not.toHaveProperty('caused_by');
  });

  it.each<[string, string, string]>([
    ['{"sort":"t"}', 'illegal_argument_exception', 'Fielddata is disabled on [t] in [i]. '],
    [
      '{"aggs":{"a":{"terms":{"field":"t"}}}}',
      'illegal_argument_exception',
      'Fielddata is disabled on [t] in [i]. ',
    ],
    [
      '{"query":{"term":{"n":"x"}}}',
      'query_shard_exception',
      'failed to create query: For input string: "x"',
    ],
    [
      '{"query":{"term":{"b":"x"}}}',
      'query_shard_exception',
      "failed to create query: Can't parse boolean value [x], expected [true] or [false]",
    ],
    [
      '{"query":{"nested":{"path":"p","query":{"match_all":{}}}}}',
      'query_shard_exception',
      'failed to create query: [nested] failed to find nested object under path [p]',
    ],
    [
      '{"query":{"prefix":{"n":"x"}}}',
      'query_shard_exception',
      'failed to create query: Can only use prefix queries on keyword, text and wildcard fields - not on [n] which is of type [long]',
    ],
    [
      '{"sort":"n","search_after":[1,2]}',
      'illegal_argument_exception',
      'search_after has 2 value(s) but sort has 1.',
    ],
    ['{"search_after":[1]}', 'illegal_argument_exception', 'Sort must contain at least one field.'],
  ])('%s', (body, type, reason) => {
    const { error, status } = search(body) as {
      error: { failed_shards: { reason: { type: string; reason: string } }[] };
      status: number;
    };
    expect(status).toBe(400);
    expect(error.failed_shards[0]?.reason.type).toBe(type);
    expect(error.failed_shards[0]?.reason.reason.slice(0, reason.length)).toBe(reason);
  });

  it('roots a bad date in its parse_exception', () => {
    const { error } = search('{"query":{"range":{"d":{"gte":"x"}}}}') as { error: { root_cause: unknown[] } };
    expect(error.root_cause).toMatchObject([{ type: 'parse_exception' }]);
  });

  it('answers with the other shards if only some fail', () => {
    const result = searchDocuments([index, other], parseSearchRequest('{"sort":"only_here"}'), CONTEXT);
    expect(result.hits.map(({ document }) => document.id)).toEqual(['2']);
    expect(result.shards).toMatchObject({ total: 2, failures: [{ index: 'i' }] });
  });

  it('counts with the same errors', () => {
    const query = parseQueryBody('{"query":{"term":{"n":"x"}}}');
    expect(failure(() => countDocuments([index], query, CONTEXT)).type).toBe(
      'search_phase_execution_exception',
    );
  });
});

describe('requests that contradict their URL', () => {
  const url = {
    isScroll: false,
    hasIndices: false,
    hasIndicesOptions: false,
    hasRouting: false,
    hasPreference: false,
    minimizesRoundtrips: false,
  };

  it.each<[string, object, string]>([
    [
      '{"track_total_hits":100}',
      { isScroll: true },
      '1: disabling [track_total_hits] is not allowed in a scroll context;',
    ],
    ['{"from":1}', { isScroll: true }, '1: using [from] is not allowed in a scroll context;'],
    ['{"size":0}', { isScroll: true }, '1: [size] cannot be [0] in a scroll context;'],
    [
      '{"track_total_hits":false}',
      { isScroll: true },
      '1: disabling [track_total_hits] is not allowed in a scroll context;',
    ],
    [
      '{"sort":"n","search_after":[1],"from":1,"slice":{"id":0,"max":2}}',
      {},
      '1: [slice] can only be used with [scroll] or [point-in-time] requests;' +
        '2: [from] parameter must be set to 0 when [search_after] is used;',
    ],
    [
      '{"pit":{"id":"x"}}',
      { hasIndices: true },
      '1: [indices] cannot be used with point in time. Do not specify any index with point in time.;',
    ],
    [
      '{"pit":{"id":"x"}}',
      { isScroll: true },
      '1: using [point in time] is not allowed in a scroll context;',
    ],
  ])('%s with %j', (body, more, messages) => {
    const error = failure(() => validateSearch(parseSearchRequest(body), { ...url, ...more }));
    expect(error.type).toBe('action_request_validation_exception');
    expect(error.reason).toBe(`Validation Failed: ${messages}`);
  });
});
