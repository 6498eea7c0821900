import { refuseWildcards } from '../../protocol/indices/close-index.js';
import {
  indicesOptions,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { targetParameters, timeouts } from './common-parameters.js';

/** Closed indices can go, aliases cannot. ES: `DeleteIndexRequest.DEFAULT_INDICES_OPTIONS`. */
const DELETABLE = { ...OPEN_OR_NAMED_INDICES, expandsClosed: true, ignoresAliases: true };

/** Source: rest-layer B.13. */
export const indicesDelete = endpoint({
  api: 'indices.delete',
  routes: ['DELETE /{index}'],
  params: { ...targetParameters, ...timeouts },
  handle: ({ path, params, store }) => {
    refuseWildcards(path.index);
    const targets = resolveTargets(store, path.index, indicesOptions(params, DELETABLE));
    for (const index of targets) store.deleteIndex(index);
    return ok({ acknowledged: true });
  },
});
