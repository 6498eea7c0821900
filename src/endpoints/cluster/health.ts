import {
  noEnumConstant,
  unknownHealthLevel,
  waitForRelocatingShardsRemoved,
} from '../../errors/cluster-errors.js';
import { numberFormat } from '../../errors/request-errors.js';
import { clusterHealth, type ClusterHealth } from '../../protocol/indices/cluster-health.js';
import { indicesOptions, resolveTargets } from '../../protocol/indices/resolve-targets.js';
import { isAsGoodAs, type Health } from '../../protocol/indices/shard-counts.js';
import { ALL_INDICES } from '../../protocol/indices/wildcards.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag, parameter, text } from '../../rest/parameters.js';
import { isAtLeast } from '../../rest/version.js';
import type { Store } from '../../store/store.js';
import { activeShards, targetParameters, time } from '../indices/common-parameters.js';

/** What is not there is not an error: the call waits for it. ES: `ClusterHealthRequest.indicesOptions`. */
const WATCHED = { ...ALL_INDICES, ignoresUnavailable: true };

const parameters = {
  ...targetParameters,
  local: flag(false),
  master_timeout: time(),
  timeout: time(),
  level: parameter((value) => parseLevel(value)),
  wait_for_status: parameter((value) => parseStatus(value)),
  wait_for_no_relocating_shards: flag(false),
  wait_for_no_initializing_shards: flag(false),
  wait_for_relocating_shards: parameter(refuseRemoved),
  wait_for_active_shards: activeShards(),
  wait_for_nodes: text(),
  wait_for_events: parameter(checkPriority),
};

/**
 * Source: rest-layer B.16; ES: `TransportClusterHealthAction`. Nothing changes while the call would wait, so what is
 * not so at once times out at once, with a 408: a change of that (elastic/elasticsearch#78968) was taken back.
 */
export const clusterHealthEndpoint = endpoint({
  api: 'cluster.health',
  routes: ['GET /_cluster/health', 'GET /_cluster/health/{index}'],
  params: parameters,
  handle: ({ path, params, store, cluster }) => {
    const targets = resolveTargets(store, path.index, indicesOptions(params, WATCHED));
    const health = clusterHealth(targets, isMissing(store, path.index), {
      clusterName: cluster.name,
      level: params.level,
      hasUnassignedPrimaries: isAtLeast(cluster.version, '8.16'),
    });
    const areEnough = hasNodes(params.wait_for_nodes);
    const isFine =
      areEnough &&
      !(health.status === 'red' && path.index !== undefined && targets.length === 0) &&
      (params.wait_for_status === undefined || isAsGoodAs(health.status, params.wait_for_status)) &&
      hasShards(health, params.wait_for_active_shards);
    return { status: isFine ? 200 : 408, body: health.body(!isFine) };
  },
});

function isMissing(store: Store, expression: string | undefined): boolean {
  if (expression === undefined) return false;
  return expression
    .split(',')
    .some(
      (name) =>
        name !== '' &&
        name !== '_all' &&
        !name.includes('*') &&
        store.concrete(name) === undefined &&
        store.aliased(name).length === 0,
    );
}

function parseLevel(value: string | undefined): 'cluster' | 'indices' | 'shards' {
  if (value === undefined) return 'cluster';
  if (value === 'cluster' || value === 'indices' || value === 'shards') return value;
  throw unknownHealthLevel(value);
}

function parseStatus(value: string | undefined): Health | undefined {
  if (value === undefined) return undefined;
  const status = value.toLowerCase();
  if (status === 'green' || status === 'yellow' || status === 'red') return status;
  throw noEnumConstant.status(value.toUpperCase());
}

/** ES: `RestClusterHealthAction.fromRequest`. */
function refuseRemoved(value: string | undefined): void {
  if (value !== undefined) throw waitForRelocatingShardsRemoved();
}

const PRIORITIES = ['IMMEDIATE', 'URGENT', 'HIGH', 'NORMAL', 'LOW', 'LANGUID'];

/** Nothing is ever under way here, of whatever priority. */
function checkPriority(value: string | undefined): void {
  const priority = value?.toUpperCase();
  if (priority !== undefined && !PRIORITIES.includes(priority)) throw noEnumConstant.priority(priority);
}

function hasShards(health: ClusterHealth, awaited: number | 'all' | 'index-setting' | undefined): boolean {
  if (awaited === 'all') return health.activeShards === health.allShards;
  return typeof awaited !== 'number' || health.activeShards >= awaited;
}

const COMPARISONS = ['>=', 'ge(', '<=', 'le(', '>', 'gt(', '<', 'lt('] as const;

/** There is one node. ES: `>=N`, `<=N`, `>N`, `<N`, `ge(N)`, `le(N)`, `gt(N)`, `lt(N)` or `N`. */
function hasNodes(awaited = ''): boolean {
  if (awaited === '') return true;
  const comparison = COMPARISONS.find((form) => awaited.startsWith(form));
  const number = awaited.slice(comparison?.length ?? 0, comparison?.endsWith('(') ? -1 : undefined);
  if (!/^[+-]?\d+$/.test(number)) throw numberFormat(number);
  const count = Number(number);
  switch (comparison) {
    case '>=':
    case 'ge(':
      return 1 >= count;
    case '<=':
    case 'le(':
      return 1 <= count;
    case '>':
    case 'gt(':
      return 1 > count;
    case '<':
    case 'lt(':
      return 1 < count;
    default:
      return count === 1;
  }
}
