import type { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { unauthorized } from '../../errors/security-errors.js';
import { actionOf } from './actions.js';
import { mayOnCluster, mayOnIndex, maySomewhere } from './privileges.js';
import { holds, type Subject } from './subject.js';

/** ES: `AuthorizationService.authorize`. Patterns only ever mean what one may see, so they are never refused. */
export function refusal(
  subject: Subject,
  api: string,
  target: string | undefined,
): ElasticsearchError | undefined {
  const action = actionOf(api);
  if (action === undefined) return undefined;
  const refused = { username: subject.username, roles: subject.roles, apiKeyId: subject.apiKey?.id };
  const { name, scope, grantedBy } = action;
  if (scope === 'cluster') {
    return holds(subject, (held) => mayOnCluster(held, grantedBy))
      ? undefined
      : unauthorized(name, refused, undefined, grantedBy);
  }
  const names = (target ?? '')
    .split(',')
    .filter((each) => each !== '' && each !== '_all' && !each.includes('*'));
  if (scope === 'anywhere' || names.length === 0) {
    return holds(subject, (held) => maySomewhere(held, grantedBy))
      ? undefined
      : unauthorized(name, refused, names, grantedBy);
  }
  const forbidden = names.filter((each) => !holds(subject, (held) => mayOnIndex(held, each, grantedBy)));
  return forbidden.length === 0 ? undefined : unauthorized(name, refused, forbidden, grantedBy);
}
