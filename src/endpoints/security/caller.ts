import { lazily } from '../../lazily.js';
import { EVERYTHING } from '../../protocol/security/privileges.js';
import type { Subject } from '../../protocol/security/subject.js';
import type { AnyCall } from '../../rest/endpoint.js';

const anybody = lazily((): Subject => ({
  username: 'elastic',
  roles: ['superuser'],
  privileges: EVERYTHING,
  limitedBy: undefined,
  apiKey: undefined,
}));

/** Who sends a request; the built-in user while security is off. */
export function callerOf({ cluster, request, now }: Pick<AnyCall, 'cluster' | 'request' | 'now'>): Subject {
  return cluster.security?.subjectOf(request, now) ?? anybody();
}
