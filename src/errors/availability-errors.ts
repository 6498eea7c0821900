import { ElasticsearchError } from './elasticsearch-error.js';

/** 429: the node has too much to write. Source: rest-layer A.10. */
export function rejectedExecution(): ElasticsearchError {
  return new ElasticsearchError({
    status: 429,
    type: 'es_rejected_execution_exception',
    reason:
      'rejected execution of coordinating operation [coordinating_and_primary_bytes=0, replica_bytes=0, all_bytes=0, coordinating_operation_bytes=54215758, max_coordinating_bytes=53687091]',
    family: 'elasticsearch',
  });
}

/** 503: the cluster has no state yet. Source: rest-layer A.10. */
export function clusterUnavailable(): ElasticsearchError {
  return new ElasticsearchError({
    status: 503,
    type: 'cluster_block_exception',
    reason: 'blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];',
    family: 'elasticsearch',
  });
}

/** 500: any other failure of the server. */
export function serverFailure(status: number): ElasticsearchError {
  return new ElasticsearchError({
    status,
    type: 'exception',
    reason: 'injected by a fault rule',
    family: 'elasticsearch',
  });
}

/** 403: the user lacks a privilege. Source: rest-layer A.9. */
export function unauthorizedAction(): ElasticsearchError {
  return new ElasticsearchError({
    status: 403,
    type: 'security_exception',
    reason:
      'action [cluster:admin/xpack/connector/sync_job/claim] is unauthorized for user [elastic] with effective roles [none], this action is granted by the cluster privileges [manage_connector,manage,all]',
    family: 'elasticsearch',
  });
}

const CHALLENGES = ['Basic realm="security", charset="UTF-8"', 'ApiKey'];

/** 401: no credentials. Source: rest-layer A.9. */
export function missingCredentials(uri: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 401,
    type: 'security_exception',
    reason: `missing authentication credentials for REST request [${uri}]`,
    family: 'elasticsearch',
    headers: { 'WWW-Authenticate': CHALLENGES },
  });
}
