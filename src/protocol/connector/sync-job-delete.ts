import { syncJobMissing, syncJobNotFound } from '../../errors/sync-job-errors.js';
import { SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import { indexToDeleteFrom } from './connector-index.js';
import { refreshSyncJobs } from './sync-job-store.js';

/** Deletes a job in any state. Source: sync-jobs §8. @throws ElasticsearchError 404 if there is no such job. */
export function deleteSyncJob(store: Store, id: string): void {
  const index = indexToDeleteFrom(store, SYNC_JOBS_INDEX);
  if (!index) throw syncJobNotFound(id);
  if (store.remove(index, id).result === 'not_found') throw syncJobMissing(id);
  refreshSyncJobs(store);
}
