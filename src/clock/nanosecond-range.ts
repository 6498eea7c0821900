import { afterNanoseconds, beforeNanoseconds } from '../errors/date-errors.js';
import { formatSeconds } from './format-instant.js';
import type { Instant } from './instant.js';

/** Where 64 bits of nanoseconds end, to the microsecond: in the year 2262. */
const GREATEST = 9_223_372_036_854.775;

/** Whether 64 bits of nanoseconds since the epoch can hold an instant. */
export function isInNanosecondRange(instant: Instant): boolean {
  return instant >= 0 && instant <= GREATEST;
}

/**
 * ES: `DateUtils.toLong`.
 * @throws ElasticsearchError `illegal_argument_exception`
 */
export function checkNanosecondRange(instant: Instant, nanos: number): void {
  if (isInNanosecondRange(instant)) return;
  const shown = javaText(instant, nanos);
  throw instant < 0 ? beforeNanoseconds(shown) : afterNanoseconds(shown);
}

/** As Java prints an `Instant`: three digits of the fraction at a time, or none. */
function javaText(instant: Instant, nanos: number): string {
  const text = formatSeconds(Math.floor(instant / 1000), nanos);
  if (nanos === 0) return text.replace('.000Z', 'Z');
  return text.replace(/\d+(?=Z)/, (digits) => digits.padEnd(Math.ceil(digits.length / 3) * 3, '0'));
}
