import { patternMatcher } from '../indices/resolve-targets.js';
import type { RolePrivileges } from './privileges.js';

/** Which documents of an index somebody sees: all, none, or those that at least one query matches. */
export type DocumentPermissions = 'all' | 'none' | readonly string[];

interface Group {
  readonly names: ReadonlySet<string>;
  readonly privileges: readonly string[];
  /** Undefined: no limit. */
  readonly queries: readonly string[] | undefined;
}

/**
 * What privileges allow of an index that is reached by some names (its own, aliases). Entries that grant the action
 * add up; one without a query lifts the limit. ES: `IndicesPermission.authorize`, `DocumentPermissions`.
 */
export function documentPermissions(
  { indices = [] }: RolePrivileges,
  names: readonly string[],
  grantedBy: readonly string[],
): DocumentPermissions {
  const granting = groupsOf(indices).filter(
    (group) =>
      group.privileges.some((privilege) => grantedBy.includes(privilege)) &&
      [...group.names].some((pattern) => names.some(patternMatcher(pattern))),
  );
  if (granting.length === 0) return 'none';
  const queries: string[] = [];
  for (const group of granting) {
    if (group.queries === undefined) return 'all';
    queries.push(...group.queries);
  }
  return queries;
}

/**
 * Entries for the same names are one: their privileges add up, and a query counts only if all of them have one.
 * ES: `CompositeRolesStore.MergeableIndicesPrivilege`.
 */
function groupsOf(entries: NonNullable<RolePrivileges['indices']>): Group[] {
  const groups: Group[] = [];
  for (const { names, privileges, query } of entries) {
    const set = new Set(names);
    const queries = query === undefined ? undefined : [query];
    const at = groups.findIndex((group) => isSameSet(group.names, set));
    const known = groups[at];
    if (known === undefined) groups.push({ names: set, privileges, queries });
    else {
      groups[at] = {
        names: set,
        privileges: [...known.privileges, ...privileges],
        queries: known.queries && queries && [...known.queries, ...queries],
      };
    }
  }
  return groups;
}

function isSameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((name) => right.has(name));
}
