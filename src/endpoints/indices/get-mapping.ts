import {
  indicesOptions,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { byIndex } from './by-index.js';
import { localRead, targetParameters } from './common-parameters.js';

/** Source: rest-layer B.13. */
export const indicesGetMapping = endpoint({
  api: 'indices.get_mapping',
  routes: ['GET /_mapping', 'GET /_mappings', 'GET /{index}/_mapping', 'GET /{index}/_mappings'],
  params: { ...targetParameters, ...localRead },
  handle: ({ path, params, store }) => {
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPEN_OR_NAMED_INDICES));
    return ok(byIndex(targets, ({ metadata }) => ({ mappings: metadata.mappings })));
  },
});
