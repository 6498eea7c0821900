import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { readSyncJob } from './sync-job-store.js';
import { withId } from './with-id.js';

/** Reads one job, in real time. Source: sync-jobs §6. */
export function getSyncJob(store: Store, id: string): JsonObject {
  return withId(readSyncJob(store, id));
}
