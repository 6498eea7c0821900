import type { RunningJobs } from './running-jobs.js';
import type { Step } from './step.js';

/** One thing that the connector protocol forbids. */
export interface Rule {
  /** Kebab-case; what a {@link Violation} is filed under. */
  readonly name: string;
  /** Names of the indices whose documents the rule is about. */
  readonly indices: readonly string[];
  /**
   * What is wrong with a step: the rest of a sentence that starts with the request that did it. Undefined if nothing
   * is.
   * @param running as of before the step
   */
  check(step: Step, running: RunningJobs): string | undefined;
}
