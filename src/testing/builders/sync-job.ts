import { DEFAULT_INSTANT } from '../../clock/clock.js';
import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import { readInstant } from '../../clock/read-instant.js';
import {
  JOB_TYPES,
  SYNC_STATUSES,
  TRIGGER_METHODS,
  type JobType,
  type SyncJob,
  type SyncStatus,
} from '../../protocol/connector/sync-job.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import {
  field,
  oneOf,
  readFields,
  readId,
  readOverridesId,
  type FieldRule,
  type Fields,
} from '../scenario/fields.js';
import type { Place } from '../scenario/place.js';
import type { FixtureDate, SyncJobEntry } from '../scenario/scenario.js';
import { aConnector, completeConnector } from './connector.js';
import { snapshotOf } from './connector-snapshot.js';
import { completeDates, wasClaimed } from './sync-job-dates.js';

const OVERRIDES: Place = { label: 'the overrides of aSyncJob()' };

const date = field('date', true);
const count = field('count');

/** Source: sync-jobs §3. */
const RULES: ReadonlyMap<string, FieldRule> = new Map([
  ['connector', field('object')],
  ['status', oneOf(SYNC_STATUSES)],
  ['job_type', oneOf(JOB_TYPES)],
  ['trigger_method', oneOf(TRIGGER_METHODS)],
  ['created_at', field('date')],
  ['last_seen', date],
  ['started_at', date],
  ['completed_at', date],
  ['cancelation_requested_at', date],
  ['canceled_at', date],
  ['worker_hostname', field('string', true)],
  ['error', field('string', true)],
  ['metadata', field('object')],
  ['total_document_count', field('count', true)],
  ['indexed_document_count', count],
  ['indexed_document_volume', count],
  ['deleted_document_count', count],
]);

/** Source: sync-jobs §5. */
const SNAPSHOT_RULES: ReadonlyMap<string, FieldRule> = new Map([
  ['index_name', field('string', true)],
  ['service_type', field('string', true)],
  ['language', field('string', true)],
  ['configuration', field('object')],
  ['filtering', field('object')],
  ['pipeline', field('object', true)],
  ['sync_cursor', field('object', true)],
]);

/** A sync job as it is stored, and its id: an entry of a scenario as well. */
export type BuiltSyncJob = { readonly id: string } & SyncJob;

/** The snapshot of a connector for a job of that type: `undefined` id for the connector of a job that names none. */
export type SnapshotSource = (id: string | undefined, jobType: JobType) => JsonObject;

/**
 * A valid sync job from the few fields that a test cares about; the rest is what the API and a connector would have
 * written: a job in progress was claimed by `my-worker`, a completed one has ended. Its id is `my-connector-sync-job-id`
 * and its connector `my-connector` unless told otherwise.
 *
 * @param at what `now` means in its dates, and their default; the instant at which the fake's clock stands by default
 * @throws FakeUsageError for an unknown field or a value that the field cannot hold.
 *
 * @example
 * const connector = aConnector({ id: 'wiki' });
 * es.load({ connectors: [connector], sync_jobs: [aSyncJob({ connector, status: 'in_progress' })] });
 */
export function aSyncJob(
  overrides: Partial<Omit<SyncJobEntry, 'repeat'>> = {},
  at: FixtureDate = DEFAULT_INSTANT,
): BuiltSyncJob {
  const now = readInstant(at);
  const id = readOverridesId(overrides, OVERRIDES) ?? 'my-connector-sync-job-id';
  const job = completeSyncJob(overrides, OVERRIDES, now, (connectorId, jobType) => {
    const { id: ownId, ...connector } = aConnector(connectorId === undefined ? {} : { id: connectorId }, now);
    return snapshotOf(ownId, connector as JsonObject, jobType);
  });
  return { id, ...job } as BuiltSyncJob;
}

/**
 * The document of a sync job from an entry.
 * @throws FakeUsageError naming the place and the field.
 */
export function completeSyncJob(
  entry: object,
  place: Place,
  now: Instant,
  snapshotFrom: SnapshotSource,
): JsonObject {
  const given = readFields(entry, RULES, 'a sync job', place, now);
  const status = (given['status'] ?? 'pending') as SyncStatus;
  const jobType = (given['job_type'] ?? 'full') as JobType;
  return {
    deleted_document_count: 0,
    indexed_document_count: 0,
    indexed_document_volume: 0,
    job_type: jobType,
    metadata: {},
    status,
    total_document_count: 0,
    trigger_method: 'on_demand',
    ...leftBehind(status, given),
    ...given,
    connector: completeSnapshot((entry as SyncJobEntry).connector, jobType, place, now, snapshotFrom),
    ...completeDates(status, given, formatInstant(now)),
  };
}

/** What the worker of a job wrote into it. Source: sync-jobs §10 and §11. */
function leftBehind(status: SyncStatus, given: Fields): JsonObject {
  if (!wasClaimed(status, given)) return {};
  return {
    worker_hostname: 'my-worker',
    ...(status === 'error' && { error: 'Something went wrong' }),
    // The Python service writes the error of a run that had none as null.
    ...((status === 'completed' || status === 'suspended') && { error: null }),
  };
}

function completeSnapshot(
  entry: unknown,
  jobType: JobType,
  place: Place,
  now: Instant,
  snapshotFrom: SnapshotSource,
): JsonObject {
  if (!isJsonObject(entry)) return snapshotFrom(undefined, jobType);
  const inConnector: Place = { ...place, path: 'connector' };
  const id = entry['id'] === undefined ? undefined : readId(entry, inConnector);
  if (id !== undefined && 'scheduling' in entry) {
    return snapshotOf(id, completeConnector(id, entry, inConnector, now), jobType);
  }
  const base = snapshotFrom(id, jobType);
  const own = readFields(entry, SNAPSHOT_RULES, "a sync job's connector", inConnector, now);
  return Object.keys(own).length === 0 ? base : { ...base, ...own };
}
