import type { JsonObject } from '../../xcontent/json.js';
import { unknownEnumValue } from '../../errors/sync-job-errors.js';

export const SYNC_STATUSES = [
  'canceling',
  'canceled',
  'completed',
  'error',
  'in_progress',
  'pending',
  'suspended',
] as const;
export const JOB_TYPES = ['full', 'incremental', 'access_control'] as const;
export const TRIGGER_METHODS = ['on_demand', 'scheduled'] as const;

/** Where a sync job stands. */
export type SyncStatus = (typeof SYNC_STATUSES)[number];
/** Kind of a sync job: what it brings. Source: sync-jobs §3. */
export type JobType = (typeof JOB_TYPES)[number];
/** Who asked for a sync job: a person (`on_demand`) or its schedule. Source: sync-jobs §3. */
export type TriggerMethod = (typeof TRIGGER_METHODS)[number];

/** The part of a connector that a sync job keeps from its creation. Source: sync-jobs §5. */
export type ConnectorSnapshot = {
  readonly id: string;
  readonly filtering?: JsonObject;
  readonly index_name: string;
  readonly language?: string;
  readonly pipeline?: JsonObject;
  readonly service_type: string;
  /** Absent only if the stored connector has none. */
  readonly configuration?: JsonObject;
  /** Only a claim writes it. */
  readonly sync_cursor?: JsonObject;
};

/** A sync job as it is stored; its id is not part of the document. Source: sync-jobs §3. */
export type SyncJob = {
  readonly connector: ConnectorSnapshot;
  readonly created_at: string;
  readonly last_seen?: string | null;
  readonly status: SyncStatus;
  readonly job_type: JobType;
  readonly trigger_method: TriggerMethod;
  readonly metadata?: JsonObject;
  readonly total_document_count?: number | null;
  readonly indexed_document_count?: number;
  /** MiB. */
  readonly indexed_document_volume?: number;
  readonly deleted_document_count?: number;
  readonly cancelation_requested_at?: string | null;
  readonly canceled_at?: string | null;
  readonly completed_at?: string | null;
  readonly started_at?: string | null;
  readonly worker_hostname?: string | null;
  readonly error?: string | null;
};

function parseMember<T extends string>(enumeration: string, members: readonly T[], value: string): T {
  const member = members.find((candidate) => candidate === value.toLowerCase());
  if (member === undefined) throw unknownEnumValue(enumeration, value);
  return member;
}

/** Case does not count. @throws ElasticsearchError naming the original spelling. Source: sync-jobs §3. */
export function parseSyncStatus(value: string): SyncStatus {
  return parseMember('ConnectorSyncStatus', SYNC_STATUSES, value);
}

export function parseJobType(value: string): JobType {
  return parseMember('ConnectorSyncJobType', JOB_TYPES, value);
}

export function parseTriggerMethod(value: string): TriggerMethod {
  return parseMember('ConnectorSyncJobTriggerMethod', TRIGGER_METHODS, value);
}

/** Which state may follow which. Source: sync-jobs §14a. */
const FOLLOWING: Readonly<Record<SyncStatus, readonly SyncStatus[]>> = {
  pending: ['in_progress', 'canceled'],
  in_progress: ['canceling', 'suspended', 'completed', 'error'],
  canceling: ['canceled', 'error'],
  suspended: ['in_progress', 'canceled'],
  completed: [],
  canceled: [],
  error: [],
};

/** Whether the connector protocol knows the step. Only some endpoints ask (sync-jobs §14a). */
export function isSyncStatusTransition(from: SyncStatus, to: SyncStatus): boolean {
  return FOLLOWING[from].includes(to);
}
