import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import { printed } from '../printed.js';
import type { Rule } from '../rule.js';
import { fieldOf } from '../step.js';
import { isFilled, isFinished } from '../sync-job-step.js';

/**
 * Direct writes only: that `_error` sets no `completed_at` and a claim keeps the old one is Elasticsearch's own doing.
 * Source: sync-jobs §10, §11.
 */
export const completedAtMismatch: Rule = {
  name: 'completed-at-mismatch',
  indices: [SYNC_JOBS_INDEX],
  check({ id, before, after, from, to, isDirect }) {
    if (!isDirect || to === undefined) return undefined;
    if (isFinished(to)) {
      // Born finished: the scene that a test sets.
      if (before === undefined || isFinished(from) || isFilled(after, 'completed_at')) return undefined;
      return (
        `set sync job [${id}] to [${to}] without completed_at, ` +
        'but whoever ends a sync job by a direct write has to say when it ended'
      );
    }
    if (!isFilled(after, 'completed_at')) return undefined;
    if (before !== undefined && fieldOf(before, 'completed_at') === fieldOf(after, 'completed_at')) {
      return undefined;
    }
    return (
      `wrote completed_at ${printed(fieldOf(after, 'completed_at'))} to sync job [${id}], which is [${to}], ` +
      'but only a sync job that is [completed], [canceled] or [error] has ended'
    );
  },
};
