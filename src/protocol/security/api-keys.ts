import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { realmOf } from './realm.js';
import { showRoleDescriptor, type RoleDescriptors } from './role-descriptor.js';

/** An API key as the store keeps it. */
export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly secret: string;
  readonly creation: number;
  readonly expiration: number | undefined;
  /** When it was invalidated; undefined while it is good. */
  readonly invalidation: number | undefined;
  readonly username: string;
  readonly metadata: JsonObject;
  readonly role_descriptors: RoleDescriptors;
  /** The roles of its owner when it was made; undefined where they are not known one by one. */
  readonly limited_by: RoleDescriptors | undefined;
}

const REGISTRY = 'api_key';

export function findApiKey(store: Store, id: string): ApiKey | undefined {
  return store.registered(REGISTRY, id) as ApiKey | undefined;
}

/** All keys in the order of their creation. */
export function apiKeys(store: Store): ApiKey[] {
  return [...store.registry(REGISTRY).values()] as ApiKey[];
}

export function registerApiKey(store: Store, key: ApiKey): void {
  store.register(REGISTRY, key.id, key);
}

/** Why a key does not open; undefined if it does. Source: rest-layer A.9; ES: `ApiKeyService`. */
export function apiKeyProblem(store: Store, id: string, secret: string, now: Instant): string | undefined {
  const key = findApiKey(store, id);
  if (key === undefined) return `unable to find apikey with id ${id}`;
  if (key.invalidation !== undefined) return `api key [${id}] has been invalidated`;
  if (key.secret !== secret) return `invalid credentials for API key [${id}]`;
  return key.expiration !== undefined && key.expiration <= now ? 'api key is expired' : undefined;
}

/** A key as the API lists it. Source: rest-layer B.17; ES: `ApiKey.toXContent`. */
export function showApiKey(key: ApiKey, { withLimitedBy }: { readonly withLimitedBy: boolean }): object {
  return {
    id: key.id,
    name: key.name,
    type: 'rest',
    creation: key.creation,
    ...(key.expiration !== undefined && { expiration: key.expiration }),
    invalidated: key.invalidation !== undefined,
    ...(key.invalidation !== undefined && { invalidation: key.invalidation }),
    username: key.username,
    realm: realmOf(key.username).name,
    realm_type: realmOf(key.username).type,
    metadata: key.metadata,
    role_descriptors: showRoles(key.role_descriptors),
    ...(withLimitedBy && key.limited_by && { limited_by: [showRoles(key.limited_by)] }),
  };
}

function showRoles(roles: RoleDescriptors): object {
  return Object.fromEntries(Object.entries(roles).map(([name, role]) => [name, showRoleDescriptor(role)]));
}
