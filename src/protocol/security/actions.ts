import { lazily } from '../../lazily.js';

/** The action behind an API, and the privileges that grant it. ES: `IndexPrivilege`, `ClusterPrivilegeResolver`. */
export interface Action {
  readonly name: string;
  /** `anywhere` asks for a privilege on any index: what is done to which one is looked at later. */
  readonly scope: 'cluster' | 'index' | 'anywhere';
  readonly grantedBy: readonly string[];
}

const READ = ['read', 'all'];
const INDEX = ['create_doc', 'create', 'index', 'write', 'all'];
const METADATA = ['view_index_metadata', 'manage', 'all'];
const MANAGE = ['manage', 'all'];
const MONITOR = ['monitor', 'manage', 'all'];

type Row = readonly [api: string, action: string, scope: Action['scope'], grantedBy: readonly string[]];

const rows = (): readonly Row[] => [
  ['info', 'cluster:monitor/main', 'cluster', MONITOR],
  ['cluster.health', 'cluster:monitor/health', 'cluster', MONITOR],
  ['nodes.info', 'cluster:monitor/nodes/info', 'cluster', MONITOR],
  ['license.get', 'cluster:monitor/xpack/license/get', 'cluster', MONITOR],
  [
    'ingest.get_pipeline',
    'cluster:admin/ingest/pipeline/get',
    'cluster',
    ['read_pipeline', 'manage_ingest_pipelines', 'manage_pipeline', 'manage', 'all'],
  ],
  [
    'ingest.put_pipeline',
    'cluster:admin/ingest/pipeline/put',
    'cluster',
    ['manage_ingest_pipelines', 'manage_pipeline', 'manage', 'all'],
  ],
  [
    'ingest.delete_pipeline',
    'cluster:admin/ingest/pipeline/delete',
    'cluster',
    ['manage_ingest_pipelines', 'manage_pipeline', 'manage', 'all'],
  ],
  [
    'security.create_api_key',
    'cluster:admin/xpack/security/api_key/create',
    'cluster',
    ['manage_own_api_key', 'manage_api_key', 'manage_security', 'all'],
  ],
  [
    'security.get_api_key',
    'cluster:admin/xpack/security/api_key/get',
    'cluster',
    ['manage_own_api_key', 'read_security', 'manage_api_key', 'manage_security', 'all'],
  ],
  [
    'security.invalidate_api_key',
    'cluster:admin/xpack/security/api_key/invalidate',
    'cluster',
    ['manage_own_api_key', 'manage_api_key', 'manage_security', 'all'],
  ],
  // Of the keys of others.
  [
    'security.get_api_key[any]',
    'cluster:admin/xpack/security/api_key/get',
    'cluster',
    ['read_security', 'manage_api_key', 'manage_security', 'all'],
  ],
  [
    'security.invalidate_api_key[any]',
    'cluster:admin/xpack/security/api_key/invalidate',
    'cluster',
    ['manage_api_key', 'manage_security', 'all'],
  ],
  ['search', 'indices:data/read/search', 'index', READ],
  ['count', 'indices:data/read/search', 'index', READ],
  ['msearch', 'indices:data/read/msearch', 'anywhere', READ],
  ['mget', 'indices:data/read/mget', 'anywhere', READ],
  ['mget[shard]', 'indices:data/read/mget[shard]', 'index', READ],
  ['get', 'indices:data/read/get', 'index', READ],
  ['exists', 'indices:data/read/get', 'index', READ],
  ['get_source', 'indices:data/read/get', 'index', READ],
  ['exists_source', 'indices:data/read/get', 'index', READ],
  ['open_point_in_time', 'indices:data/read/open_point_in_time', 'index', READ],
  ['index', 'indices:data/write/index', 'index', INDEX],
  ['create', 'indices:data/write/index', 'index', INDEX],
  ['update', 'indices:data/write/update', 'index', ['index', 'write', 'all']],
  ['delete', 'indices:data/write/delete', 'index', ['delete', 'write', 'all']],
  [
    'bulk',
    'indices:data/write/bulk',
    'anywhere',
    ['create_doc', 'create', 'delete', 'index', 'write', 'all'],
  ],
  ['delete_by_query', 'indices:data/write/delete/byquery', 'index', ['delete', 'write', 'all']],
  ['update_by_query', 'indices:data/write/update/byquery', 'index', ['index', 'write', 'all']],
  ['indices.refresh', 'indices:admin/refresh', 'index', ['maintenance', 'manage', 'all']],
  ['indices.create', 'indices:admin/create', 'index', ['create_index', 'manage', 'all']],
  ['indices.delete', 'indices:admin/delete', 'index', ['delete_index', 'manage', 'all']],
  ['indices.get', 'indices:admin/get', 'index', METADATA],
  ['indices.exists', 'indices:admin/get', 'index', METADATA],
  ['indices.get_mapping', 'indices:admin/mappings/get', 'index', METADATA],
  ['indices.put_mapping', 'indices:admin/mapping/put', 'index', MANAGE],
  [
    'indices.get_settings',
    'indices:monitor/settings/get',
    'index',
    ['monitor', 'view_index_metadata', 'manage', 'all'],
  ],
  ['indices.put_settings', 'indices:admin/settings/update', 'index', MANAGE],
  ['indices.get_alias', 'indices:admin/aliases/get', 'index', METADATA],
  ['indices.exists_alias', 'indices:admin/aliases/get', 'index', METADATA],
  ['indices.put_alias', 'indices:admin/aliases', 'index', MANAGE],
  ['indices.delete_alias', 'indices:admin/aliases', 'index', MANAGE],
  ['indices.close', 'indices:admin/close', 'index', MANAGE],
  ['indices.open', 'indices:admin/open', 'index', MANAGE],
  ['indices.stats', 'indices:monitor/stats', 'index', MONITOR],
];

