import { invalidSyncStatusTransition } from '../../errors/sync-job-errors.js';
import type { Store } from '../../store/store.js';
import { isSyncStatusTransition } from './sync-job.js';
import { readSyncJob, syncStatusOf, updateSyncJob, type UpdateResult } from './sync-job-store.js';

/**
 * Ends a job with an error. Neither `completed_at` nor `last_seen` is touched. Source: sync-jobs §11.
 * @throws ElasticsearchError 404 if there is no such job, 400 unless it is `in_progress` or `canceling`.
 */
export function failSyncJob(store: Store, id: string, error: string): UpdateResult {
  const status = syncStatusOf(readSyncJob(store, id));
  if (!isSyncStatusTransition(status, 'error')) throw invalidSyncStatusTransition(status, 'error');
  return updateSyncJob(store, id, { error, status: 'error' });
}
