import { INVALID_CONTEXT } from '../../errors/scroll-errors.js';
import { endpoint, ok, optionalBody } from '../../rest/endpoint.js';
import { optionalFlag, optionalInt, text } from '../../rest/parameters.js';
import { renderShards } from '../../search/render.js';
import { custom, objectParser, optional } from '../../xcontent/object-parser.js';
import { parseInnerQuery } from '../../search/query/parse-query.js';
import { primaryShards } from '../../store/primary-shards.js';
import { checkKeepAlive, keepAlive } from './keep-alive.js';
import { indicesParameters, searchContext, readableTargets } from './search-context.js';
import { searchScope } from './search-scope.js';

/** The filter only spares shards that cannot match; without effect on what a search finds. */
const parser = objectParser('open_point_in_time', {
  index_filter: optional(custom(['START_OBJECT'], parseInnerQuery)),
});

/** Source: rest-layer B.9, PIT; ES: `RestOpenPointInTimeAction`. */
export const openPointInTime = endpoint({
  api: 'open_point_in_time',
  routes: ['POST /{index}/_pit'],
  params: {
    ...indicesParameters,
    preference: text(),
    routing: text(),
    keep_alive: keepAlive(),
    max_concurrent_shard_requests: optionalInt(),
    allow_partial_search_results: optionalFlag(),
  },
  body: optionalBody(parser),
  validate: ({ params }) => (params.keep_alive === undefined ? [INVALID_CONTEXT.noKeepAlive] : []),
  handle: ({ path, params, ...call }) => {
    const readable = readableTargets(call.store, path.index, params);
    const scope = { targets: readable, query: undefined, expression: path.index };
    const { targets } = searchScope(call, scope);
    const lifetime = params.keep_alive ?? { ms: 0, text: '0' };
    checkKeepAlive(lifetime, targets, call.cluster.nodeId, 'open_search_context');
    const id = call.cluster.searchContexts.openPointInTime(targets, lifetime.ms, searchContext(call));
    const total = targets.reduce((sum, index) => sum + primaryShards(index), 0);
    return ok({ id, _shards: renderShards({ total, failed: 0, failures: [] }) });
  },
});
