import { reprintDate } from '../../clock/parse-date.js';
import { negativeCount } from '../../errors/sync-job-errors.js';
import { updateSyncJobStats } from '../../protocol/connector/sync-job-update-stats.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import {
  long,
  mapped,
  object,
  objectParser,
  optional,
  required,
  string,
} from '../../xcontent/object-parser.js';
import { validateSyncJobId } from './sync-job-id.js';

const parser = objectParser('connector_sync_job_update_ingestion_stats', {
  deleted_document_count: required(long()),
  indexed_document_count: required(long()),
  indexed_document_volume: required(long()),
  total_document_count: optional(long()),
  last_seen: optional(mapped(string(), reprintDate)),
  metadata: optional(object()),
});

const COUNTS = [
  'deleted_document_count',
  'indexed_document_count',
  'indexed_document_volume',
  'total_document_count',
] as const;

/** Source: sync-jobs §11. */
export const syncJobUpdateStats = endpoint({
  api: 'connector.sync_job_update_stats',
  routes: ['PUT /_connector/_sync_job/{connector_sync_job_id}/_stats'],
  body: requiredBody(parser),
  validate: (call) => [
    ...validateSyncJobId(call),
    ...COUNTS.filter((field) => (call.body[field] ?? 0) < 0).map(negativeCount),
  ],
  handle: ({ path, body, now, store }) =>
    updateResult(updateSyncJobStats(store, path.connector_sync_job_id, body, now)),
});
