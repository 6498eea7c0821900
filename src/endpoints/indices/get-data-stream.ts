import { indicesOptions, OPEN_INDICES, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, text } from '../../rest/parameters.js';
import { masterTimeout } from './common-parameters.js';

/**
 * There are no data streams: names of other kinds are passed over, and those of nothing are a 404. The Python client's
 * `helpers.reindex` asks. Source: ES: `RestGetDataStreamsAction`, `IndexNameExpressionResolver.dataStreamNames`.
 */
export const indicesGetDataStream = endpoint({
  api: 'indices.get_data_stream',
  routes: ['GET /_data_stream', 'GET /_data_stream/{name}'],
  params: {
    expand_wildcards: text(),
    include_defaults: flag(false),
    ...masterTimeout,
    verbose: flag(false),
  },
  handle: ({ path, params, store }) => {
    resolveTargets(store, path.name, indicesOptions(params, { ...OPEN_INDICES, forbidsClosed: false }));
    return ok({ data_streams: [] });
  },
});
