import { changesUpTo, pathBetween, ROOT, type DocumentChange, type Point } from '../../store/change-log.js';
import type { Rule } from './rule.js';
import { RULES } from './rules.js';
import { createRunningJobs, type RunningJobs } from './running-jobs.js';
import { stepOf, type Step } from './step.js';
import type { Violation } from './violation.js';
import { lazily } from '../../lazily.js';

export type { Violation } from './violation.js';

/**
 * What broke the connector protocol on the way to a point, oldest first. Reads the change log when asked, so requests
 * pay nothing for it. Fixtures are the scene and never a violation, nor is a job that a direct write creates in some
 * later state.
 *
 * @param since Only what came after this point, e.g. the seed; what went before is known all the same.
 */
export function lintOf(point: Point, since: Point = ROOT): Violation[] {
  const changes = changesUpTo(point);
  const first = changes.length - pathBetween(since, point).redo.length;
  const running = createRunningJobs();
  const violations: Violation[] = [];
  changes.forEach((change, at) => {
    if (at >= first && change.kind === 'document' && change.cause.api !== 'fixture') {
      lintChange(change, running, violations);
    }
    running.follow(change);
  });
  return violations;
}

function lintChange(change: DocumentChange, running: RunningJobs, violations: Violation[]): void {
  const rules = rulesByIndex().get(change.index.name);
  const step = rules && stepOf(change);
  if (step === undefined) return;
  for (const { name, check } of rules ?? []) {
    const wrong = check(step, running);
    if (wrong !== undefined) violations.push(violationOf(name, step, wrong));
  }
}

const rulesByIndex = lazily(() => {
  const byIndex = new Map<string, Rule[]>();
  for (const rule of RULES) {
    for (const name of rule.indices) byIndex.set(name, [...(byIndex.get(name) ?? []), rule]);
  }
  return byIndex;
});

function violationOf(rule: string, { change, id }: Step, wrong: string): Violation {
  const { api, request } = change.cause;
  const who = request === undefined ? `A write (${api})` : `Request #${request} (${api})`;
  return { rule, at: change.at, request, index: change.index.name, id, message: `${who} ${wrong}.` };
}
