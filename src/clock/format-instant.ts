import { FakeUsageError } from '../errors/fake-usage-error.js';
import { civilFromDays } from './civil-date.js';
import type { Instant } from './instant.js';

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));

// Memory of pure functions, not state: a request prints one instant several times, and a test stays on one day.
let lastInstant = 0;
let lastText = '1970-01-01T00:00:00.000Z';
let lastDay = Number.NaN;
let lastDate = '';

/**
 * Prints an instant as Elasticsearch's `strict_date_optional_time_nanos` does: UTC, 3 to 6 fraction digits,
 * trailing zeros trimmed to no fewer than 3. Source: connectors §1.6; ES: `DateFormatters`.
 *
 * @throws FakeUsageError for what is no number.
 * @example formatInstant(1717243200000.5) // '2024-06-01T12:00:00.0005Z'
 */
export function formatInstant(instant: Instant): string {
  if (instant === lastInstant) return lastText;
  if (!Number.isFinite(instant)) {
    throw new FakeUsageError(`formatInstant() takes epoch milliseconds: received ${String(instant)}.`);
  }
  let ms = Math.floor(instant);
  let micros = Math.round((instant - ms) * 1000);
  if (micros === 1000) {
    ms += 1;
    micros = 0;
  }
  const second = Math.floor(ms / 1000);
  const text = formatSeconds(second, (ms - second * 1000) * 1_000_000 + micros * 1000);
  lastInstant = instant;
  lastText = text;
  return text;
}

/**
 * Whether a text is the one that {@link formatInstant} printed last: a date for sure, which nobody needs to read. Not
 * so beyond the year 9999, which is printed with a sign that the strict format does not read.
 */
export function isJustPrinted(text: string): boolean {
  return text === lastText && text !== '' && text[0] !== '+' && text[0] !== '-';
}

/** The same for whole seconds since the epoch and the nanoseconds above them: 3 to 9 fraction digits. */
export function formatSeconds(epochSeconds: number, nanos: number): string {
  const day = Math.floor(epochSeconds / 86_400);
  if (day !== lastDay) {
    lastDate = formatDay(day);
    lastDay = day;
  }
  const second = epochSeconds - day * 86_400;
  const hour = Math.floor(second / 3600);
  const minute = Math.floor(second / 60) % 60;
  return `${lastDate}T${twoDigit(hour)}:${twoDigit(minute)}:${twoDigit(second % 60)}.${fraction(nanos)}Z`;
}

function fraction(nanos: number): string {
  if (nanos % 1_000_000 === 0) return String(nanos / 1_000_000).padStart(3, '0');
  return String(nanos).padStart(9, '0').replace(/0+$/, '');
}

function formatDay(day: number): string {
  const { year, month, day: dayOfMonth } = civilFromDays(day);
  return `${formatYear(year)}-${twoDigit(month)}-${twoDigit(dayOfMonth)}`;
}

/** Java's `SignStyle.EXCEEDS_PAD`: a plus sign from five digits on. */
function formatYear(year: number): string {
  if (year < 0) return `-${String(-year).padStart(4, '0')}`;
  return year > 9999 ? `+${year}` : String(year).padStart(4, '0');
}

function twoDigit(value: number): string {
  return twoDigits[value] ?? String(value);
}
