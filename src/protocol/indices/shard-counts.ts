import { primaryShards } from '../../store/primary-shards.js';
import type { Index } from '../../store/store-index.js';

export type Health = 'green' | 'yellow' | 'red';

/** Where the shards of an index are. The one node holds every primary and no replica. */
export interface ShardCounts {
  readonly primaries: number;
  readonly replicas: number;
  readonly unassigned: number;
  readonly status: Health;
}

export function shardCounts(index: Index): ShardCounts {
  const primaries = primaryShards(index);
  const replicas = Number(index.metadata.settings['number_of_replicas'] ?? '1');
  const unassigned = primaries * replicas;
  return { primaries, replicas, unassigned, status: unassigned === 0 ? 'green' : 'yellow' };
}

const SEVERITY: Readonly<Record<Health, number>> = { green: 0, yellow: 1, red: 2 };

export function worstOf(statuses: readonly Health[]): Health {
  return statuses.reduce<Health>((worst, next) => (SEVERITY[next] > SEVERITY[worst] ? next : worst), 'green');
}

/** Whether a health is as good as one that is waited for. */
export function isAsGoodAs(status: Health, awaited: Health): boolean {
  return SEVERITY[status] <= SEVERITY[awaited];
}
