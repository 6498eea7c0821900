import { formatInstant } from '../../clock/format-instant.js';
import { unknownHealthStatus } from '../../errors/cluster-errors.js';
import { searchableCount } from '../../protocol/indices/index-stats.js';
import {
  indicesOptions,
  isClosed,
  OPEN_OR_NAMED_INDICES,
  resolveTargets,
} from '../../protocol/indices/resolve-targets.js';
import { shardCounts, type Health } from '../../protocol/indices/shard-counts.js';
import { sizeInBytes } from '../../protocol/indices/stats-metrics.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag, parameter } from '../../rest/parameters.js';
import type { Index } from '../../store/store-index.js';
import { targetParameters, time } from '../indices/common-parameters.js';
import { counterColumns } from './counter-columns.js';
import { catHelp, catParameters, catReply, type Cell, type Column } from './table.js';
import { lazily } from '../../lazily.js';

interface Row {
  readonly index: Index;
  readonly health: Health;
  readonly primaries: number;
  readonly replicas: number;
  /** Undefined while it is closed. */
  readonly docs: number | undefined;
}

function size({ docs, primaries }: Row): Cell {
  return docs === undefined ? undefined : { bytes: sizeInBytes(docs, primaries) };
}

const columns = lazily((): readonly Column<Row>[] => [
  { name: 'health', aliases: ['h'], description: 'current health status', value: ({ health }) => health },
  {
    name: 'status',
    aliases: ['s'],
    description: 'open/close status',
    value: ({ index }) => (isClosed(index) ? 'close' : 'open'),
  },
  { name: 'index', aliases: ['i', 'idx'], description: 'index name', value: ({ index }) => index.name },
  {
    name: 'uuid',
    aliases: ['id', 'uuid'],
    description: 'index uuid',
    value: ({ index }) => index.metadata.uuid,
  },
  {
    name: 'pri',
    aliases: ['p', 'shards.primary', 'shardsPrimary'],
    description: 'number of primary shards',
    isRight: true,
    value: ({ primaries }) => primaries,
  },
  {
    name: 'rep',
    aliases: ['r', 'shards.replica', 'shardsReplica'],
    description: 'number of replica shards',
    isRight: true,
    value: ({ replicas }) => replicas,
  },
  {
    name: 'docs.count',
    aliases: ['dc', 'docsCount'],
    description: 'available docs',
    isRight: true,
    value: ({ docs }) => docs,
  },
  {
    name: 'docs.deleted',
    aliases: ['dd', 'docsDeleted'],
    description: 'deleted docs',
    isRight: true,
    value: ({ docs }) => (docs === undefined ? undefined : 0),
  },
  {
    name: 'creation.date',
    aliases: ['cd'],
    description: 'index creation date (millisecond value)',
    isExtra: true,
    value: ({ index }) => Math.floor(index.metadata.createdAt),
  },
  {
    name: 'creation.date.string',
    aliases: ['cds'],
    description: 'index creation date (as string)',
    isExtra: true,
    value: ({ index }) => formatInstant(Math.floor(index.metadata.createdAt)),
  },
  {
    name: 'store.size',
    aliases: ['ss', 'storeSize'],
    description: 'store size of primaries & replicas',
    isRight: true,
    hasPrimaries: true,
    value: size,
  },
  {
    name: 'pri.store.size',
    aliases: [],
    description: 'store size of primaries',
    isRight: true,
    value: size,
  },
  {
    name: 'dataset.size',
    aliases: [],
    description: 'total size of dataset (including the cache for partially mounted indices)',
    isRight: true,
    value: size,
  },
  ...counterColumns<Row>(({ docs }) => docs !== undefined),
]);

/** Source: rest-layer B.16; ES: `RestIndicesAction`. */
export const catIndices = endpoint({
  api: 'cat.indices',
  routes: ['GET /_cat/indices', 'GET /_cat/indices/{index}'],
  params: {
    ...catParameters,
    ...targetParameters,
    local: flag(false),
    master_timeout: time(),
    include_unloaded_segments: flag(false),
    health: parameter(parseHealth),
  },
  handle: ({ path, params, now, store, cluster, request }) => {
    if (params.help) return catHelp(columns());
    const defaults = { ...OPEN_OR_NAMED_INDICES, expandsClosed: true };
    const targets = resolveTargets(store, path.index, indicesOptions(params, defaults));
    const context = { now, refreshMode: cluster.refreshMode, node: cluster.nodeId };
    const rows = targets.map((index): Row => {
      const { status, primaries, replicas } = shardCounts(index);
      const docs = isClosed(index) ? undefined : searchableCount(index, context);
      return { index, health: status, primaries, replicas, docs };
    });
    const shown = rows.filter(({ health }) => params.health === undefined || params.health === health);
    return catReply(columns(), shown, params, request);
  },
});

function parseHealth(value: string | undefined): Health | undefined {
  if (value === undefined) return undefined;
  const health = value.toLowerCase();
  if (health === 'green' || health === 'yellow' || health === 'red') return health;
  throw unknownHealthStatus(value);
}
