import type { Cluster } from '../rest/cluster.js';
import { endpoint, prettyOk } from '../rest/endpoint.js';
import type { EsVersion } from '../rest/version.js';

/**
 * Source: rest-layer A.11; ES: `RestMainAction`, which prints prettily; elasticsearch-clients-tests:
 * `info_serverless.yml`, for the name.
 */
export const info = endpoint({
  api: 'info',
  routes: ['GET /', 'HEAD /'],
  handle: ({ cluster }) => prettyOk(describe(cluster)),
});

function describe(cluster: Cluster): object {
  return {
    name: cluster.buildFlavor === 'serverless' ? 'serverless' : cluster.nodeName,
    cluster_name: cluster.name,
    cluster_uuid: cluster.uuid,
    version: {
      number: cluster.version.number,
      build_flavor: cluster.buildFlavor,
      build_type: 'docker',
      build_hash: BUILD_HASH,
      build_date: '2025-07-09T22:10:13.578182715Z',
      build_snapshot: false,
      ...compatibility(cluster.version),
    },
    tagline: 'You Know, for Search',
  };
}

const BUILD_HASH = '0000000000000000000000000000000000000000';

function compatibility({ major }: EsVersion): object {
  return major >= 9
    ? {
        lucene_version: '10.2.2',
        minimum_wire_compatibility_version: '8.19.0',
        minimum_index_compatibility_version: '8.0.0',
      }
    : {
        lucene_version: '9.12.0',
        minimum_wire_compatibility_version: '7.17.0',
        minimum_index_compatibility_version: '7.0.0',
      };
}
