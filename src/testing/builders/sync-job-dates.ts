import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import type { Fields } from '../scenario/fields.js';

const DATES = [
  'created_at',
  'started_at',
  'cancelation_requested_at',
  'canceled_at',
  'completed_at',
  'last_seen',
] as const;

type DateField = (typeof DATES)[number];

/** States that a job only gets into after a claim. */
const CLAIMED: ReadonlySet<SyncStatus> = new Set([
  'in_progress',
  'canceling',
  'suspended',
  'completed',
  'error',
]);

/** Whether a worker has had the job. */
export function wasClaimed(status: SyncStatus, given: Fields): boolean {
  return CLAIMED.has(status) || typeof given['started_at'] === 'string';
}

/**
 * The dates that a job in this state has, in an order that can have happened: what is given stands, the rest follows
 * the latest date before it. Source: sync-jobs §4, §9 to §11.
 */
export function completeDates(status: SyncStatus, given: Fields, now: string): Fields {
  const dates: Partial<Record<DateField, string>> = {};
  for (const key of DATES) {
    const value = given[key];
    if (typeof value === 'string') dates[key] = value;
  }
  const created = dates.created_at ?? extreme(dates, earlier) ?? now;
  dates.created_at = created;
  if (wasClaimed(status, given)) dates.started_at ??= created;
  if (status === 'canceling' || status === 'canceled') {
    dates.cancelation_requested_at ??= dates.canceled_at ?? dates.completed_at ?? latest(dates, created);
  }
  if (status === 'canceled') dates.canceled_at ??= dates.completed_at ?? latest(dates, created);
  if (status === 'canceled' || status === 'completed' || status === 'error') {
    dates.completed_at ??= dates.canceled_at ?? latest(dates, created);
  }
  // A cancelation by the API does not count as a sign of life.
  dates.last_seen ??= dates.started_at === undefined ? created : latest(dates, created);
  return withNulls(dates, given);
}

/** A date that is given as null stays null. */
function withNulls(dates: Fields, given: Fields): Fields {
  for (const key of DATES) if (given[key] === null) dates[key] = null;
  return dates;
}

function latest(dates: Fields, fallback: string): string {
  return extreme(dates, (left, right) => earlier(right, left)) ?? fallback;
}

function extreme(dates: Fields, isBetter: (left: string, right: string) => boolean): string | undefined {
  let best: string | undefined;
  for (const value of Object.values(dates)) {
    if (typeof value === 'string' && (best === undefined || isBetter(value, best))) best = value;
  }
  return best;
}

/** Printed instants sort as texts, but for the Z behind fractions of different length. */
function earlier(left: string, right: string): boolean {
  return left.slice(0, -1) < right.slice(0, -1);
}
