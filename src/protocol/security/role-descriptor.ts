import type { JsonObject } from '../../xcontent/json.js';

/** What a role allows. ES: `RoleDescriptor`. */
export interface RoleDescriptor {
  readonly cluster: readonly string[];
  readonly indices: readonly IndicesPrivileges[];
  readonly applications: readonly ApplicationResourcePrivileges[];
  readonly run_as: readonly string[];
  readonly metadata: JsonObject;
}

/** ES: `RoleDescriptor.IndicesPrivileges`. */
export interface IndicesPrivileges {
  readonly names: readonly string[];
  readonly privileges: readonly string[];
  readonly field_security?: { readonly grant?: readonly string[]; readonly except?: readonly string[] };
  /** JSON of the query, or of a template for one, that limits the documents; undefined for all of them. */
  readonly query?: string;
  readonly allow_restricted_indices: boolean;
}

/** ES: `RoleDescriptor.ApplicationResourcePrivileges`. */
export interface ApplicationResourcePrivileges {
  readonly application: string;
  readonly privileges: readonly string[];
  readonly resources: readonly string[];
}

export type RoleDescriptors = Readonly<Record<string, RoleDescriptor>>;

/** ES: `RoleDescriptor.toXContent`. */
export function showRoleDescriptor(role: RoleDescriptor): object {
  return {
    cluster: role.cluster,
    indices: role.indices.map(showIndices),
    applications: role.applications,
    run_as: role.run_as,
    metadata: role.metadata,
    transient_metadata: { enabled: true },
  };
}

/** ES: `RoleDescriptor.IndicesPrivileges.innerToXContent`. */
function showIndices({ names, privileges, field_security, query, ...rest }: IndicesPrivileges): object {
  return {
    names,
    privileges,
    ...(field_security && { field_security }),
    ...(query !== undefined && { query }),
    allow_restricted_indices: rest.allow_restricted_indices,
  };
}
