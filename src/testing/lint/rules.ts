import type { Rule } from './rule.js';
import { checkInAfterFinish } from './rules/check-in-after-finish.js';
import { claimFromIllegalStatus } from './rules/claim-from-illegal-status.js';
import { completedAtMismatch } from './rules/completed-at-mismatch.js';
import { cursorDropped } from './rules/cursor-dropped.js';
import { finishWithoutClaim } from './rules/finish-without-claim.js';
import { illegalStatusTransition } from './rules/illegal-status-transition.js';
import { lastSeenBackwards } from './rules/last-seen-backwards.js';
import { secondJobInProgress } from './rules/second-job-in-progress.js';
import { unknownValue } from './rules/unknown-value.js';
import { writeToFinishedJob } from './rules/write-to-finished-job.js';

/**
 * Everything that the lint knows, in the order of its report on one step. What one step did wrong is in the charge of
 * one rule: a claim of a finished job is no illegal transition too.
 */
export const RULES: readonly Rule[] = [
  claimFromIllegalStatus,
  secondJobInProgress,
  checkInAfterFinish,
  writeToFinishedJob,
  finishWithoutClaim,
  illegalStatusTransition,
  completedAtMismatch,
  unknownValue,
  lastSeenBackwards,
  cursorDropped,
];
