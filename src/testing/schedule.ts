import type { DueSource, DueThing } from '../clock/due-things.js';
import type { Instant } from '../clock/instant.js';
import { CronError, nextTime, parseCron, type CronSchedule } from '../cron/cron-expression.js';
import { JOB_TYPES } from '../protocol/connector/sync-job.js';
import { isIdle, nextTick } from '../search/refresh-interval.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../store/connector-indices.js';
import type { StoredDocument } from '../store/document.js';
import type { Store } from '../store/store.js';
import { isJsonObject, type JsonObject } from '../xcontent/json.js';
import { storedInstant } from './lint/stored-instant.js';

/** How long a running job may go unseen before Elastic's service counts it as idle. Source: clients §1.4, §1.7. */
const IDLE_MS = 300_000;

/** The next periodic refresh of every index that has writes to show (kind `refresh`). Source: rest-layer B.12. */
export function dueRefreshes(store: Store): DueSource {
  return (after) => {
    const due: DueThing[] = [];
    for (const index of store.indices()) {
      const at = index.unrefreshed.size === 0 || isIdle(index, after) ? undefined : nextTick(index, after);
      if (at !== undefined) due.push({ at, kind: 'refresh', what: `index [${index.name}]` });
    }
    return due;
  };
}

/**
 * What is due in a store: the next time of every enabled schedule of a connector that is not deleted (kind
 * `schedule`), and the instant at which a running sync job counts as idle unless it is seen before (kind `idle`).
 * Schedules and dates that cannot be read are passed over.
 */
export function dueThings(store: Store): DueSource {
  return (after) => [...schedulesDue(store, after), ...idleDue(store, after)];
}

function* schedulesDue(store: Store, after: Instant): Generator<DueThing> {
  const times = new Map<string, Instant | undefined>();
  const timeOf = (interval: string): Instant | undefined => {
    if (!times.has(interval)) times.set(interval, nextTimeOf(interval, after));
    return times.get(interval);
  };
  for (const { id, source } of documentsOf(store, CONNECTORS_INDEX)) {
    if (source['deleted'] === true) continue;
    for (const [kind, interval] of enabledIntervals(source)) {
      const at = timeOf(interval);
      if (at !== undefined) yield { at, kind: 'schedule', what: `${kind} sync of connector [${id}]` };
    }
  }
}

function* idleDue(store: Store, after: Instant): Generator<DueThing> {
  for (const { id, source } of documentsOf(store, SYNC_JOBS_INDEX)) {
    const { status } = source;
    if (status !== 'in_progress' && status !== 'canceling') continue;
    const seen = storedInstant(source['last_seen']);
    if (seen !== undefined && seen + IDLE_MS > after) {
      yield { at: seen + IDLE_MS, kind: 'idle', what: `sync job [${id}]` };
    }
  }
}

function* documentsOf(store: Store, name: string): Generator<StoredDocument> {
  for (const entry of store.concrete(name)?.entries.values() ?? []) if (!entry.deleted) yield entry;
}

function* enabledIntervals({ scheduling }: JsonObject): Generator<[kind: string, interval: string]> {
  if (!isJsonObject(scheduling)) return;
  for (const kind of JOB_TYPES) {
    const schedule = scheduling[kind];
    if (!isJsonObject(schedule) || schedule['enabled'] !== true) continue;
    if (typeof schedule['interval'] === 'string') yield [kind, schedule['interval']];
  }
}

function nextTimeOf(interval: string, after: Instant): Instant | undefined {
  const schedule = readCron(interval);
  return schedule && nextTime(schedule, after);
}

function readCron(interval: string): CronSchedule | undefined {
  try {
    return parseCron(interval);
  } catch (error) {
    if (error instanceof CronError) return undefined;
    throw error;
  }
}
