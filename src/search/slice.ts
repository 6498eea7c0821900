import { encodeId } from '../store/encode-id.js';
import type { StoredDocument } from '../store/document.js';
import { floorMod, murmur3 } from '../store/murmur3.js';
import { primaryShards } from '../store/primary-shards.js';
import { shardOf } from '../store/shard-of.js';
import type { Index } from '../store/store-index.js';

/** Lucene's `TermsSliceQuery`. */
const SEED = 7919;

/**
 * Which of so many slices a document belongs to: shards are shared out among the slices, and where there are more
 * slices than shards, ids among the slices of a shard. ES: `SliceBuilder.toFilter`, `TermsSliceQuery`.
 */
export function sliceOf(index: Index, { id, routing }: StoredDocument, slices: number): number {
  const shards = primaryShards(index);
  const shard = shardOf(index, routing ?? id);
  if (slices < shards) return shard % slices;
  const ofShard = Math.floor(slices / shards) + (slices % shards > shard ? 1 : 0);
  if (ofShard === 1) return shard;
  return floorMod(murmur3(encodeId(id), SEED), ofShard) * shards + shard;
}
