import { invalidateApiKeys } from '../../protocol/security/invalidate-api-keys.js';
import { endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import { boolean, objectParser, optional, string, stringArray } from '../../xcontent/object-parser.js';
import { callerOf } from './caller.js';

const body = requiredBody(
  objectParser('invalidate_api_key', {
    realm_name: optional(string()),
    username: optional(string()),
    id: optional(string()),
    name: optional(string()),
    owner: optional(boolean()),
    ids: optional(stringArray()),
  }),
);

/** Source: rest-layer B.17; ES: `InvalidateApiKeyRequest`. DIVERGES: there with security off, too. */
export const securityInvalidateApiKey = endpoint({
  api: 'security.invalidate_api_key',
  routes: ['DELETE /_security/api_key'],
  body,
  validate: ({ body: sent }) => problems(sent),
  handle: (call) => {
    const { id, ids, name, username, owner } = call.body;
    const selection = {
      ids: ids ?? (id === undefined ? undefined : [id]),
      name,
      username: owner === true ? callerOf(call).username : username,
    };
    return ok(invalidateApiKeys(call.store, selection, call.now));
  },
});

interface Sent {
  readonly realm_name?: string;
  readonly username?: string;
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly name?: string;
  readonly owner?: boolean;
}

function problems({ realm_name, username, id, ids, name, owner }: Sent): string[] {
  if (ids?.length === 0) return ['Field [ids] cannot be an empty array'];
  const hasIds = id !== undefined || ids !== undefined;
  const isOwned = owner === true;
  const isOfUser = realm_name !== undefined || username !== undefined;
  if (!hasIds && name === undefined && !isOfUser && !isOwned) {
    return [
      'One of [api key id(s), api key name, username, realm name] must be specified if [owner] flag is false',
    ];
  }
  if ((hasIds || name !== undefined) && isOfUser) {
    return [
      'username or realm name must not be specified when the api key id(s) or api key name are specified',
    ];
  }
  if (hasIds && name !== undefined) return ['only one of [api key id(s), api key name] can be specified'];
  if (isOwned && isOfUser) {
    return ['neither username nor realm-name may be specified when invalidating owned API keys'];
  }
  return [];
}
