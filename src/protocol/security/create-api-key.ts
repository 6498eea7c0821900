import type { Instant } from '../../clock/instant.js';
import type { IdSource } from '../../clock/ids.js';
import { deepFreeze } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { registerApiKey, type ApiKey } from './api-keys.js';
import type { RoleDescriptors } from './role-descriptor.js';

export interface ApiKeyRequest {
  readonly name: string;
  /** Milliseconds from now; undefined for a key that never expires. */
  readonly expiration: number | undefined;
  readonly metadata: JsonObject;
  readonly role_descriptors: RoleDescriptors;
  readonly limited_by: RoleDescriptors | undefined;
}

const MOST_CHARACTERS = 256;

/** What is wrong with the name of a key. ES: `AbstractCreateApiKeyRequest.validate`, `CreateApiKeyRequest`. */
export function apiKeyNameProblems(name: string | null | undefined): string[] {
  if (name === undefined || name === null || name === '') return ['api key name is required'];
  const problems: string[] = [];
  if (name.length > MOST_CHARACTERS) {
    problems.push(`api key name may not be more than ${MOST_CHARACTERS} characters long`);
  }
  if (name !== name.trim()) problems.push('api key name may not begin or end with whitespace');
  if (name.startsWith('_')) problems.push('api key name may not begin with an underscore');
  return problems;
}

/** ES: `AbstractCreateApiKeyRequest.validate`, `MetadataUtils.containsReservedMetadata`. */
export function apiKeyMetadataProblems(metadata: JsonObject): string[] {
  const isReserved = Object.keys(metadata).some((name) => name.startsWith('_'));
  return isReserved ? ['API key metadata keys may not start with [_]'] : [];
}

/** Makes a key for a user. Source: rest-layer B.17. */
export function createApiKey(
  store: Store,
  ids: IdSource,
  request: ApiKeyRequest,
  username: string,
  now: Instant,
): ApiKey {
  const creation = Math.floor(now);
  const key: ApiKey = {
    id: ids.documentId(),
    name: request.name,
    secret: ids.uuid(),
    creation,
    expiration: request.expiration === undefined ? undefined : creation + request.expiration,
    invalidation: undefined,
    username,
    metadata: deepFreeze(request.metadata),
    role_descriptors: request.role_descriptors,
    limited_by: request.limited_by,
  };
  registerApiKey(store, key);
  return key;
}

/** What a client sends after `ApiKey `. */
export function encodeApiKey({ id, secret }: ApiKey): string {
  return Buffer.from(`${id}:${secret}`).toString('base64');
}
