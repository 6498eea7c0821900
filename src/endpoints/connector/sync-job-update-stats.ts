import { reprintDate } from '../../clock/parse-date.js';
import { negativeCount, noTime } from '../../errors/sync-job-errors.js';
import { updateSyncJobStats } from '../../protocol/connector/sync-job-update-stats.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import {
  custom,
  long,
  object,
  objectParser,
  optional,
  required,
  type FieldKind,
} from '../../xcontent/object-parser.js';
import { validateSyncJobId } from './sync-job-id.js';

/** Declared as an object or a string; an object is then no time. ES: `TimeUtils.parseTimeFieldToInstant`. */
const time: FieldKind<string> = custom(['VALUE_STRING', 'START_OBJECT'], (reader) => {
  if (reader.token !== 'VALUE_STRING') throw noTime(String(reader.token), 'last_seen');
  return reprintDate(reader.text);
});

const parser = objectParser('connector_sync_job_update_ingestion_stats', {
  deleted_document_count: required(long()),
  indexed_document_count: required(long()),
  indexed_document_volume: required(long()),
  total_document_count: optional(long()),
  last_seen: optional(time),
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
