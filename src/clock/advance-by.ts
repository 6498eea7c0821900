import { UTCDateMini } from '@date-fns/utc/date/mini';
import { add } from 'date-fns/add';
import { FakeUsageError } from '../errors/fake-usage-error.js';
import { isPlainObject } from '../errors/usage-checks.js';
import type { Instant } from './instant.js';

/** How far a clock moves: a date-fns `Duration`, with milliseconds besides. Fractions are allowed below months. */
export interface ClockDuration {
  readonly years?: number | undefined;
  readonly months?: number | undefined;
  readonly weeks?: number | undefined;
  readonly days?: number | undefined;
  readonly hours?: number | undefined;
  readonly minutes?: number | undefined;
  readonly seconds?: number | undefined;
  readonly milliseconds?: number | undefined;
}

const UNITS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds', 'milliseconds'] as const;
/** The last instant that a JavaScript date can hold. */
const MAX_MS = 8.64e15;
const unitNames: ReadonlySet<string> = new Set(UNITS);

/**
 * The instant that lies a duration, or a number of milliseconds, after another.
 *
 * @throws FakeUsageError for a negative duration, an unknown unit and an instant that no date can hold
 */
export function advanceBy(instant: Instant, duration: ClockDuration | number): Instant {
  const moved =
    typeof duration === 'number'
      ? instant + checkedNumber(duration, duration)
      : addDuration(instant, checkedDuration(duration));
  if (Math.abs(moved) <= MAX_MS) return moved;
  throw new FakeUsageError(`The clock cannot advance that far: received ${shown(duration)}.`);
}

/** The same check without a move: for a duration that will be used later. */
export function checkDuration(duration: ClockDuration | number): void {
  advanceBy(0, duration);
}

function addDuration(instant: Instant, duration: ClockDuration): Instant {
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration;
  const whole = Math.floor(instant);
  // In UTC a day is always 24 hours, and hours may be fractions.
  const moved = add(new UTCDateMini(whole), {
    years,
    months,
    hours: hours + (days + weeks * 7) * 24,
    minutes,
    seconds,
  });
  return moved.getTime() + (instant - whole) + (duration.milliseconds ?? 0);
}

function checkedDuration(duration: unknown): ClockDuration {
  if (!isPlainObject(duration)) throw notADuration(duration);
  for (const [unit, value] of Object.entries(duration)) {
    if (!unitNames.has(unit)) {
      throw new FakeUsageError(
        `A duration has the units ${UNITS.join(', ')}; received [${unit}] in ${shown(duration)}.`,
      );
    }
    if (value === undefined) continue;
    const number = checkedNumber(value, duration);
    if ((unit === 'years' || unit === 'months') && !Number.isInteger(number)) {
      throw new FakeUsageError(`[${unit}] must be whole; received ${shown(duration)}.`);
    }
  }
  return duration;
}

function checkedNumber(value: unknown, received: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw notADuration(received);
  if (value >= 0) return value;
  throw new FakeUsageError(
    `A clock advances forwards only: received ${shown(received)}. Use clock.set(instant) to move it back.`,
  );
}

function notADuration(received: unknown): FakeUsageError {
  return new FakeUsageError(
    `A duration is a number of milliseconds or an object such as { minutes: 5 }: received ${shown(received)}.`,
  );
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (!isPlainObject(value)) return Array.isArray(value) ? `[${String(value)}]` : String(value);
  const units = Object.entries(value).map(([unit, count]) => `${unit}: ${String(count)}`);
  return `{ ${units.join(', ')} }`;
}
