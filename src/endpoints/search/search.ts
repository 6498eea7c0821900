import { endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { keepAlive } from './keep-alive.js';
import { runSearch } from './run-search.js';
import { indicesParameters } from './search-context.js';
import { readSearch, requestParameters, sourceParameters } from './search-parameters.js';

/** A body, or the parameter `source` in its place; empty without either. */
export const searchBody: BodySpec<string> = { isRequired: false, acceptsSource: true, parse: (text) => text };

/** Source: rest-layer B.9; ES: `RestSearchAction`. */
export const search = endpoint({
  api: 'search',
  routes: ['GET /_search', 'POST /_search', 'GET /{index}/_search', 'POST /{index}/_search'],
  params: {
    ...requestParameters,
    ...sourceParameters,
    scroll: keepAlive(),
    ...indicesParameters,
    rest_total_hits_as_int: flag(false),
    typed_keys: flag(false),
  },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const { rest_total_hits_as_int: isTotalPlain, typed_keys: hasTypedKeys } = params;
    return ok(
      runSearch(call, {
        expression: path.index,
        targets: params,
        request: readSearch(body, params, isTotalPlain),
        scroll: params.scroll,
        isCached: params.request_cache,
        hasRouting: params.routing !== undefined,
        hasPreference: params.preference !== undefined,
        minimizesRoundtrips: params.ccs_minimize_roundtrips === true,
        isTotalPlain,
        hasTypedKeys,
        hasNamedScores: params.include_named_queries_score,
      }),
    );
  },
});
