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
  routes: ['GET /_nodes', 'GET /_nodes/{node_id}', 'GET /_nodes/{node_id}/{metric}'],
  params: { flat_settings: flag(false), timeout: time() },
  handle: ({ path, cluster, request }) => {
    const isKnown = path.node_id === undefined || isMe(path.node_id, cluster) || path.metric === undefined;
    const count = isKnown ? 1 : 0;
    return ok({
      _nodes: { total: count, successful: count, failed: 0 },
      cluster_name: cluster.name,
      nodes: isKnown ? { [cluster.nodeId]: describe(cluster, request) } : {},
    });
  },
});

function isMe(expression: string, { nodeId, nodeName }: Cluster): boolean {
  return expression
    .split(',')
    .some((name) => ['_all', '*', '_local', '_master', nodeId, nodeName].includes(name));
}

function describe(cluster: Cluster, request: EsRequest): object {
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
    roles: ['data', 'ingest', 'master'],
    http: {
      bound_address: [address],
      publish_address: address,
      max_content_length_in_bytes: 104_857_600,
    },
  };
}
