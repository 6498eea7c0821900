import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import type { ConnectorStatus } from './connector-status.js';
import type { SyncStatus } from './sync-job.js';

/** One of a connector's schedules; `interval` is a Quartz cron expression. */
type Schedule = { readonly enabled: boolean; readonly interval: string };

type Feature = { readonly enabled: boolean };

/** What a connector can do. */
type ConnectorFeatures = {
  readonly document_level_security?: Feature;
  readonly incremental_sync?: Feature;
  readonly native_connector_api_keys?: Feature;
  readonly sync_rules?: { readonly advanced?: Feature; readonly basic?: Feature };
};

/** A basic rule. */
type StoredFilteringRule = {
  readonly created_at: string;
  readonly field: string;
  readonly id: string;
  readonly order: number;
  readonly policy: 'include' | 'exclude';
  readonly rule: 'contains' | 'ends_with' | 'equals' | '>' | '<' | 'regex' | 'starts_with';
  readonly updated_at: string;
  readonly value: string;
};

/** The rules that are active, or a draft of them. */
type StoredFilteringRules = {
  readonly advanced_snippet: {
    readonly created_at: string;
    readonly updated_at: string;
    readonly value: JsonObject | readonly JsonValue[];
  };
  readonly rules: readonly StoredFilteringRule[];
  readonly validation: {
    readonly errors: readonly { readonly ids: readonly string[]; readonly messages: readonly string[] }[];
    readonly state: 'edited' | 'invalid' | 'valid';
  };
};

type StoredFiltering = {
  readonly active: StoredFilteringRules;
  readonly domain: string;
  readonly draft: StoredFilteringRules;
};

/** How content is ingested. */
type ConnectorPipeline = {
  readonly extract_binary_content: boolean;
  readonly name: string;
  readonly reduce_whitespace: boolean;
  readonly run_ml_inference: boolean;
};

/** A field of a connector's configuration: its schema and its value. Source: connectors §3.7. */
type ConfigurationField = {
  readonly category?: string;
  readonly default_value: JsonValue;
  readonly depends_on?: readonly { readonly field: string; readonly value: JsonValue }[];
  readonly display?: string;
  readonly label: string;
  readonly options?: readonly { readonly label: string; readonly value: JsonValue }[];
  readonly order?: number;
  readonly placeholder?: string;
  readonly required: boolean;
  readonly sensitive: boolean;
  readonly tooltip?: string;
  readonly type?: string;
  readonly ui_restrictions?: readonly string[];
  readonly validations?: readonly { readonly constraint: JsonValue; readonly type: string }[];
  readonly value: JsonValue;
};

/**
 * A connector as it is stored; its id is not part of the document. The Connector API writes the first group always
 * and the second once there is something to say; direct writes may have put anything there. Source: connectors §2.
 */
export type Connector = {
  readonly configuration: Readonly<Record<string, ConfigurationField>>;
  readonly custom_scheduling: JsonObject;
  readonly filtering: readonly StoredFiltering[];
  readonly is_native: boolean;
  readonly name: string;
  readonly scheduling: Readonly<Record<'access_control' | 'full' | 'incremental', Schedule>>;
  readonly status: ConnectorStatus;
  readonly sync_now: boolean;
  /** Since 9.0. */
  readonly deleted?: boolean;

  readonly api_key_id?: string | null;
  readonly api_key_secret_id?: string | null;
  readonly description?: string | null;
  readonly error?: string | null;
  readonly features?: ConnectorFeatures | null;
  /** Null once the index was detached. */
  readonly index_name?: string | null;
  readonly language?: string | null;
  readonly last_access_control_sync_error?: string | null;
  readonly last_access_control_sync_scheduled_at?: string | null;
  readonly last_access_control_sync_status?: SyncStatus | null;
  readonly last_deleted_document_count?: number | null;
  readonly last_incremental_sync_scheduled_at?: string | null;
  readonly last_indexed_document_count?: number | null;
  readonly last_seen?: string | null;
  readonly last_sync_error?: string | null;
  readonly last_sync_scheduled_at?: string | null;
  readonly last_sync_status?: SyncStatus | null;
  readonly last_synced?: string | null;
  readonly pipeline?: ConnectorPipeline | null;
  readonly service_type?: string | null;
  readonly sync_cursor?: JsonObject | null;
};
