import { countDocuments } from '../../search/execute.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { Index } from '../../store/store-index.js';
import { isClosed } from './resolve-targets.js';
import { shardCounts } from './shard-counts.js';
import { statsOf, type ShardTally } from './stats-metrics.js';

export interface StatsRequest {
  /** As the request names them; undefined means all. */
  readonly metrics: readonly string[] | undefined;
  readonly level: 'cluster' | 'indices' | 'shards';
  /** Whether indices say where they may be and since when they are there; since 8.17. */
  readonly saysWhence: boolean;
}

/** Source: rest-layer B.13; ES: `IndicesStatsResponse`. The one node holds the primaries: they are the total, too. */
export function indexStats(
  indices: readonly Index[],
  { metrics, level, saysWhence }: StatsRequest,
  context: SearchContext,
): object {
  const counted = indices.map((index) => {
    const counts = shardCounts(index);
    const operations = isClosed(index) ? 0 : index.nextSeqNo;
    return { index, counts, docs: searchableCount(index, context), shards: counts.primaries, operations };
  });
  const all = statsOf(
    {
      docs: sum(counted.map(({ docs }) => docs)),
      shards: sum(counted.map(({ shards }) => shards)),
      operations: sum(counted.map(({ operations }) => operations)),
    },
    metrics,
  );
  const shown = counted.map((one) => {
    const { index, counts } = one;
    const own = statsOf(one, metrics);
    return [
      index.name,
      {
        uuid: index.metadata.uuid,
        health: counts.status,
        status: isClosed(index) ? 'close' : 'open',
        ...(saysWhence && {
          tier_preference: ['data_content'],
          creation_date: Math.floor(index.metadata.createdAt),
        }),
        primaries: own,
        total: own,
        ...(level === 'shards' && { shards: shardStats(one, metrics, context.node) }),
      },
    ] as const;
  });
  return {
    _shards: {
      total: sum(counted.map(({ counts }) => counts.primaries + counts.unassigned)),
      successful: sum(counted.map(({ shards }) => shards)),
      failed: 0,
    },
    _all: counted.length === 0 ? { primaries: {}, total: {} } : { primaries: all, total: all },
    ...(level !== 'cluster' && { indices: Object.fromEntries(shown) }),
  };
}

/** How many documents a search would see. */
export function searchableCount(index: Index, context: SearchContext): number {
  if (context.refreshMode === 'immediate') return index.liveCount;
  return countDocuments([index], undefined, context).count;
}

/** ES: `ShardStats`. All documents are counted in the first shard. */
function shardStats(
  { index, docs, shards, operations }: ShardTally & { readonly index: Index },
  metrics: readonly string[] | undefined,
  node: string | undefined,
): object {
  const members = Array.from({ length: shards }, (_, shard) => {
    const own = shard === 0 ? { docs, shards: 1, operations } : { docs: 0, shards: 1, operations: 0 };
    const routing = { state: 'STARTED', primary: true, node: node ?? '', relocating_node: null };
    const last = shard === 0 ? index.nextSeqNo - 1 : -1;
    const commit = { id: index.metadata.uuid, generation: 2, user_data: {}, num_docs: own.docs };
    const seq_no = { max_seq_no: last, local_checkpoint: last, global_checkpoint: last };
    return [shard, [{ routing, ...statsOf(own, metrics), commit, seq_no }]] as const;
  });
  return Object.fromEntries(members);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
