import { showApiKey } from '../../protocol/security/api-keys.js';
import { selectApiKeys } from '../../protocol/security/invalidate-api-keys.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag, parameter } from '../../rest/parameters.js';
import { authorizeApiKeys, textOrNone } from './authorize-api-keys.js';
import { callerOf } from './caller.js';

const name = parameter(textOrNone);

/** Source: rest-layer B.17; ES: `GetApiKeyRequest`. DIVERGES: there with security off, too. */
export const securityGetApiKey = endpoint({
  api: 'security.get_api_key',
  routes: ['GET /_security/api_key'],
  params: {
    id: name,
    name,
    username: name,
    realm_name: name,
    owner: flag(false),
    with_limited_by: flag(false),
    active_only: flag(false),
    with_profile_uid: flag(false),
  },
  validate: ({ params }) => problems(params),
  handle: (call) => {
    const { id, name, username, realm_name: realmName, owner, active_only: activeOnly } = call.params;
    const ids = id === undefined ? undefined : [id];
    const withLimitedBy = call.params.with_limited_by;
    const asked = { ids, username, realmName, isOwned: owner, withLimitedBy };
    authorizeApiKeys(call, 'security.get_api_key', asked);
    const found = selectApiKeys(call.store, {
      ids,
      name,
      username: owner ? callerOf(call).username : username,
      realmName,
    });
    const isActive = (key: (typeof found)[number]): boolean =>
      key.invalidation === undefined && (key.expiration === undefined || key.expiration > call.now);
    const shown = activeOnly ? found.filter(isActive) : found;
    return {
      status: id !== undefined && shown.length === 0 ? 404 : 200,
      body: { api_keys: shown.map((key) => showApiKey(key, { withLimitedBy })) },
      gap: withLimitedBy && shown.some((key) => !key.limited_by) ? 'limited_by of API keys' : undefined,
    };
  },
});

interface Asked {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly username: string | undefined;
  readonly realm_name: string | undefined;
  readonly owner: boolean;
}

function problems({ id, name, username, realm_name, owner }: Asked): string[] {
  const isOfUser = username !== undefined || realm_name !== undefined;
  const found: string[] = [];
  if ((id !== undefined || name !== undefined) && isOfUser) {
    found.push(
      'username or realm name must not be specified when the api key id or api key name is specified',
    );
  }
  if (owner && isOfUser) {
    found.push('neither username nor realm-name may be specified when retrieving owned API keys');
  }
  if (id !== undefined && name !== undefined) {
    found.push('only one of [api key id, api key name] can be specified');
  }
  return found;
}
