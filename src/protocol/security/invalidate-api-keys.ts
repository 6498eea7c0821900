import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import { realmOf } from './realm.js';
import { apiKeys, registerApiKey, type ApiKey } from './api-keys.js';

/** Which keys: all that fit what is given. */
export interface ApiKeySelection {
  readonly ids?: readonly string[] | undefined;
  /** With `*` at its end: all names that begin so. */
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  /** Of the user whose keys they are. */
  readonly realmName?: string | undefined;
}

/** The keys that fit, in the order of their creation. */
export function selectApiKeys(store: Store, { ids, name, username, realmName }: ApiKeySelection): ApiKey[] {
  return apiKeys(store).filter(
    (key) =>
      (ids === undefined || ids.includes(key.id)) &&
      (name === undefined || isNamed(key, name)) &&
      (username === undefined || key.username === username) &&
      (realmName === undefined || realmOf(key.username).name === realmName),
  );
}

function isNamed(key: ApiKey, name: string): boolean {
  return name.endsWith('*') ? key.name.startsWith(name.slice(0, -1)) : key.name === name;
}

/** Source: rest-layer B.17. */
export function invalidateApiKeys(store: Store, selection: ApiKeySelection, now: Instant): object {
  const selected = selectApiKeys(store, selection);
  const good = selected.filter(({ invalidation }) => invalidation === undefined);
  for (const key of good) registerApiKey(store, { ...key, invalidation: Math.floor(now) });
  const earlier = selected.filter(({ invalidation }) => invalidation !== undefined);
  return {
    invalidated_api_keys: good.map(({ id }) => id),
    previously_invalidated_api_keys: earlier.map(({ id }) => id),
    error_count: 0,
  };
}
