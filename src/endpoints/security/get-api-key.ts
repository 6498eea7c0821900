import { showApiKey } from '../../protocol/security/api-keys.js';
import { selectApiKeys } from '../../protocol/security/invalidate-api-keys.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag, text } from '../../rest/parameters.js';
import { callerOf } from './caller.js';

/** Source: rest-layer B.17. DIVERGES: there with security off, too. */
export const securityGetApiKey = endpoint({
  api: 'security.get_api_key',
  routes: ['GET /_security/api_key'],
  params: {
    id: text(),
    name: text(),
    username: text(),
    realm_name: text(),
    owner: flag(false),
    with_limited_by: flag(false),
    active_only: flag(false),
    with_profile_uid: flag(false),
  },
  handle: (call) => {
    const { id, name, username, owner, active_only: activeOnly } = call.params;
    const found = selectApiKeys(call.store, {
      ids: id === undefined ? undefined : [id],
      name,
      username: owner ? callerOf(call).username : username,
    });
    const isActive = (key: (typeof found)[number]): boolean =>
      key.invalidation === undefined && (key.expiration === undefined || key.expiration > call.now);
    const shown = activeOnly ? found.filter(isActive) : found;
    const isMissing = id !== undefined && shown.length === 0;
    return { status: isMissing ? 404 : 200, body: { api_keys: shown.map(showApiKey) } };
  },
});
