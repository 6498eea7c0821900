import { mayOnCluster, mayOnIndex } from '../../protocol/security/privileges.js';
import { holds, type Subject } from '../../protocol/security/subject.js';
import { endpoint, ok, requiredBody } from '../../rest/endpoint.js';
import {
  anyValue,
  boolean,
  objectArray,
  objectParser,
  optional,
  required,
  stringArray,
} from '../../xcontent/object-parser.js';
import { callerOf } from './caller.js';

const indexCheck = objectParser('has_privileges_index', {
  names: required(stringArray()),
  privileges: required(stringArray()),
  allow_restricted_indices: optional(boolean()),
});

const body = requiredBody(
  objectParser('has_privileges', {
    cluster: optional(stringArray()),
    index: optional(objectArray(indexCheck)),
    application: optional(anyValue()),
  }),
);

/**
 * Whether the caller holds privileges by their names; `all` holds every one. Source: rest-layer B.17. Only there
 * while security is on. DIVERGES: a privilege is not known to include lesser ones, and applications are passed over.
 */
export const securityHasPrivileges = endpoint({
  api: 'security.has_privileges',
  routes: [
    'GET /_security/user/_has_privileges',
    'POST /_security/user/_has_privileges',
    'GET /_security/user/{user}/_has_privileges',
    'POST /_security/user/{user}/_has_privileges',
  ],
  body,
  handle: (call) => {
    const subject = callerOf(call);
    const cluster = clusterAnswers(subject, call.body.cluster ?? []);
    const index = indexAnswers(subject, call.body.index ?? []);
    const answers = [...Object.values(cluster), ...Object.values(index).flatMap(Object.values<boolean>)];
    return ok({
      username: subject.username,
      has_all_requested: answers.every((answer) => answer),
      cluster,
      index,
      application: {},
    });
  },
});

function clusterAnswers(subject: Subject, asked: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(
    asked.map((privilege) => [privilege, holds(subject, (held) => mayOnCluster(held, [privilege, 'all']))]),
  );
}

interface IndexCheck {
  readonly names: readonly string[];
  readonly privileges: readonly string[];
}

/** An index that is asked about twice has one answer for both. ES: `ResourcePrivilegesMap.Builder`. */
function indexAnswers(
  subject: Subject,
  asked: readonly IndexCheck[],
): Record<string, Record<string, boolean>> {
  const answers = new Map<string, Map<string, boolean>>();
  for (const { names, privileges } of asked) {
    for (const name of names) {
      const ofName = answers.get(name) ?? new Map<string, boolean>();
      answers.set(name, ofName);
      for (const privilege of privileges) {
        const isHeld = holds(subject, (held) => mayOnIndex(held, name, [privilege, 'all']));
        ofName.set(privilege, isHeld);
      }
    }
  }
  return Object.fromEntries([...answers].map(([name, ofName]) => [name, Object.fromEntries(ofName)]));
}
