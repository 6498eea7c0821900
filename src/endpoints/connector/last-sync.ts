import { updateLastSync } from '../../protocol/connector/last-sync.js';
import { dateOrNull, syncStatusOrNull } from '../../protocol/connector/nullable-fields.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { long, objectOrNull, objectParser, optional, stringOrNull } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_last_sync_stats_request', {
  last_access_control_sync_error: optional(stringOrNull()),
  last_access_control_sync_scheduled_at: optional(dateOrNull),
  last_access_control_sync_status: optional(syncStatusOrNull),
  last_deleted_document_count: optional(long()),
  last_incremental_sync_scheduled_at: optional(dateOrNull),
  last_indexed_document_count: optional(long()),
  last_sync_error: optional(stringOrNull()),
  last_sync_scheduled_at: optional(dateOrNull),
  last_sync_status: optional(syncStatusOrNull),
  last_synced: optional(dateOrNull),
  sync_cursor: optional(objectOrNull()),
});

/** Source: connectors §3.20. */
export const connectorLastSync = endpoint({
  api: 'connector.last_sync',
  routes: ['PUT /_connector/{connector_id}/_last_sync'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, store }) => updateResult(updateLastSync(store, path.connector_id, body)),
});
