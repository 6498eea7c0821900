import {
  isSyncStatusTransition,
  SYNC_STATUSES,
  type SyncStatus,
} from '../../../protocol/connector/sync-job.js';
import { SYNC_JOBS_INDEX } from '../../../store/connector-indices.js';
import type { Rule } from '../rule.js';
import { isClaim, isFinished } from '../sync-job-step.js';
import { isEndByWorker } from './finish-without-claim.js';

/**
 * The API checks some steps itself; a direct write nobody checks. Claims, ends without a claim, and anything after
 * the end have rules of their own. Source: sync-jobs §14a.
 */
export const illegalStatusTransition: Rule = {
  name: 'illegal-status-transition',
  indices: [SYNC_JOBS_INDEX],
  check(step) {
    const { id, from, to, isDirect } = step;
    if (!isDirect || from === undefined || to === undefined || from === to) return undefined;
    if (isSyncStatusTransition(from, to) || isFinished(from) || isClaim(step)) return undefined;
    if (from === 'pending' && isEndByWorker(step)) return undefined;
    return (
      `set sync job [${id}] from [${from}] to [${to}] by a direct write, ` +
      `but in the connector protocol [${from}] leads only to [${following(from).join(', ')}]`
    );
  },
};

function following(from: SyncStatus): SyncStatus[] {
  return SYNC_STATUSES.filter((to) => isSyncStatusTransition(from, to));
}
