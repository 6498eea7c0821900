import { notNumeric } from '../../errors/rest-errors.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { parameter, text, type ParameterSpec } from '../../rest/parameters.js';
import { countDocuments } from '../../search/execute.js';
import { parseQueryBody } from '../../search/query/parse-query.js';
import { queryFromUrl } from '../../search/query/query-string.js';
import { renderShards } from '../../search/render.js';
import { indicesParameters, searchContext, readableTargets } from './search-context.js';
import { searchScope } from './search-scope.js';
import { queryParameters, terminateAfter } from './search-parameters.js';
import { searchBody } from './search.js';

function optionalFloat(): ParameterSpec<number | undefined> {
  return parameter((value, name) => {
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) throw notNumeric('float', name, value);
    return number;
  });
}

/** Source: rest-layer B.10; ES: `RestCountAction`. */
export const count = endpoint({
  api: 'count',
  routes: ['GET /_count', 'POST /_count', 'GET /{index}/_count', 'POST /{index}/_count'],
  params: {
    ...indicesParameters,
    ...queryParameters,
    routing: text(),
    min_score: optionalFloat(),
    preference: text(),
    terminate_after: terminateAfter(),
  },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const {
      q,
      df,
      default_operator: defaultOperator,
      lenient: isLenient,
      terminate_after: limit = 0,
    } = params;
    const asked = body === '' ? queryFromUrl({ q, df, defaultOperator, isLenient }) : parseQueryBody(body);
    const readable = readableTargets(call.store, path.index, params);
    const scope = { targets: readable, query: asked, expression: path.index };
    const { targets, query } = searchScope(call, scope);
    const { count: found, shards } = countDocuments(targets, query, searchContext(call), params.min_score);
    return ok({
      count: limit > 0 ? Math.min(found, limit) : found,
      ...(limit > 0 && { terminated_early: found > limit }),
      _shards: renderShards(shards),
    });
  },
});
