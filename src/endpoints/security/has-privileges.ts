import { privilegesCheckErrors } from '../../errors/role-descriptor-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { checkPrivileges, hasAll } from '../../protocol/security/check-privileges.js';
import { parsePrivilegesCheck } from '../../protocol/security/parse-privileges-check.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { callerOf } from './caller.js';

/**
 * Whether the caller holds privileges by their names. Source: rest-layer B.17; ES: `RestHasPrivilegesAction`. Only
 * there while security is on. DIVERGES: of most privileges it is only known that `all` includes them, and an action of
 * an application is held only by its own name.
 */
export const securityHasPrivileges = endpoint({
  api: 'security.has_privileges',
  routes: [
    'GET /_security/user/_has_privileges',
    'POST /_security/user/_has_privileges',
    'GET /_security/user/{user}/_has_privileges',
    'POST /_security/user/{user}/_has_privileges',
  ],
  body: { isRequired: true, acceptsSource: true, parse: (text) => text },
  handle: (call) => {
    const subject = callerOf(call);
    const { username } = subject;
    const { user = username } = call.path;
    const asked = parsePrivilegesCheck(user, call.body);
    const { cluster, indices, applications } = asked;
    if (cluster.length + indices.length + applications.length === 0) {
      throw actionRequestValidation(['must specify at least one privilege']);
    }
    if (user !== username) throw privilegesCheckErrors.ofSomebodyElse();
    const answer = checkPrivileges(subject, asked);
    return ok({ username, has_all_requested: hasAll(answer), ...answer });
  },
});
