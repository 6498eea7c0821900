import { parseTimeValue } from '../../clock/duration.js';
import {
  apiKeyMetadataProblems,
  apiKeyNameProblems,
  createApiKey,
  encodeApiKey,
} from '../../protocol/security/create-api-key.js';
import { checkRoleQueries } from '../../protocol/security/check-role-queries.js';
import { parseRoleDescriptor } from '../../protocol/security/parse-role-descriptor.js';
import { knownRoles } from '../../protocol/security/subject.js';
import { roleDescriptorProblems } from '../../protocol/security/validate-role-descriptor.js';
import { endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import { refresh } from '../../rest/parameters.js';
import {
  mapped,
  namedObjects,
  object,
  objectParser,
  optional,
  string,
  stringOrNull,
} from '../../xcontent/object-parser.js';
import { callerOf } from './caller.js';

const body = requiredBody(
  objectParser('api_key_request', {
    name: optional(stringOrNull()),
    role_descriptors: optional(
      namedObjects('role_descriptors', (role, reader) => parseRoleDescriptor(role, reader)),
    ),
    expiration: optional(mapped(string(), (text) => parseTimeValue(text, 'expiration'))),
    metadata: optional(object()),
  }),
);

/**
 * Source: rest-layer B.17. DIVERGES: there with security off, too, since the connectors' command line makes keys.
 */
export const securityCreateApiKey = endpoint({
  api: 'security.create_api_key',
  routes: ['POST /_security/api_key', 'PUT /_security/api_key'],
  params: { refresh: refresh() },
  body,
  validate: ({ body: { name, role_descriptors = {}, metadata = {} } }) => [
    ...apiKeyNameProblems(name),
    ...apiKeyMetadataProblems(metadata),
    ...Object.values(role_descriptors).flatMap(roleDescriptorProblems),
  ],
  handle: (call) => {
    const { name, expiration, metadata = {}, role_descriptors = {} } = call.body;
    const caller = callerOf(call);
    const { username } = caller;
    const request = {
      name: name ?? '',
      expiration,
      metadata,
      role_descriptors,
      limited_by: knownRoles(caller),
    };
    const user = { username, roles: [], metadata: {} };
    for (const role of Object.values(role_descriptors)) checkRoleQueries(role, user);
    const key = createApiKey(call.store, call.cluster.ids, request, username, call.now);
    return ok({
      id: key.id,
      name: key.name,
      ...(key.expiration !== undefined && { expiration: key.expiration }),
      api_key: key.secret,
      encoded: encodeApiKey(key),
    });
  },
});
