import { unknownClusterPrivilege, unknownIndexPrivilege } from '../../errors/role-descriptor-errors.js';
import { lazily } from '../../lazily.js';

/** In the order in which messages list them: from the least to the most. ES: `ClusterPrivilegeResolver.VALUES`. */
const clusterPrivileges = lazily(() => [
  ...['manage_own_api_key', 'manage_data_stream_global_retention', 'monitor_data_stream_global_retention'],
  ...['none', 'cancel_task', 'cross_cluster_replication', 'cross_cluster_search', 'delegate_pki'],
  ...['grant_api_key', 'manage_autoscaling', 'manage_index_templates', 'manage_logstash_pipelines'],
  ...['manage_oidc', 'manage_saml', 'manage_search_application', 'manage_search_query_rules'],
  ...['manage_search_synonyms', 'manage_service_account', 'manage_token', 'manage_user_profile'],
  ...['monitor_connector', 'monitor_enrich', 'monitor_esql', 'monitor_inference', 'monitor_ml'],
  ...['monitor_reindex', 'monitor_rollup', 'monitor_snapshot', 'monitor_stats', 'monitor_text_structure'],
  ...['monitor_watcher', 'post_behavioral_analytics_event', 'read_ccr', 'read_connector_secrets'],
  ...['read_fleet_secrets', 'read_ilm', 'read_pipeline', 'read_security', 'read_slm', 'transport_client'],
  ...['write_connector_secrets', 'write_fleet_secrets', 'create_snapshot', 'manage_api_key'],
  ...['manage_behavioral_analytics', 'manage_ccr', 'manage_connector', 'manage_enrich', 'manage_esql'],
  ...['manage_ilm', 'manage_inference', 'manage_ml', 'manage_reindex', 'manage_rollup', 'manage_slm'],
  ...['manage_watcher', 'monitor_data_frame_transforms', 'monitor_transform', 'manage_ingest_pipelines'],
  ...['manage_pipeline', 'manage_data_frame_transforms', 'manage_transform', 'manage_security', 'monitor'],
  ...['manage', 'all'],
]);

/** Sorted, as messages list them. ES: `IndexPrivilege.names`. */
const indexPrivileges = lazily(() => [
  ...['all', 'auto_configure', 'create', 'create_doc', 'create_index', 'cross_cluster_replication'],
  ...['cross_cluster_replication_internal', 'delete', 'delete_index', 'index', 'maintenance', 'manage'],
  ...['manage_data_stream_lifecycle', 'manage_failure_store', 'manage_follow_index', 'manage_ilm'],
  ...['manage_leader_index', 'monitor', 'none', 'read', 'read_cross_cluster', 'read_failure_store'],
  ...['view_index_metadata', 'write'],
]);

const CLUSTER_ACTION = /^(?:cluster:|indices:admin\/(?:index_)?template\/)/;
const INDEX_ACTION = /^(?:internal:transport\/proxy\/)?indices:/;

/** What is wrong with the name of a cluster privilege; undefined if it is one. ES: `ClusterPrivilegeResolver.resolve`. */
export function clusterPrivilegeProblem(name: string): string | undefined {
  const lowered = name.toLowerCase();
  const isKnown = CLUSTER_ACTION.test(lowered) || clusterPrivileges().includes(lowered);
  return isKnown ? undefined : unknownClusterPrivilege(lowered, clusterPrivileges());
}

/** The same for an index privilege. ES: `IndexPrivilege.resolve`. */
export function indexPrivilegeProblem(name: string): string | undefined {
  const lowered = name.toLowerCase();
  const isKnown = INDEX_ACTION.test(lowered) || indexPrivileges().includes(lowered);
  return isKnown ? undefined : unknownIndexPrivilege(lowered, indexPrivileges());
}
