import { realmOf } from './realm.js';
import type { Subject } from './subject.js';

/** Which keys a request is about, as it says it. */
export interface AskedApiKeys {
  readonly ids: readonly string[] | undefined;
  readonly username: string | undefined;
  readonly realmName: string | undefined;
  readonly isOwned: boolean;
  /** Whether it is also about the roles of their owner, which a key may not see of itself. */
  readonly withLimitedBy: boolean;
}

/**
 * Whether a request is about its sender's own keys, so that `manage_own_api_key` is enough for it. To a key only
 * itself is its own. ES: `ManageOwnApiKeyClusterPrivilege`.
 */
export function areOwnApiKeys({ apiKey, username }: Subject, asked: AskedApiKeys): boolean {
  if (apiKey !== undefined) {
    return !asked.withLimitedBy && asked.ids !== undefined && asked.ids.every((id) => id === apiKey.id);
  }
  return asked.isOwned || (asked.username === username && asked.realmName === realmOf(username).name);
}
