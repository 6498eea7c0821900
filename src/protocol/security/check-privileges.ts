import { illegalArgument } from '../../errors/request-errors.js';
import type { PrivilegesCheck } from './parse-privileges-check.js';
import { clusterPrivilegeProblem, indexPrivilegeProblem } from './privilege-names.js';
import { mayOnApplication, mayOnCluster, mayOnIndex } from './privileges.js';
import type { ApplicationResourcePrivileges, IndicesPrivileges } from './role-descriptor.js';
import { holds, type Subject } from './subject.js';
import { widerClusterPrivileges, widerIndexPrivileges } from './wider-privileges.js';

type Answers = Record<string, boolean>;
type Answered = Record<string, Answers>;

/** What somebody holds of what is asked about. */
export interface PrivilegesAnswer {
  readonly cluster: Answers;
  readonly index: Answered;
  readonly application: Record<string, Answered>;
}

/**
 * ES: `RBACEngine.checkPrivileges`, `HasPrivilegesResponse`, which sorts resources.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400) for names that no privilege has
 */
export function checkPrivileges(subject: Subject, asked: PrivilegesCheck): PrivilegesAnswer {
  return {
    cluster: clusterAnswers(subject, asked.cluster),
    index: indexAnswers(subject, asked.indices),
    application: applicationAnswers(subject, asked.applications),
  };
}

export function hasAll({ cluster, index, application }: PrivilegesAnswer): boolean {
  const byResource = [
    cluster,
    ...Object.values(index),
    ...Object.values(application).flatMap(Object.values<Answers>),
  ];
  return byResource.every((answers) => Object.values(answers).every((isHeld) => isHeld));
}

function clusterAnswers(subject: Subject, asked: readonly string[]): Answers {
  return Object.fromEntries(
    asked.map((privilege) => {
      refuseUnknown(clusterPrivilegeProblem(privilege));
      return [privilege, holds(subject, (held) => mayOnCluster(held, widerClusterPrivileges(privilege)))];
    }),
  );
}

/** An index that is asked about twice has one answer for both. ES: `ResourcePrivilegesMap.Builder`. */
function indexAnswers(subject: Subject, asked: readonly IndicesPrivileges[]): Answered {
  const answers = new AnswersByResource();
  for (const { names, privileges } of asked) {
    for (const privilege of privileges) refuseUnknown(indexPrivilegeProblem(privilege));
    for (const name of names) {
      for (const privilege of privileges) {
        const isHeld = holds(subject, (held) => mayOnIndex(held, name, widerIndexPrivileges(privilege)));
        answers.add(name, privilege, isHeld);
      }
    }
  }
  return answers.sorted();
}

function applicationAnswers(
  subject: Subject,
  asked: readonly ApplicationResourcePrivileges[],
): Record<string, Answered> {
  const byName = new Map<string, AnswersByResource>();
  for (const { application, resources, privileges } of asked) {
    const answers = byName.get(application) ?? new AnswersByResource();
    byName.set(application, answers);
    for (const resource of resources) {
      for (const privilege of privileges) {
        const isHeld = holds(subject, (held) => mayOnApplication(held, application, resource, privilege));
        answers.add(resource, privilege, isHeld);
      }
    }
  }
  return Object.fromEntries([...byName].map(([name, answers]) => [name, answers.sorted()]));
}

function refuseUnknown(problem: string | undefined): void {
  if (problem !== undefined) throw illegalArgument(problem);
}

class AnswersByResource {
  readonly #answers = new Map<string, Map<string, boolean>>();

  add(resource: string, privilege: string, isHeld: boolean): void {
    const known = this.#answers.get(resource) ?? new Map<string, boolean>();
    this.#answers.set(resource, known.set(privilege, isHeld));
  }

  sorted(): Answered {
    const entries = [...this.#answers].sort(([left], [right]) => (left < right ? -1 : 1));
    return Object.fromEntries(entries.map(([resource, known]) => [resource, Object.fromEntries(known)]));
  }
}
