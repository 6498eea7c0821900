import { dateTime, noInstant, noInstantSeconds } from '../errors/date-errors.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { daysFromCivil, isLeapYear } from './civil-date.js';
import type { Instant } from './instant.js';
import { isEpoch, type DateFields, type Epoch, type ParsedDate } from './parsed-date.js';
import { fromWallTime, type TimeZone } from './time-zone.js';

const monthNames = [
  ...['JANUARY', 'FEBRUARY', 'MARCH', 'APRIL', 'MAY', 'JUNE'],
  ...['JULY', 'AUGUST', 'SEPTEMBER', 'OCTOBER', 'NOVEMBER', 'DECEMBER'],
];

/**
 * The instant of a date as a `date` field and a range query see it: what is absent is the first month, day and
 * midnight; the zone is the date's own, else `zone`, else UTC. Digits below the microsecond are cut off.
 * ES: `DateFormatters.from`, `JavaDateMathParser.parseDateTime`.
 *
 * @throws ElasticsearchError `date_time_exception` if there is no such day
 */
export function toInstant(date: ParsedDate, zone?: TimeZone): Instant {
  const wallSeconds = isEpoch(date) ? date.epochSeconds : wallSecondsOf(date);
  const own = isEpoch(date) ? undefined : date.zone;
  return instantOf(zonedSeconds(wallSeconds, own ?? zone), date.nanos ?? 0);
}

/** {@link toInstant} as nanoseconds since the epoch, with nothing cut off. */
export function toNanos(date: ParsedDate): bigint {
  const seconds = isEpoch(date) ? date.epochSeconds : zonedSeconds(wallSecondsOf(date), date.zone);
  return BigInt(Math.round(seconds)) * 1_000_000_000n + BigInt(date.nanos ?? 0);
}

/**
 * The instant of a date in a connector API body: the time of day must be there, and a zone that is a name counts
 * as UTC, as in Elasticsearch. ES: `TimeUtils.parseTimeFieldToInstant`, Java's `Instant.from`.
 *
 * @throws ElasticsearchError `date_time_exception`
 */
export function toInstantStrictly(date: ParsedDate): Instant {
  const { epochSeconds, nanos } = strictEpoch(date);
  return instantOf(epochSeconds, nanos);
}

/** {@link toInstantStrictly} with nothing lost. */
export function strictEpoch(date: ParsedDate): Epoch {
  if (isEpoch(date)) return date;
  if (date.day === undefined || date.hour === undefined)
    throw noInstant(shownRecord(date), noInstantSeconds());
  const offset = date.zone && 'offset' in date.zone ? date.zone.offset : 0;
  try {
    return { epochSeconds: wallSecondsOf(date) - offset, nanos: date.nanos ?? 0 };
  } catch (error) {
    if (isElasticsearchError(error)) throw noInstant(shownRecord(date), error);
    throw error;
  }
}

function zonedSeconds(wallSeconds: number, zone: TimeZone | undefined): number {
  if (!zone) return wallSeconds;
  return 'offset' in zone ? wallSeconds - zone.offset : fromWallTime(zone, wallSeconds * 1000) / 1000;
}

function instantOf(epochSeconds: number, nanos: number): Instant {
  const ms = Math.floor(nanos / 1_000_000);
  return epochSeconds * 1000 + ms + Math.floor((nanos - ms * 1_000_000) / 1000) / 1000;
}

/** Seconds since the epoch that a clock shows without regard to its zone. */
function wallSecondsOf(date: DateFields): number {
  const { year, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = date;
  checkDay(year, month, day);
  return daysFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
}

/** Java: `LocalDate.of`. */
export function checkDay(year: number, month: number, day: number): void {
  if (month < 1 || month > 12)
    throw dateTime(`Invalid value for MonthOfYear (valid values 1 - 12): ${month}`);
  if (day < 1 || day > 31) throw dateTime(`Invalid value for DayOfMonth (valid values 1 - 28/31): ${day}`);
  if (day <= 28 || day <= daysIn(year, month)) return;
  if (day === 29) throw dateTime(`Invalid date 'February 29' as '${year}' is not a leap year`);
  throw dateTime(`Invalid date '${monthNames[month - 1] ?? ''} ${day}'`);
}

export function daysIn(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** As Java prints the record `DateTime`. */
function shownRecord(date: DateFields): string {
  const { zone } = date;
  const fields = [
    ['years', date.year],
    ['months', date.month],
    ['days', date.day],
    ['hours', date.hour],
    ['minutes', date.minute],
    ['seconds', date.second],
    ['nanos', date.nanos],
    ['zoneId', zone && shownZone(zone)],
    ['offset', zone && 'offset' in zone ? shownZone(zone) : undefined],
  ] as const;
  return `DateTime[${fields.map(([name, value]) => `${name}=${value ?? 'null'}`).join(', ')}]`;
}

/** As Java prints a `ZoneId`. */
function shownZone(zone: TimeZone): string {
  if ('region' in zone) return zone.region;
  if (zone.offset === 0) return 'Z';
  const seconds = Math.abs(zone.offset);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  if (seconds % 60 !== 0) parts.push(seconds % 60);
  return (zone.offset < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}
