import type { JsonObject } from '../../xcontent/json.js';
import type { JobType, SyncStatus, TriggerMethod } from '../../protocol/connector/sync-job.js';

/**
 * A date of a fixture: an ISO date, date math against the fake's clock (`now`, `now-6m`, `now-1d/d`), epoch
 * milliseconds or a Date. It is stored as the Connector API would print it.
 */
export type FixtureDate = string | number | Date;

/** A date math of a date field that Elasticsearch also stores as null. */
type NullableDate = FixtureDate | null;

/** The few fields of a connector that a test cares about; the rest becomes what the Connector API writes. */
export interface ConnectorEntry {
  readonly id: string;
  readonly api_key_id?: string | null;
  readonly api_key_secret_id?: string | null;
  /** Entries get `label` (their key), `default_value`, `required`, `sensitive` and `value` where they lack them. */
  readonly configuration?: JsonObject;
  readonly custom_scheduling?: JsonObject;
  readonly deleted?: boolean;
  readonly description?: string | null;
  readonly error?: string | null;
  readonly features?: JsonObject | null;
  /** Each element may give `active`, `draft` and `domain`, and of the first two only what differs from the default. */
  readonly filtering?: readonly JsonObject[];
  /** @default `search-<id>`, or `content-<id>` for an Elastic-managed connector */
  readonly index_name?: string | null;
  /** @default false */
  readonly is_native?: boolean;
  readonly language?: string | null;
  readonly last_access_control_sync_error?: string | null;
  readonly last_access_control_sync_scheduled_at?: NullableDate;
  readonly last_access_control_sync_status?: SyncStatus | null;
  readonly last_deleted_document_count?: number | null;
  readonly last_incremental_sync_scheduled_at?: NullableDate;
  readonly last_indexed_document_count?: number | null;
  readonly last_seen?: NullableDate;
  readonly last_sync_error?: string | null;
  readonly last_sync_scheduled_at?: NullableDate;
  readonly last_sync_status?: SyncStatus | null;
  readonly last_synced?: NullableDate;
  /** @default the id */
  readonly name?: string | null;
  readonly pipeline?: JsonObject | null;
  /** Each of `full`, `incremental` and `access_control` may give `enabled` or `interval` alone. */
  readonly scheduling?: JsonObject;
  /** @default 'postgresql' */
  readonly service_type?: string | null;
  /** @default 'created', or 'needs_configuration' for an Elastic-managed connector */
  readonly status?: 'created' | 'needs_configuration' | 'configured' | 'connected' | 'error';
  readonly sync_cursor?: JsonObject | null;
  readonly sync_now?: boolean;
}

/** The connector of a sync job: `{ id }`, with what its snapshot shall say otherwise; or a whole connector. */
export type SyncJobConnector = ConnectorEntry | ({ readonly id?: string } & JsonObject);

/** The few fields of a sync job that a test cares about; the rest becomes what connector and API would have written. */
export interface SyncJobEntry {
  readonly id: string;
  /**
   * Whose job it is. Its snapshot is taken from that connector: of this load, else of the store, else made up.
   * @default the only connector of this load, else `{ id: 'my-connector' }`
   */
  readonly connector?: SyncJobConnector;
  /** @default 'pending' */
  readonly status?: SyncStatus;
  /** @default 'full' */
  readonly job_type?: JobType;
  /** @default 'on_demand' */
  readonly trigger_method?: TriggerMethod;
  /** @default the earliest date of the job, else now */
  readonly created_at?: FixtureDate;
  /** @default the latest date of the job */
  readonly last_seen?: NullableDate;
  /** @default `created_at`, for a job that was claimed */
  readonly started_at?: NullableDate;
  /** @default the time it ended, for a job that ended */
  readonly completed_at?: NullableDate;
  readonly cancelation_requested_at?: NullableDate;
  readonly canceled_at?: NullableDate;
  /** @default 'my-worker', for a job that was claimed */
  readonly worker_hostname?: string | null;
  /** @default 'Something went wrong', for a job in error */
  readonly error?: string | null;
  readonly metadata?: JsonObject;
  readonly total_document_count?: number | null;
  readonly indexed_document_count?: number;
  /** MiB. */
  readonly indexed_document_volume?: number;
  readonly deleted_document_count?: number;
  /** Makes so many jobs of this entry; `{n}` in its texts becomes 1, 2, 3… and must stand in `id`. */
  readonly repeat?: number;
}

/** A document that is stored as it stands, sound or not. */
export interface DocumentEntry {
  /** Name or alias of the index; it is made if it is missing. */
  readonly index: string;
  readonly id: string;
  readonly source: JsonObject;
}

/** An index that shall exist. One that does keeps its documents and gets the rest in addition. */
export interface IndexEntry {
  readonly name: string;
  readonly settings?: JsonObject;
  readonly mappings?: JsonObject;
  readonly aliases?: Readonly<Record<string, JsonObject>>;
}

/** A small world: connectors, sync jobs, other documents and indices. */
export interface Scenario {
  readonly description?: string;
  readonly connectors?: readonly ConnectorEntry[];
  readonly sync_jobs?: readonly SyncJobEntry[];
  readonly documents?: readonly DocumentEntry[];
  readonly indices?: readonly IndexEntry[];
}

/** The name of a shipped scenario, the path of a JSON file, or a scenario. */
export type Fixture = string | Scenario;
