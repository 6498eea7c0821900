import { lazily } from '../../lazily.js';

/** Index privileges, and those beside `all` that include them. ES: `IndexPrivilege`. */
const ofIndex = lazily(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map([
      ['create_doc', ['create', 'index', 'write']],
      ['create', ['index', 'write']],
      ['index', ['write']],
      ['delete', ['write']],
      ['monitor', ['manage']],
      ['maintenance', ['manage']],
      ['create_index', ['manage']],
      ['delete_index', ['manage']],
      ['view_index_metadata', ['manage']],
    ]),
);

const MANAGE = ['manage'];

/** The same of the cluster, those that connectors have to do with. ES: `ClusterPrivilegeResolver`. */
const ofCluster = lazily(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map([
      ['monitor', MANAGE],
      ['manage_connector', MANAGE],
      ['monitor_connector', ['manage_connector', ...MANAGE]],
      ['read_connector_secrets', MANAGE],
      ['write_connector_secrets', MANAGE],
      ['read_pipeline', ['manage_ingest_pipelines', 'manage_pipeline', ...MANAGE]],
      ['manage_ingest_pipelines', ['manage_pipeline', ...MANAGE]],
      ['manage_pipeline', ['manage_ingest_pipelines', ...MANAGE]],
      ['manage_index_templates', MANAGE],
      ['manage_own_api_key', ['manage_api_key', 'manage_security']],
      ['manage_api_key', ['manage_security']],
      ['read_security', ['manage_security']],
    ]),
);

/** A cluster privilege and all that include it. */
export function widerClusterPrivileges(name: string): readonly string[] {
  return [name, ...(ofCluster().get(name) ?? []), 'all'];
}

/** An index privilege and all that include it. */
export function widerIndexPrivileges(name: string): readonly string[] {
  return [name, ...(ofIndex().get(name) ?? []), 'all'];
}
