import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { changedFields, isCheckIn, isClaim, isFinished, isRestOfEnd } from '../sync-job-step.js';

/** A claim and a check-in have rules of their own. Source: sync-jobs §14a. */
export const writeToFinishedJob: Rule = {
  name: 'write-to-finished-job',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const { id, from, before, after } = step;
    if (before === undefined || !isFinished(from)) return undefined;
    if (isClaim(step) || isCheckIn(step) || isRestOfEnd(step)) return undefined;
    const fields = changedFields(before, after).sort().join(', ');
    const what = fields === '' ? 'wrote' : `wrote [${fields}]`;
    return (
      `${what} to sync job [${id}], which was [${from}] already, ` +
      'but a sync job that has ended may only be deleted'
    );
  },
};
