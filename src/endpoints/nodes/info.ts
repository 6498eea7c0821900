import { asRefusal, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { illegalArgument } from '../../errors/request-errors.js';
import type { Cluster } from '../../rest/cluster.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import type { EsRequest } from '../../rest/exchange.js';
import { flag } from '../../rest/parameters.js';
import { time } from '../indices/common-parameters.js';

/**
 * The one node, as far as clients need it to find other nodes (sniffing). Source: rest-layer B.16. The fake does not
 * know where it can be reached, so it says what the client called it.
 */
export const nodesInfo = endpoint({
  api: 'nodes.info',
  routes: [
    'GET /_nodes',
    'GET /_nodes/{node_id}',
    'GET /_nodes/{node_id}/{metric}',
    'GET /_nodes/{node_id}/info/{metric}',
  ],
  params: { flat_settings: flag(false), timeout: time() },
  handle: ({ path, cluster, request }) => {
    const segment = path.metric ?? path.node_id;
    if (segment !== undefined && OTHER_APIS.has(segment)) throw otherApi(request);
    const { node_id = '_all', metric } = path;
    const isOfMetrics = metric === undefined && areMetrics(node_id);
    const isKnown = isMe(node_id, cluster) || isOfMetrics;
    const metrics = (metric ?? (isOfMetrics ? node_id : '_all')).split(',');
    const count = isKnown ? 1 : 0;
    return ok({
      _nodes: { total: count, successful: count, failed: 0 },
      cluster_name: cluster.name,
      nodes: isKnown ? { [cluster.nodeId]: describe(cluster, request, metrics) } : {},
    });
  },
});

/** What Elasticsearch gives under the same paths, and the fake does not emulate. */
const OTHER_APIS: ReadonlySet<string> = new Set(['stats', 'hot_threads', 'hotthreads', 'usage']);

function otherApi({ method, rawPath }: EsRequest): ElasticsearchError {
  const error = illegalArgument(`no handler found for uri [${rawPath}] and method [${method}]`);
  return asRefusal(error, `${method} ${rawPath}`);
}

/** ES: `RestNodesInfoAction.ALLOWED_METRICS`. */
const METRICS: ReadonlySet<string> = new Set([
  'aggregations',
  'http',
  'indices',
  'ingest',
  'jvm',
  'os',
  'plugins',
  'process',
  'remote_cluster_server',
  'settings',
  'thread_pool',
  'transport',
  '_all',
]);

function areMetrics(names: string): boolean {
  return names.split(',').every((name) => METRICS.has(name));
}

function isMe(expression: string, { nodeId, nodeName }: Cluster): boolean {
  return expression
    .split(',')
    .some((name) => ['_all', '*', '_local', '_master', nodeId, nodeName].includes(name));
}

/** What a node does unless it is told otherwise, sorted. ES: `DiscoveryNodeRole.roles`. */
const ROLES = [
  ...['data', 'data_cold', 'data_content', 'data_frozen', 'data_hot', 'data_warm', 'ingest', 'master', 'ml'],
  ...['remote_cluster_client', 'transform'],
];

function describe(cluster: Cluster, request: EsRequest, metrics: readonly string[]): object {
  const { host } = request.headers;
  const address = typeof host === 'string' && host.includes(':') ? host : '127.0.0.1:9200';
  const ip = address.slice(0, address.lastIndexOf(':'));
  return {
    name: cluster.nodeName,
    transport_address: `${ip}:9300`,
    host: ip,
    ip,
    version: cluster.version.number,
    build_flavor: cluster.buildFlavor,
    build_type: 'docker',
    roles: ROLES,
    ...((metrics.includes('_all') || metrics.includes('http')) && {
      http: {
        bound_address: [address],
        publish_address: address,
        max_content_length_in_bytes: 104_857_600,
      },
    }),
  };
}
