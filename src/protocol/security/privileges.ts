import { patternMatcher } from '../indices/resolve-targets.js';
import type {
  ApplicationResourcePrivileges,
  IndicesPrivileges,
  RoleDescriptor,
  RoleDescriptors,
} from './role-descriptor.js';

/** What somebody may do. */
export interface Privileges {
  /** Cluster privileges, e.g. `monitor`, `manage`, `all`. */
  readonly cluster?: readonly string[];
  readonly indices?: readonly IndexPrivileges[];
}

export interface IndexPrivileges {
  /** Names or patterns. */
  readonly names: readonly string[];
  /** e.g. `read`, `write`, `manage`, `all`. */
  readonly privileges: readonly string[];
}

/** The same with the queries that limit them to some documents. */
export interface RolePrivileges extends Privileges {
  readonly indices?: readonly (IndexPrivileges & Pick<IndicesPrivileges, 'query'>)[];
  readonly applications?: readonly ApplicationResourcePrivileges[];
}

/** What `superuser` may. */
export const EVERYTHING: RolePrivileges = {
  cluster: ['all'],
  indices: [{ names: ['*'], privileges: ['all'] }],
  applications: [{ application: '*', privileges: ['*'], resources: ['*'] }],
};

/** Whether one of the privileges that grant an action on the cluster is held. */
export function mayOnCluster(held: Privileges, grantedBy: readonly string[]): boolean {
  return (held.cluster ?? []).some((privilege) => grantedBy.includes(privilege));
}

/** Whether one of the privileges that grant an action is held on an index of that name. */
export function mayOnIndex(held: Privileges, name: string, grantedBy: readonly string[]): boolean {
  return (held.indices ?? []).some(
    ({ names, privileges }) =>
      names.some((pattern) => patternMatcher(pattern)(name)) &&
      privileges.some((privilege) => grantedBy.includes(privilege)),
  );
}

/** Whether a privilege of an application is held on a resource of it. */
export function mayOnApplication(
  held: RolePrivileges,
  application: string,
  resource: string,
  privilege: string,
): boolean {
  return (held.applications ?? []).some(
    (granted) =>
      patternMatcher(granted.application)(application) &&
      granted.resources.some((pattern) => patternMatcher(pattern)(resource)) &&
      granted.privileges.some((pattern) => patternMatcher(pattern)(privilege)),
  );
}

/** Whether it is held on any index at all, as `_bulk` asks before it looks at its items. */
export function maySomewhere(held: Privileges, grantedBy: readonly string[]): boolean {
  return (held.indices ?? []).some(({ privileges }) =>
    privileges.some((privilege) => grantedBy.includes(privilege)),
  );
}

/** A role that allows just that. */
export function descriptorOf({ cluster = [], indices = [] }: Privileges): RoleDescriptor {
  return {
    cluster,
    indices: indices.map(({ names, privileges }) => ({ names, privileges, allow_restricted_indices: false })),
    applications: [],
    run_as: [],
    metadata: {},
  };
}

/** What the role descriptors of an API key allow; undefined if it has none and may what its owner may. */
export function privilegesOf(descriptors: RoleDescriptors): RolePrivileges | undefined {
  const roles = Object.values(descriptors);
  if (roles.length === 0) return undefined;
  return {
    cluster: roles.flatMap(({ cluster }) => cluster),
    indices: roles.flatMap(({ indices }) => indices),
    applications: roles.flatMap(({ applications }) => applications),
  };
}
