import { DEFAULT_INSTANT } from '../../clock/clock.js';
import type { Instant } from '../../clock/instant.js';
import { readInstant } from '../../clock/read-instant.js';
import { CronError, parseCron } from '../../cron/cron-expression.js';
import { CONNECTOR_STATUSES } from '../../protocol/connector/connector-status.js';
import { SYNC_STATUSES } from '../../protocol/connector/sync-job.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import {
  field,
  oneOf,
  readFields,
  readOverridesId,
  type FieldRule,
  type Fields,
} from '../scenario/fields.js';
import { mistake, shown, unknownKey, wrongValue, type Place } from '../scenario/place.js';
import type { ConnectorEntry, FixtureDate } from '../scenario/scenario.js';
import { completeFiltering } from './filtering.js';

/** Where a builder's entry stands. */
const OVERRIDES: Place = { label: 'the overrides of aConnector()' };

const text = field('string', true);
const date = field('date', true);
const count = field('count', true);
const object = field('object', true);
const syncStatus = oneOf(SYNC_STATUSES, true);

/** Source: connectors §2.2. */
const RULES: ReadonlyMap<string, FieldRule> = new Map([
  ['api_key_id', text],
  ['api_key_secret_id', text],
  ['configuration', field('object')],
  ['custom_scheduling', field('object')],
  ['deleted', field('boolean')],
  ['description', text],
  ['error', text],
  ['features', object],
  ['filtering', field('objects')],
  ['index_name', text],
  ['is_native', field('boolean')],
  ['language', text],
  ['last_access_control_sync_error', text],
  ['last_access_control_sync_scheduled_at', date],
  ['last_access_control_sync_status', syncStatus],
  ['last_deleted_document_count', count],
  ['last_incremental_sync_scheduled_at', date],
  ['last_indexed_document_count', count],
  ['last_seen', date],
  ['last_sync_error', text],
  ['last_sync_scheduled_at', date],
  ['last_sync_status', syncStatus],
  ['last_synced', date],
  ['name', text],
  ['pipeline', object],
  ['scheduling', field('object')],
  ['service_type', text],
  ['status', oneOf(CONNECTOR_STATUSES)],
  ['sync_cursor', object],
  ['sync_now', field('boolean')],
]);

/** A whole connector with its id: an entry of a scenario, and the document that the Connector API would show. */
export type BuiltConnector = ConnectorEntry &
  Required<
    Pick<
      ConnectorEntry,
      | 'configuration'
      | 'custom_scheduling'
      | 'deleted'
      | 'filtering'
      | 'index_name'
      | 'is_native'
      | 'name'
      | 'scheduling'
      | 'service_type'
      | 'status'
      | 'sync_now'
    >
  >;

/**
 * A valid connector from the few fields that a test cares about; the rest is what the Connector API writes. Its id is
 * `my-connector` unless told otherwise.
 *
 * @param at when it was made, and what `now` means in its dates; the instant at which the fake's clock stands by default
 * @throws FakeUsageError for an unknown field or a value that the field cannot hold.
 *
 * @example
 * es.load({ connectors: [aConnector({ id: 'wiki', service_type: 'confluence', last_seen: 'now-10m' })] });
 */
export function aConnector(
  overrides: Partial<ConnectorEntry> = {},
  at: FixtureDate = DEFAULT_INSTANT,
): BuiltConnector {
  const id = readOverridesId(overrides, OVERRIDES) ?? 'my-connector';
  return { id, ...completeConnector(id, overrides, OVERRIDES, readInstant(at)) } as BuiltConnector;
}

/**
 * The document of a connector from an entry. Source: connectors §2.1.
 * @throws FakeUsageError naming the place and the field.
 */
export function completeConnector(id: string, entry: object, place: Place, now: Instant): JsonObject {
  const given = readFields(entry, RULES, 'a connector', place, now);
  const isNative = given['is_native'] === true;
  return {
    ...{ custom_scheduling: {}, name: id, service_type: 'postgresql', sync_now: false, deleted: false },
    index_name: `${isNative ? 'content' : 'search'}-${id}`,
    is_native: false,
    status: isNative ? 'needs_configuration' : 'created',
    ...given,
    configuration: completeConfiguration(given, place),
    filtering: completeFiltering(given['filtering'] as readonly JsonObject[] | undefined, place, now),
    scheduling: completeScheduling(given, place),
  };
}

/** What a configuration entry always has once the API has written it. Source: sync-jobs §5. */
function completeConfiguration(given: Fields, place: Place): JsonObject {
  const entries = Object.entries((given['configuration'] ?? {}) as JsonObject);
  return Object.fromEntries(
    entries.map(([key, value]) => {
      if (!isJsonObject(value)) throw wrongValue(place, `configuration.${key}`, 'an object', value);
      const base = { default_value: null, label: key, required: false, sensitive: false, value: null };
      return [key, { ...base, ...value }];
    }),
  );
}

const SCHEDULES = ['access_control', 'full', 'incremental'];

function completeScheduling(given: Fields, place: Place): JsonObject {
  const scheduling = (given['scheduling'] ?? {}) as JsonObject;
  for (const key of Object.keys(scheduling)) {
    if (!SCHEDULES.includes(key))
      throw unknownKey(place, `scheduling.${key}`, 'a scheduling', key, SCHEDULES);
  }
  return Object.fromEntries(SCHEDULES.map((key) => [key, completeSchedule(scheduling[key], key, place)]));
}

function completeSchedule(value: JsonValue | undefined, key: string, place: Place): JsonObject {
  const whole = { enabled: false, interval: '0 0 0 * * ?' };
  if (value === undefined) return whole;
  const path = `scheduling.${key}`;
  if (!isJsonObject(value)) throw wrongValue(place, path, 'an object', value);
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(whole, name));
  if (unknown !== undefined) {
    throw unknownKey(place, `${path}.${unknown}`, 'a schedule', unknown, Object.keys(whole));
  }
  const { enabled, interval } = { ...whole, ...value } as Fields;
  if (typeof enabled !== 'boolean') throw wrongValue(place, `${path}.enabled`, 'true or false', enabled);
  if (typeof interval !== 'string')
    throw wrongValue(place, `${path}.interval`, 'a cron expression', interval);
  checkCron(interval, place, `${path}.interval`);
  return { enabled, interval };
}

function checkCron(interval: string, place: Place, path: string): void {
  try {
    parseCron(interval);
  } catch (error) {
    if (!(error instanceof CronError)) throw error;
    throw mistake(
      place,
      path,
      `is no cron expression: ${error.detail ?? error.message} Received ${shown(interval)}.`,
    );
  }
}
