import type { RolePrivileges } from './privileges.js';

/** Who sends a request. */
export interface Subject {
  readonly username: string;
  readonly roles: readonly string[];
  readonly privileges: RolePrivileges;
  /** What the owner of an API key may, who limits the key; undefined if nothing is beyond the owner. */
  readonly limitedBy: RolePrivileges | undefined;
  readonly apiKey: { readonly id: string; readonly name: string } | undefined;
}

/** Whether somebody holds privileges, and the owner of the key too. ES: `LimitedRole`. */
export function holds({ privileges, limitedBy }: Subject, check: (held: RolePrivileges) => boolean): boolean {
  return check(privileges) && (limitedBy === undefined || check(limitedBy));
}
