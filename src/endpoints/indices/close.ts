import { closeIndex, refuseWildcards } from '../../protocol/indices/close-index.js';
import {
  indicesOptions,
  isClosed,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { activeShards, targetParameters, timeouts } from './common-parameters.js';
import { byIndex } from './by-index.js';

/** Those that are closed already are passed over. ES: `RestCloseIndexAction`, `MetadataIndexStateService`. */
export const indicesClose = endpoint({
  api: 'indices.close',
  routes: ['POST /{index}/_close', 'POST /_close'],
  params: { ...targetParameters, ...timeouts, wait_for_active_shards: activeShards() },
  validate: ({ path }) => (path.index === undefined || path.index === '' ? ['index is missing'] : []),
  handle: ({ path, params, store }) => {
    refuseWildcards(path.index ?? '');
    const targets = resolveTargets(store, path.index, indicesOptions(params, OPEN_OR_NAMED_INDICES));
    const open = targets.filter((index) => !isClosed(index));
    for (const index of open) closeIndex(store, index);
    return ok({
      acknowledged: true,
      shards_acknowledged: open.length > 0,
      indices: byIndex(open, () => ({ closed: true })),
    });
  },
});
