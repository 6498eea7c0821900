import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { readSyncJob, updateSyncJob, type UpdateResult } from './sync-job-store.js';

export interface ClaimBody {
  readonly worker_hostname: string;
  readonly sync_cursor?: JsonObject | undefined;
}

/**
 * Takes a job: `in_progress`, with worker, `last_seen` and `started_at`. The state it is in is not looked at, nothing
 * is cleared, and a cursor merges into the one before. Source: sync-jobs §10; ES:
 * `ConnectorSyncJobIndexService.claimConnectorSyncJob`.
 * @throws ElasticsearchError 404 if there is no such job.
 */
export function claimSyncJob(store: Store, id: string, body: ClaimBody, now: Instant): UpdateResult {
  readSyncJob(store, id);
  const at = formatInstant(now);
  return updateSyncJob(store, id, {
    worker_hostname: body.worker_hostname,
    status: 'in_progress',
    last_seen: at,
    started_at: at,
    ...(body.sync_cursor && { connector: { sync_cursor: body.sync_cursor } }),
  });
}
