import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths } from 'date-fns/addMonths';
import { startOfDay } from 'date-fns/startOfDay';
import { startOfHour } from 'date-fns/startOfHour';
import { startOfISOWeek } from 'date-fns/startOfISOWeek';
import { startOfMinute } from 'date-fns/startOfMinute';
import { startOfMonth } from 'date-fns/startOfMonth';
import { startOfSecond } from 'date-fns/startOfSecond';
import { startOfYear } from 'date-fns/startOfYear';
import {
  dateTime,
  emptyDateMathDate,
  roundingByMany,
  truncatedMath,
  unreadableDateMathDate,
  unsupportedMathOperator,
  unsupportedMathUnit,
} from '../errors/date-errors.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { numberFormat } from '../errors/request-errors.js';
import type { Instant } from './instant.js';
import { DEFAULT_DATE_FORMAT, parseDate, toInstant } from './parse-date.js';
import { fromWallTime, offsetAt, parseTimeZone, UTC, type TimeZone } from './time-zone.js';

type UtcDate = InstanceType<typeof UTCDateMini>;

export interface DateMathOptions {
  /** For an upper bound: rounding and absent fields give the last millisecond instead of the first. */
  readonly roundUp: boolean;
  /** @default 'strict_date_optional_time||epoch_millis' */
  readonly format?: string | undefined;
  /** A zone as in a range query's `time_zone`, for dates without one and for rounding. @default UTC */
  readonly timeZone?: string | undefined;
}

interface Unit {
  readonly startOf: (date: UtcDate) => UtcDate;
  readonly months?: number;
  readonly days?: number;
  /** Of units that are as long everywhere. */
  readonly ms?: number;
}

const hour: Unit = { startOf: startOfHour, ms: 3_600_000 };
const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ['y', { startOf: startOfYear, months: 12 }],
  ['M', { startOf: startOfMonth, months: 1 }],
  ['w', { startOf: startOfISOWeek, days: 7 }],
  ['d', { startOf: startOfDay, days: 1 }],
  ['h', hour],
  ['H', hour],
  ['m', { startOf: startOfMinute, ms: 60_000 }],
  ['s', { startOf: startOfSecond, ms: 1000 }],
]);

const MAX_INT = 2_147_483_647;

/**
 * Reads a date with date math: `now-300s`, `now+1h/d`, `2024-01-01||+1M/d`, or a date alone. Gives whole
 * milliseconds, which is what a `date` field holds. Source: rest-layer B.9; ES: `JavaDateMathParser`.
 *
 * @throws ElasticsearchError `parse_exception`
 */
export function parseDateMath(text: string, now: Instant, options: DateMathOptions): Instant {
  const zone = zoneOf(options.timeZone);
  if (text.startsWith('now')) return applyMath(text.slice(3), Math.floor(now), options.roundUp, zone ?? UTC);
  const bars = text.indexOf('||');
  if (bars === -1) return parseBase(text, options, zone, options.roundUp);
  const base = parseBase(text.slice(0, bars), options, zone, false);
  return applyMath(text.slice(bars + 2), base, options.roundUp, zone ?? UTC);
}

function zoneOf(text: string | undefined): TimeZone | undefined {
  if (text === undefined) return undefined;
  const zone = parseTimeZone(text);
  if (zone) return zone;
  throw dateTime(`Invalid ID for region-based ZoneId, invalid format: ${text}`);
}

function parseBase(
  text: string,
  { format = DEFAULT_DATE_FORMAT }: DateMathOptions,
  zone: TimeZone | undefined,
  isRoundedUp: boolean,
): Instant {
  if (text === '') throw emptyDateMathDate();
  try {
    return Math.floor(toInstant(parseDate(text, format, isRoundedUp ? 'highest' : 'absent'), zone));
  } catch (error) {
    if (isElasticsearchError(error)) throw unreadableDateMathDate(text, format, error);
    throw error;
  }
}

function applyMath(math: string, base: Instant, isRoundedUp: boolean, zone: TimeZone): Instant {
  let time = base;
  let at = 0;
  while (at < math.length) {
    const operator = math.charAt(at++);
    if (operator !== '/' && operator !== '+' && operator !== '-') throw unsupportedMathOperator(math);
    const digits = leadingDigits(math, at);
    at += digits.length;
    if (at >= math.length) throw truncatedMath(math);
    const count = digits === '' ? 1 : parseInt32(digits);
    if (operator === '/' && count !== 1) throw roundingByMany(math);
    const letter = math.charAt(at++);
    const unit = units.get(letter);
    if (!unit) throw unsupportedMathUnit(letter, math);
    if (operator !== '/') time = plus(time, operator === '-' ? -count : count, unit, zone);
    else {
      time = onWall(time, zone, unit.startOf);
      if (isRoundedUp) time = plus(time, 1, unit, zone) - 1;
    }
  }
  if (Number.isNaN(time)) throw dateTime(`Invalid value for Year: [${math}]`);
  return time;
}

function leadingDigits(text: string, from: number): string {
  let end = from;
  while (end < text.length && text.charAt(end) >= '0' && text.charAt(end) <= '9') end++;
  return text.slice(from, end);
}

function parseInt32(digits: string): number {
  const value = Number(digits);
  if (value > MAX_INT) throw numberFormat(digits);
  return value;
}

function plus(time: Instant, count: number, unit: Unit, zone: TimeZone): Instant {
  if (unit.ms !== undefined) return time + count * unit.ms;
  const { months = 0, days = 0 } = unit;
  // A UTC day has 24 hours; on a zone's wall clock too.
  if (months === 0)
    return onWall(time, zone, (date) => new UTCDateMini(date.getTime() + count * days * 86_400_000));
  return onWall(time, zone, (date) => addMonths(date, count * months));
}

/** Changes the time that a zone's clocks show, as the calendar does. */
function onWall(time: Instant, zone: TimeZone, change: (date: UtcDate) => UtcDate): Instant {
  const offset = offsetAt(zone, time);
  return fromWallTime(zone, change(new UTCDateMini(time + offset * 1000)).getTime(), offset);
}
