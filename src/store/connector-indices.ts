import type { JsonObject } from '../xcontent/json.js';
import type { IndexTemplate } from './index-template.js';

/** Where the Connector API reads and writes. Direct access goes by these names or by the aliases below. */
export const CONNECTORS_INDEX = '.elastic-connectors-v1';
export const SYNC_JOBS_INDEX = '.elastic-connectors-sync-jobs-v1';
export const CONNECTORS_ALIAS = '.elastic-connectors';
export const SYNC_JOBS_ALIAS = '.elastic-connectors-sync-jobs';

const TEMPLATE_VERSION = 3;

const keyword = { type: 'keyword' };
const date = { type: 'date' };
const bool = { type: 'boolean' };
const text = { type: 'text' };
const object = { type: 'object' };
const long = { type: 'long' };
const integer = { type: 'integer' };

const of = (properties: JsonObject): JsonObject => ({ properties });
const enabled = of({ enabled: bool });

const pipeline = of({
  extract_binary_content: bool,
  name: keyword,
  reduce_whitespace: bool,
  run_ml_inference: bool,
});

const advancedSnippet = of({ created_at: date, updated_at: date, value: object });

const rules = of({
  created_at: date,
  field: keyword,
  id: keyword,
  order: { type: 'short' },
  policy: keyword,
  rule: keyword,
  updated_at: date,
  value: keyword,
});

const filteringRules = of({
  advanced_snippet: advancedSnippet,
  rules,
  validation: of({ errors: of({ ids: keyword, messages: text }), state: keyword }),
});

const schedule = of({ enabled: bool, interval: text });

/** Source: connectors §5. */
const connectorsMappings: JsonObject = {
  dynamic: 'false',
  _meta: {
    pipeline: {
      default_name: 'search-default-ingestion',
      default_extract_binary_content: true,
      default_run_ml_inference: true,
      default_reduce_whitespace: true,
    },
    version: TEMPLATE_VERSION,
  },
  properties: {
    api_key_id: keyword,
    configuration: object,
    custom_scheduling: object,
    description: text,
    error: keyword,
    features: of({
      filtering_advanced_config: bool,
      filtering_rules: bool,
      incremental_sync: enabled,
      sync_rules: of({ advanced: enabled, basic: enabled }),
    }),
    filtering: of({ active: filteringRules, domain: keyword, draft: filteringRules }),
    index_name: keyword,
    is_native: bool,
    language: keyword,
    last_access_control_sync_error: keyword,
    last_access_control_sync_scheduled_at: date,
    last_access_control_sync_status: keyword,
    last_deleted_document_count: long,
    last_incremental_sync_scheduled_at: date,
    last_indexed_document_count: long,
    last_seen: date,
    last_sync_error: keyword,
    last_sync_scheduled_at: date,
    last_sync_status: keyword,
    last_synced: date,
    name: keyword,
    pipeline,
    scheduling: of({ access_control: schedule, full: schedule, incremental: schedule }),
    service_type: keyword,
    status: keyword,
    sync_cursor: object,
    sync_now: bool,
    deleted: bool,
  },
};

/** Source: sync-jobs §3 and §12. */
const syncJobsMappings: JsonObject = {
  dynamic: 'false',
  _meta: { version: TEMPLATE_VERSION },
  properties: {
    cancelation_requested_at: date,
    canceled_at: date,
    completed_at: date,
    connector: of({
      configuration: object,
      filtering: of({
        advanced_snippet: advancedSnippet,
        domain: keyword,
        rules,
        warnings: of({ ids: keyword, messages: text }),
      }),
      id: keyword,
      index_name: keyword,
      language: keyword,
      pipeline,
      service_type: keyword,
      sync_cursor: object,
    }),
    created_at: date,
    deleted_document_count: integer,
    error: keyword,
    indexed_document_count: integer,
    indexed_document_volume: integer,
    job_type: keyword,
    last_seen: date,
    metadata: object,
    started_at: date,
    status: keyword,
    total_document_count: integer,
    trigger_method: keyword,
    worker_hostname: keyword,
  },
};

const settings = {
  hidden: 'true',
  number_of_shards: '1',
  number_of_replicas: '0',
  auto_expand_replicas: '0-3',
};

/** The index templates that a cluster has from its start. Source: connectors §5, sync-jobs §12. */
export const CONNECTOR_TEMPLATES: readonly IndexTemplate[] = [
  { name: CONNECTORS_INDEX, settings, mappings: connectorsMappings, aliases: { [CONNECTORS_ALIAS]: {} } },
  { name: SYNC_JOBS_INDEX, settings, mappings: syncJobsMappings, aliases: { [SYNC_JOBS_ALIAS]: {} } },
];
