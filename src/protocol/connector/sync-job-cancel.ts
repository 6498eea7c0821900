import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import { invalidSyncStatusTransition } from '../../errors/sync-job-errors.js';
import type { Store } from '../../store/store.js';
import { isSyncStatusTransition } from './sync-job.js';
import { readSyncJob, syncStatusOf, updateSyncJob, type UpdateResult } from './sync-job-store.js';

/**
 * Asks for the end of a job: one that runs goes to `canceling`, one that waits is `canceled` at once.
 * Source: sync-jobs §9.
 * @throws ElasticsearchError 404 if there is no such job, 400 from any other state.
 */
export function cancelSyncJob(store: Store, id: string, now: Instant): UpdateResult {
  const status = syncStatusOf(readSyncJob(store, id));
  const at = formatInstant(now);
  if (status === 'pending' || status === 'suspended') {
    return updateSyncJob(store, id, {
      status: 'canceled',
      cancelation_requested_at: at,
      canceled_at: at,
      completed_at: at,
    });
  }
  if (!isSyncStatusTransition(status, 'canceling')) throw invalidSyncStatusTransition(status, 'canceling');
  return updateSyncJob(store, id, { status: 'canceling', cancelation_requested_at: at });
}
