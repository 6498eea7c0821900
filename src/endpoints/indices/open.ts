import { openIndex, refuseWildcards } from '../../protocol/indices/close-index.js';
import {
  indicesOptions,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { activeShards, targetParameters, timeouts } from './common-parameters.js';

/** ES: `OpenIndexRequest`. */
const OPENABLE = { ...OPEN_OR_NAMED_INDICES, expandsOpen: false, expandsClosed: true };

/** ES: `RestOpenIndexAction`. */
export const indicesOpen = endpoint({
  api: 'indices.open',
  routes: ['POST /{index}/_open', 'POST /_open'],
  params: { ...targetParameters, ...timeouts, wait_for_active_shards: activeShards() },
  validate: ({ path }) => (path.index === undefined || path.index === '' ? ['index is missing'] : []),
  handle: ({ path, params, store }) => {
    refuseWildcards(path.index ?? '');
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPENABLE));
    for (const index of targets) openIndex(store, index);
    return ok({ acknowledged: true, shards_acknowledged: true });
  },
});
