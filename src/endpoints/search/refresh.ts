import { copiesOf } from '../../protocol/documents/write-outcome.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { refreshIndex } from '../../search/search-view.js';
import { primaryShards } from '../../store/primary-shards.js';
import type { Index } from '../../store/store-index.js';
import { indicesParameters, searchTargets } from './search-context.js';

/** Source: rest-layer B.12; ES: `RestRefreshAction`. */
export const indicesRefresh = endpoint({
  api: 'indices.refresh',
  routes: ['GET /_refresh', 'POST /_refresh', 'GET /{index}/_refresh', 'POST /{index}/_refresh'],
  params: indicesParameters,
  handle: ({ path, params, store, now }) => {
    const targets = searchTargets(store, path.index, params);
    for (const index of targets) refreshIndex(index, now);
    return ok({ _shards: broadcastShards(targets) });
  },
});

/** `_shards` of a request to all copies of all shards; a single node has the primaries alone. */
function broadcastShards(targets: readonly Index[]): object {
  let total = 0;
  let successful = 0;
  for (const index of targets) {
    const shards = primaryShards(index);
    total += shards * copiesOf(index);
    successful += shards;
  }
  return { total, successful, failed: 0 };
}
