import type { Index } from '../../store/store-index.js';
import { shardCounts, worstOf, type Health, type ShardCounts } from './shard-counts.js';

export interface HealthView {
  readonly clusterName: string;
  readonly level: 'cluster' | 'indices' | 'shards';
  /** Primaries without a node are counted since 8.16. */
  readonly hasUnassignedPrimaries: boolean;
}

export interface ClusterHealth {
  readonly status: Health;
  readonly activeShards: number;
  readonly allShards: number;
  readonly body: (timedOut: boolean) => object;
}

/** Source: rest-layer B.16. @param isMissing an index that was asked for is not there: red. */
export function clusterHealth(
  indices: readonly Index[],
  isMissing: boolean,
  view: HealthView,
): ClusterHealth {
  const counts = indices.map((index) => [index, shardCounts(index)] as const);
  const active = sum(counts.map(([, { primaries }]) => primaries));
  const unassigned = sum(counts.map(([, count]) => count.unassigned));
  const status = isMissing ? 'red' : worstOf(counts.map(([, count]) => count.status));
  const all = active + unassigned;
  return {
    status,
    activeShards: active,
    allShards: all,
    body: (timedOut) => ({
      cluster_name: view.clusterName,
      status,
      timed_out: timedOut,
      number_of_nodes: 1,
      number_of_data_nodes: 1,
      active_primary_shards: active,
      active_shards: active,
      relocating_shards: 0,
      initializing_shards: 0,
      unassigned_shards: unassigned,
      ...(view.hasUnassignedPrimaries && { unassigned_primary_shards: 0 }),
      delayed_unassigned_shards: 0,
      number_of_pending_tasks: 0,
      number_of_in_flight_fetch: 0,
      task_max_waiting_in_queue_millis: 0,
      active_shards_percent_as_number: all === 0 ? 100 : (active * 100) / all,
      ...(view.level !== 'cluster' && {
        indices: Object.fromEntries(counts.map(([{ name }, count]) => [name, indexHealth(count, view)])),
      }),
    }),
  };
}

function indexHealth({ primaries, replicas, unassigned, status }: ShardCounts, view: HealthView): object {
  return {
    status,
    number_of_shards: primaries,
    number_of_replicas: replicas,
    active_primary_shards: primaries,
    active_shards: primaries,
    relocating_shards: 0,
    initializing_shards: 0,
    unassigned_shards: unassigned,
    ...(view.hasUnassignedPrimaries && { unassigned_primary_shards: 0 }),
    ...(view.level === 'shards' && {
      shards: Object.fromEntries(
        Array.from({ length: primaries }, (_, shard) => [shard, shardHealth(replicas, status, view)]),
      ),
    }),
  };
}

function shardHealth(replicas: number, status: Health, view: HealthView): object {
  return {
    status,
    primary_active: true,
    active_shards: 1,
    relocating_shards: 0,
    initializing_shards: 0,
    unassigned_shards: replicas,
    ...(view.hasUnassignedPrimaries && { unassigned_primary_shards: 0 }),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
