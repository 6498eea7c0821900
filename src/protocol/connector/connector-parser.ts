import { unboxedNull } from '../../errors/connector-errors.js';
import type { JsonObject } from '../../xcontent/json.js';
import { writeJson } from '../../xcontent/write-json.js';
import {
  boolean,
  longOrNull,
  mapped,
  nested,
  nestedOrNull,
  objectArray,
  objectOrNull,
  objectParser,
  optional,
  string,
  stringOrNull,
} from '../../xcontent/object-parser.js';
import { configurationMap } from './configuration-parser.js';
import { parseConnectorStatus } from './connector-status.js';
import { customSchedulingMap } from './custom-scheduling-parser.js';
import { connectorFeatures } from './features-parser.js';
import { storeRules } from './filtering.js';
import { connectorFiltering } from './filtering-parser.js';
import { dateOrNull, syncStatusOrNull } from './nullable-fields.js';
import { connectorPipeline } from './pipeline-parser.js';
import { connectorScheduling } from './scheduling-parser.js';

/** What the rest of the protocol needs of a stored connector. */
export interface ParsedConnector {
  readonly index_name?: string | null;
  readonly service_type?: string | null;
  readonly language?: string | null;
  readonly pipeline?: JsonObject | null;
  readonly filtering?: readonly { readonly active: JsonObject }[] | null;
  readonly configuration?: JsonObject;
}

/** Source: sync-jobs §4.4; ES: `Connector.PARSER`. */
const connector = objectParser(
  'connector',
  {
    api_key_id: optional(stringOrNull()),
    api_key_secret_id: optional(stringOrNull()),
    configuration: optional(configurationMap),
    custom_scheduling: optional(customSchedulingMap),
    description: optional(stringOrNull()),
    error: optional(stringOrNull()),
    features: optional(nestedOrNull(connectorFeatures)),
    filtering: optional(objectArray(connectorFiltering)),
    index_name: optional(stringOrNull()),
    is_native: optional(boolean()),
    language: optional(stringOrNull()),
    last_seen: optional(dateOrNull),
    last_access_control_sync_error: optional(stringOrNull()),
    last_access_control_sync_scheduled_at: optional(dateOrNull),
    last_access_control_sync_status: optional(syncStatusOrNull),
    last_deleted_document_count: optional(longOrNull()),
    last_incremental_sync_scheduled_at: optional(dateOrNull),
    last_indexed_document_count: optional(longOrNull()),
    last_sync_error: optional(stringOrNull()),
    last_sync_scheduled_at: optional(dateOrNull),
    last_sync_status: optional(syncStatusOrNull),
    last_synced: optional(dateOrNull),
    name: optional(stringOrNull()),
    pipeline: optional(nestedOrNull(connectorPipeline)),
    scheduling: optional(nested(connectorScheduling)),
    service_type: optional(stringOrNull()),
    status: optional(mapped(string(), parseConnectorStatus)),
    sync_cursor: optional(objectOrNull()),
    sync_now: optional(boolean()),
    deleted: optional(boolean()),
  },
  {
    unknown: 'ignore',
    build: (fields) => {
      if (fields.is_native === undefined) throw unboxedNull('args[i]');
      return fields;
    },
  },
);

type Fields = ReturnType<(typeof connector)['parse']>;

// Memory of a pure function, not state: stored sources are frozen, and many jobs are made of one connector.
const parsed = new WeakMap<JsonObject, Fields>();

/**
 * Reads a stored connector, whole, and rewrites configuration, filtering and pipeline as Elasticsearch does when it
 * copies them into a sync job. Source: sync-jobs §4.4 and §5; ES: `Connector.fromXContentBytes`.
 * @param at what absent dates of filtering rules become, as Elasticsearch prints it; they stay absent without it
 * @throws ElasticsearchError 400 for a document that is no connector.
 */
export function parseConnector(source: JsonObject, at?: string): ParsedConnector {
  const known = parsed.get(source);
  const fields = known ?? connector.parseText(writeJson(source));
  if (!known && Object.isFrozen(source)) parsed.set(source, fields);
  const { index_name, service_type, language, pipeline, filtering, configuration } = fields;
  return {
    ...(index_name !== undefined && { index_name }),
    ...(service_type !== undefined && { service_type }),
    ...(language !== undefined && { language }),
    ...(pipeline !== undefined && { pipeline }),
    ...(filtering && { filtering: filtering.map(({ active }) => ({ active: storeRules(active, at) })) }),
    ...(configuration && { configuration }),
  };
}
