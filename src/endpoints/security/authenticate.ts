import { realmOf } from '../../protocol/security/realm.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { callerOf } from './caller.js';

/** Source: rest-layer B.17. Only there while security is on. */
export const securityAuthenticate = endpoint({
  api: 'security.authenticate',
  routes: ['GET /_security/_authenticate'],
  handle: (call) => {
    const { username, roles, apiKey } = callerOf(call);
    const isReserved = username === 'elastic' && apiKey === undefined;
    const realm = apiKey ? { name: '_es_api_key', type: '_es_api_key' } : realmOf(username);
    return ok({
      username,
      roles,
      full_name: null,
      email: null,
      metadata: isReserved ? { _reserved: true } : {},
      enabled: true,
      authentication_realm: realm,
      lookup_realm: realm,
      authentication_type: apiKey ? 'api_key' : 'realm',
      ...(apiKey && { api_key: apiKey }),
    });
  },
});
