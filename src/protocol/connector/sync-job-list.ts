import {
  checkWindow,
  findDocuments,
  type SearchContext,
  type TermsFilter,
} from '../../search/find-documents.js';
import { SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { indexToRead } from './connector-index.js';
import type { JobType, SyncStatus } from './sync-job.js';
import { withId } from './with-id.js';

export interface SyncJobFilter {
  readonly from: number;
  readonly size: number;
  readonly connector_id?: string | undefined;
  readonly status?: SyncStatus | undefined;
  readonly job_type: readonly JobType[];
}

/** Jobs that match, the newest first; `count` is all of them. Source: sync-jobs §7. */
export function listSyncJobs(
  store: Store,
  { from, size, connector_id, status, job_type }: SyncJobFilter,
  context: SearchContext,
): { count: number; results: JsonObject[] } {
  const index = indexToRead(store, SYNC_JOBS_INDEX);
  if (!index) return { count: 0, results: [] };
  checkWindow(index, from, size);
  const filters: TermsFilter[] = [];
  if (connector_id !== undefined) filters.push(['connector.id', [connector_id]]);
  if (status !== undefined) filters.push(['status', [status]]);
  if (job_type.length > 0) filters.push(['job_type', job_type]);
  const { total, documents } = findDocuments(
    index,
    { filters, sort: [{ field: 'created_at', order: 'desc' }], from, size },
    context,
  );
  return { count: total, results: documents.map(withId) };
}
