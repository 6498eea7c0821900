import { refreshIndex, refreshPart } from '../../search/search-view.js';
import { primaryShards } from '../../store/primary-shards.js';
import type { Index } from '../../store/store-index.js';
import { shardOf } from '../../store/shard-of.js';
import type { WriteContext } from './write-context.js';
import type { WriteOperation } from './write-operation.js';
import type { WriteOutcome } from './write-outcome.js';

/** Where the writes of a request went: indices, and their shards where there are several. */
export type Written = Map<Index, Set<number>>;

export function noteWrite(written: Written, { routing }: WriteOperation, { target, id }: WriteOutcome): void {
  if (target === undefined) return;
  let shards = written.get(target);
  if (shards === undefined) {
    shards = new Set();
    written.set(target, shards);
  } else if (shards.size === 0) return;
  if (primaryShards(target) > 1) shards.add(shardOf(target, target.get(id)?.routing ?? routing ?? id));
}

/**
 * What `refresh` asks for after the writes of a request: `true` refreshes the shards that they went to, and
 * `wait_for` waits for the next refresh of all. Source: rest-layer B.12; ES: `TransportWriteAction`.
 */
export function refreshAfter({ now, refresh }: WriteContext, written: Written): void {
  if (refresh === 'false') return;
  for (const [index, shards] of written) {
    if (refresh === 'wait_for' || primaryShards(index) <= 1) refreshIndex(index, now);
    else refreshPart(index, (id, document) => shards.has(shardOf(index, document?.routing ?? id)));
  }
}
