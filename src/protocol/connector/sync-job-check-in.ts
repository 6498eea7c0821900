import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import { updateSyncJob, type UpdateResult } from './sync-job-store.js';

/** Says that the worker is alive, whatever state the job is in. Source: sync-jobs §11. */
export function checkInSyncJob(store: Store, id: string, now: Instant): UpdateResult {
  return updateSyncJob(store, id, { last_seen: formatInstant(now) });
}
