import type { Store } from '../../store/store.js';
import { SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import { readSyncJob, refreshSyncJobs } from './sync-job-store.js';

/** Deletes a job in any state. Source: sync-jobs §8. @throws ElasticsearchError 404 if there is no such job. */
export function deleteSyncJob(store: Store, id: string): void {
  readSyncJob(store, id);
  store.remove(store.ensureIndex(SYNC_JOBS_INDEX), id);
  refreshSyncJobs(store);
}
