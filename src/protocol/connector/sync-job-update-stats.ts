import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { updateSyncJob, type UpdateResult } from './sync-job-store.js';

type Count = number | bigint;

export interface StatsBody {
  readonly deleted_document_count: Count;
  readonly indexed_document_count: Count;
  readonly indexed_document_volume: Count;
  readonly total_document_count?: Count | undefined;
  /** As Elasticsearch prints it. */
  readonly last_seen?: string | undefined;
  readonly metadata?: JsonObject | undefined;
}

/**
 * Writes the counters of a job, whatever state it is in. `metadata` merges; `last_seen` is always written.
 * Source: sync-jobs §11.
 */
export function updateSyncJobStats(store: Store, id: string, body: StatsBody, now: Instant): UpdateResult {
  const patch: JsonObject = {
    deleted_document_count: body.deleted_document_count,
    indexed_document_count: body.indexed_document_count,
    indexed_document_volume: body.indexed_document_volume,
    ...(body.total_document_count !== undefined && { total_document_count: body.total_document_count }),
    ...(body.metadata && { metadata: body.metadata }),
    last_seen: body.last_seen ?? formatInstant(now),
  };
  return updateSyncJob(store, id, patch, body.last_seen !== undefined);
}