const actions = lazily(
  (): ReadonlyMap<string, Action> =>
    new Map(rows().map(([api, name, scope, grantedBy]) => [api, { name, scope, grantedBy }])),
);

const CONNECTOR_READS = /^connector\.(get|list|sync_job_get|sync_job_list)$/;

/** Those of the connector API whose action is not called as the API. ES: `UpdateConnectorLastSeenAction` and its like. */
const CONNECTOR_ACTIONS: Readonly<Record<string, string>> = {
  check_in: 'update_last_seen',
  last_sync: 'update_last_sync_stats',
  update_active_filtering: 'update_filtering/activate',
  update_filtering_validation: 'update_filtering/draft_validation',
  sync_job_error: 'sync_job/update_error',
};

/** `connector.sync_job_claim` is the action `cluster:admin/xpack/connector/sync_job/claim`. */
function connectorAction(api: string): string {
  const name = api.slice('connector.'.length);
  const action = CONNECTOR_ACTIONS[name] ?? name.replace(/^(sync_job|secret)_/, '$1/');
  return `cluster:admin/xpack/connector/${action}`;
}

/** The action of an API; undefined if everybody may use it who got in. */
export function actionOf(api: string): Action | undefined {
  const known = actions().get(api);
  if (known !== undefined || !api.startsWith('connector.')) return known;
  return { name: connectorAction(api), scope: 'cluster', grantedBy: connectorPrivileges(api) };
}

/** `manage_connector` grants everything under `cluster:admin/xpack/connector`. ES: `ClusterPrivilegeResolver`. */
function connectorPrivileges(api: string): readonly string[] {
  const more = ['manage_connector', 'manage', 'all'];
  if (CONNECTOR_READS.test(api)) return ['monitor_connector', ...more];
  if (!api.startsWith('connector.secret_')) return more;
  return [api.endsWith('_get') ? 'read_connector_secrets' : 'write_connector_secrets', ...more];
}
