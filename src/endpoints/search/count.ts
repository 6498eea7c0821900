import { endpoint, ok } from '../../rest/endpoint.js';
import { parameter, text } from '../../rest/parameters.js';
import { countDocuments } from '../../search/execute.js';
import { parseQueryBody } from '../../search/query/parse-query.js';
import { queryFromUrl } from '../../search/query/query-string.js';
import { renderShards } from '../../search/render.js';
import { withinAliases } from './alias-query.js';
import { indicesParameters, searchContext, searchTargets } from './search-context.js';
import { queryParameters, terminateAfter } from './search-parameters.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.10; ES: `RestCountAction`. */
export const count = endpoint({
  api: 'count',
  routes: ['GET /_count', 'POST /_count', 'GET /{index}/_count', 'POST /{index}/_count'],
  params: {
    ...indicesParameters,
    ...queryParameters,
    routing: text(),
    min_score: parameter((value) => (value === undefined ? undefined : Number(value))),
    preference: text(),
    terminate_after: terminateAfter(),
  },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const { q, df, default_operator: defaultOperator, terminate_after: limit } = params;
    const query = body === '' ? queryFromUrl({ q, df, defaultOperator }) : parseQueryBody(body);
    const targets = searchTargets(call.store, path.index, params);
    const within = withinAliases(query, targets, path.index);
    const { count: found, shards } = countDocuments(targets, within, searchContext(call), params.min_score);
    return ok({
      count: limit > 0 ? Math.min(found, limit) : found,
      ...(limit > 0 && { terminated_early: found > limit }),
      _shards: renderShards(shards),
    });
  },
});
