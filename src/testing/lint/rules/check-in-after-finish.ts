import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { isCheckIn, isFinished } from '../sync-job-step.js';

/** Elasticsearch lets a job in any state check in. Source: sync-jobs §11. */
export const checkInAfterFinish: Rule = {
  name: 'check-in-after-finish',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const { id, from } = step;
    if (!isFinished(from) || !isCheckIn(step)) return undefined;
    return (
      `checked in for sync job [${id}], which was [${from}] already, ` +
      'but a check-in says that a worker is busy, and nobody works on a sync job that has ended'
    );
  },
};
