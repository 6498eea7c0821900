import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { syncJobMissing, syncJobNotFound } from '../../errors/sync-job-errors.js';
import { refreshIfSearched } from '../../search/search-view.js';
import { SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { indexToRead, indexToWrite } from './connector-index.js';
import { checkDocumentId } from './document-id.js';
import { storedString } from './stored-field.js';
import { parseSyncStatus, type SyncStatus } from './sync-job.js';

export type UpdateResult = 'updated' | 'noop';

/**
 * Reads a job for an endpoint that reads first.
 * @throws ElasticsearchError 404, in one of its two forms (sync-jobs §2).
 */
export function readSyncJob(store: Store, id: string): StoredDocument {
  const index = indexToRead(store, SYNC_JOBS_INDEX);
  if (!index) throw syncJobNotFound(id);
  const document = index.get(id);
  if (!document) throw syncJobMissing(id);
  return document;
}

/** The stored status. @throws ElasticsearchError 400 if it is missing or none of Elastic's (sync-jobs §9), 500 if it is no text. */
export function syncStatusOf(document: StoredDocument): SyncStatus {
  return parseSyncStatus(storedString(document, 'status') ?? 'null');
}

/**
 * Makes the jobs' writes visible to searches at once: every write of the sync-job API asks for it.
 * Source: sync-jobs §7; ES: `ConnectorSyncJobIndexService`.
 */
export function refreshSyncJobs(store: Store): void {
  refreshIfSearched(store.ensureIndex(SYNC_JOBS_INDEX), store.now);
}

/**
 * Merges a partial document into a job, visibly at once.
 * @param isNoopDetected false for a write of the current time. DIVERGES: under a frozen clock it would be a noop.
 * @throws ElasticsearchError 404 in the form of a blind update (sync-jobs §2), 400 for an id that no document can have.
 */
export function updateSyncJob(
  store: Store,
  id: string,
  patch: JsonObject,
  isNoopDetected = false,
): UpdateResult {
  checkDocumentId(id);
  const index = indexToWrite(store, SYNC_JOBS_INDEX);
  try {
    const { result } = store.update(index, id, patch, {}, isNoopDetected);
    if (result !== 'noop') refreshIfSearched(index, store.now);
    return result as UpdateResult;
  } catch (error) {
    if (isElasticsearchError(error) && error.type === 'document_missing_exception') throw syncJobNotFound(id);
    throw error;
  }
}
