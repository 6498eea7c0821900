import { formatInstant } from '../../clock/format-instant.js';
import type { IdSource } from '../../clock/ids.js';
import type { Instant } from '../../clock/instant.js';
import { indexNotFound } from '../../errors/index-errors.js';
import { connectorDoesNotExist, noIndexAttached, noServiceType } from '../../errors/sync-job-errors.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import { indexToRead, indexToWrite } from './connector-index.js';
import { parseConnector, type ParsedConnector } from './connector-parser.js';
import { refreshSyncJobs } from './sync-job-store.js';
import type { JobType, SyncJob, TriggerMethod } from './sync-job.js';

export interface PostBody {
  /** Id of the connector. */
  readonly id: string;
  readonly job_type: JobType;
  readonly trigger_method: TriggerMethod;
}

/** In front of the content index's name: where an access-control sync writes. */
const ACCESS_CONTROL_PREFIX = '.search-acl-filter-';

/**
 * Creates a pending job with a snapshot of its connector. Source: sync-jobs §4.
 * @returns the id of the job
 * @throws ElasticsearchError 404 without the connector, 400 if it has no index or no service type.
 */
export function createSyncJob(store: Store, body: PostBody, ids: IdSource, now: Instant): string {
  const connectors = indexToRead(store, CONNECTORS_INDEX);
  if (!connectors) throw indexNotFound(CONNECTORS_INDEX);
  const document = connectors.get(body.id);
  if (!document) throw connectorDoesNotExist(body.id);
  const at = formatInstant(now);
  const connector = parseConnector(document.source, at);
  const job = {
    connector: snapshot(body.id, connector, body.job_type),
    created_at: at,
    deleted_document_count: 0,
    indexed_document_count: 0,
    indexed_document_volume: 0,
    job_type: body.job_type,
    last_seen: at,
    metadata: {},
    status: 'pending',
    total_document_count: 0,
    trigger_method: body.trigger_method,
  } satisfies SyncJob;
  const id = ids.documentId();
  store.put(indexToWrite(store, SYNC_JOBS_INDEX), { id, source: job });
  refreshSyncJobs(store);
  return id;
}

function snapshot(id: string, connector: ParsedConnector, jobType: JobType): SyncJob['connector'] {
  const index_name = indexName(connector, jobType);
  if (!index_name) throw noIndexAttached(id);
  if (!connector.service_type) throw noServiceType(id);
  const filtering = connector.filtering?.[0]?.active;
  return {
    id,
    ...(filtering && { filtering }),
    index_name,
    ...(connector.language != null && { language: connector.language }),
    ...(connector.pipeline && { pipeline: connector.pipeline }),
    service_type: connector.service_type,
    ...(connector.configuration && { configuration: connector.configuration }),
  };
}

/** ES joins the prefix before it looks for a missing name: an access-control job gets `…-null`. */
function indexName({ index_name }: ParsedConnector, jobType: JobType): string | null | undefined {
  return jobType === 'access_control' ? `${ACCESS_CONTROL_PREFIX}${index_name ?? 'null'}` : index_name;
}
