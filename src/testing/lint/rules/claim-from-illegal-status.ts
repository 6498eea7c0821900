import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { textIn } from '../step.js';
import { isClaim } from '../sync-job-step.js';

/** Elasticsearch lets any job be claimed, and claimed again. Source: sync-jobs §10, §14a. */
export const claimFromIllegalStatus: Rule = {
  name: 'claim-from-illegal-status',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const { id, from, before } = step;
    if (from === undefined || from === 'pending' || from === 'suspended' || !isClaim(step)) return undefined;
    const worker = from === 'in_progress' ? textIn(before, 'worker_hostname') : undefined;
    const holder = worker === undefined ? '' : ` (claimed by [${worker}])`;
    return (
      `claimed sync job [${id}], which was [${from}]${holder}, ` +
      'but a worker may claim only a sync job that is [pending] or [suspended]'
    );
  },
};
