import { countDocuments } from '../../search/execute.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { Index } from '../../store/store-index.js';
import { isClosed } from './resolve-targets.js';
import { shardCounts } from './shard-counts.js';
import { statsOf } from './stats-metrics.js';

export interface StatsRequest {
  /** As the request names them; undefined means all. */
  readonly metrics: readonly string[] | undefined;
  readonly level: 'cluster' | 'indices' | 'shards';
}

/** Source: rest-layer B.13; ES: `IndicesStatsResponse`. The one node holds the primaries: they are the total, too. */
export function indexStats(
  indices: readonly Index[],
  { metrics, level }: StatsRequest,
  context: SearchContext,
): object {
  const counted = indices.map((index) => ({
    index,
    docs: searchableCount(index, context),
    shards: shardCounts(index),
  }));
  const all = statsOf(
    sum(counted.map(({ docs }) => docs)),
    sum(counted.map(({ shards }) => shards.primaries)),
    metrics,
  );
  const shown = counted.map(({ index, docs, shards }) => {
    const own = statsOf(docs, shards.primaries, metrics);
    return [
      index.name,
      {
        uuid: index.metadata.uuid,
        health: shards.status,
        status: isClosed(index) ? 'close' : 'open',
        primaries: own,
        total: own,
        ...(level === 'shards' && { shards: shardStats(docs, shards.primaries, metrics, context.node) }),
      },
    ] as const;
  });
  return {
    _shards: {
      total: sum(counted.map(({ shards }) => shards.primaries + shards.unassigned)),
      successful: sum(counted.map(({ shards }) => shards.primaries)),
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

function shardStats(
  docs: number,
  shards: number,
  metrics: readonly string[] | undefined,
  node: string | undefined,
): object {
  const members = Array.from({ length: shards }, (_, shard) => {
    const routing = { state: 'STARTED', primary: true, node: node ?? '', relocating_node: null };
    return [shard, [{ routing, ...statsOf(shard === 0 ? docs : 0, 1, metrics) }]] as const;
  });
  return Object.fromEntries(members);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
