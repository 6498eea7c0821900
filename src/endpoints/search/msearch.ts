import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorBody } from '../../errors/envelope.js';
import { NO_SEARCH_REQUESTS } from '../../errors/msearch-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, optionalFlag, optionalInt, text } from '../../rest/parameters.js';
import { sourceErrors, validatePointInTime } from '../../search/validate-search.js';
import { parseMsearch, type MsearchItem } from './parse-msearch.js';
import { runSearch } from './run-search.js';
import { hasIndicesOptions, indicesParameters, TOOK_MS } from './search-context.js';
import { authorizeSearch } from './search-scope.js';
import { requestOf } from './search-parameters.js';
import { searchBody } from './search.js';

/** Source: ES: `RestMultiSearchAction`. A search that fails leaves the others alone; one that cannot be read does not. */
export const msearch = endpoint({
  api: 'msearch',
  routes: ['GET /_msearch', 'POST /_msearch', 'GET /{index}/_msearch', 'POST /{index}/_msearch'],
  params: {
    ...indicesParameters,
    max_concurrent_searches: optionalInt(),
    max_concurrent_shard_requests: optionalInt(),
    pre_filter_shard_size: optionalInt(),
    ccs_minimize_roundtrips: optionalFlag(),
    include_named_queries_score: flag(false),
    routing: text(),
    search_type: text(),
    rest_total_hits_as_int: flag(false),
    typed_keys: flag(false),
  },
  body: { ...searchBody, isRequired: true },
  handle: ({ path, params, body, ...call }) => {
    const { rest_total_hits_as_int: isTotalPlain, typed_keys: hasTypedKeys } = params;
    const hasNamedScores = params.include_named_queries_score;
    const minimizesRoundtrips = params.ccs_minimize_roundtrips === true;
    const items = parseMsearch(body, path.index, params);
    if (items.length === 0) throw actionRequestValidation([NO_SEARCH_REQUESTS]);
    const asked = items.map((item) => {
      const request = requestOf(item.body, isTotalPlain);
      validatePointInTime(request, {
        ...item,
        hasIndices: item.expression !== undefined,
        hasIndicesOptions: hasIndicesOptions(item.targets),
        minimizesRoundtrips,
      });
      return { item, request };
    });
    const messages = asked.flatMap(({ request }) => sourceErrors(request));
    if (messages.length > 0) throw actionRequestValidation(messages);
    let gap: string | undefined;
    const responses = asked.map(({ item, request }) => {
      try {
        authorizeSearch(call, item.expression);
        const around = {
          ...surroundings(item),
          minimizesRoundtrips,
          isTotalPlain,
          hasTypedKeys,
          hasNamedScores,
        };
        return { ...runSearch(call, { ...around, request }), status: 200 };
      } catch (error) {
        if (!isElasticsearchError(error)) throw error;
        gap ??= error.gap;
        return errorBody(error, false);
      }
    });
    return { ...ok({ took: TOOK_MS, responses }), gap };
  },
});

function surroundings({ expression, targets, hasRouting, hasPreference }: MsearchItem) {
  return { expression, targets, hasRouting, hasPreference, scroll: undefined, isCached: undefined };
}
