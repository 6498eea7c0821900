import { descriptorOf, EVERYTHING, type RolePrivileges } from './privileges.js';
import type { RoleDescriptors } from './role-descriptor.js';

/** Who sends a request. */
export interface Subject {
  readonly username: string;
  readonly roles: readonly string[];
  readonly privileges: RolePrivileges;
  /** What the owner of an API key may, who limits the key; undefined if nothing is beyond the owner. */
  readonly limitedBy: RolePrivileges | undefined;
  readonly apiKey: { readonly id: string; readonly name: string } | undefined;
}

/** The roles of somebody, if it is one of which all is known: of several only the sum of their privileges is. */
export function knownRoles({ roles, privileges, apiKey }: Subject): RoleDescriptors | undefined {
  const [role, ...others] = roles;
  if (role === undefined || others.length > 0 || apiKey !== undefined || privileges === EVERYTHING) {
    return undefined;
  }
  return { [role]: descriptorOf(privileges) };
}

/** Whether somebody holds privileges, and the owner of the key too. ES: `LimitedRole`. */
export function holds({ privileges, limitedBy }: Subject, check: (held: RolePrivileges) => boolean): boolean {
  return check(privileges) && (limitedBy === undefined || check(limitedBy));
}
