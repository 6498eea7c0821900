import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { patternMatcher } from '../indices/resolve-targets.js';

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

/** What `superuser` may. */
export const EVERYTHING: Privileges = {
  cluster: ['all'],
  indices: [{ names: ['*'], privileges: ['all'] }],
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

/** Whether it is held on any index at all, as `_bulk` asks before it looks at its items. */
export function maySomewhere(held: Privileges, grantedBy: readonly string[]): boolean {
  return (held.indices ?? []).some(({ privileges }) =>
    privileges.some((privilege) => grantedBy.includes(privilege)),
  );
}

/** The privileges of an API key's role descriptors; undefined if it has none and may what its owner may. */
export function privilegesOf(descriptors: JsonObject): Privileges | undefined {
  const roles = Object.values(descriptors).filter(isJsonObject);
  if (roles.length === 0) return undefined;
  return {
    cluster: roles.flatMap(({ cluster }) => texts(cluster)),
    indices: roles.flatMap(({ indices, index }) =>
      list(indices ?? index)
        .filter(isJsonObject)
        .map(({ names, privileges }) => ({ names: texts(names), privileges: texts(privileges) })),
    ),
  };
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
}

function texts(value: JsonValue | undefined): string[] {
  return list(value).filter((member) => typeof member === 'string');
}
