import {
  fractionalTimeValue,
  negativeTimeValue,
  timeUnitMissing,
  unreadableTimeValue,
} from '../errors/date-errors.js';

const units: readonly (readonly [suffix: string, ms: number])[] = [
  ['nanos', 1e-6],
  ['micros', 1e-3],
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
];

const MAX_LONG = 2n ** 63n;

/**
 * Reads an Elasticsearch time value (`5m`, `30s`, `1d`, `-1`, `0`) as whole milliseconds, cut off towards zero.
 * Source: rest-layer A.5; ES: `TimeValue.parseTimeValue`.
 *
 * @throws ElasticsearchError `illegal_argument_exception`
 */
export function parseTimeValue(text: string, setting: string): number {
  const normalized = text.toLowerCase().trim();
  for (const [suffix, ms] of units) {
    // ES: only minutes are case-sensitive (and see the untrimmed text), since M means months.
    if (!(suffix === 'm' ? text : normalized).endsWith(suffix)) continue;
    const count = parseCount(normalized.slice(0, -suffix.length).trim(), text, setting);
    return Math.trunc(ms < 1 ? count / Math.round(1 / ms) : count * ms) + 0;
  }
  if (/^-0*1$/.test(normalized)) return -1;
  if (/^0+$/.test(normalized)) return 0;
  throw timeUnitMissing(setting, text);
}

function parseCount(number: string, text: string, setting: string): number {
  if (!isLong(number)) {
    throw isDouble(number) ? fractionalTimeValue(text, number) : unreadableTimeValue(text, number);
  }
  const count = Number(number);
  if (count < -1) throw negativeTimeValue(setting, text);
  return count;
}

function isLong(text: string): boolean {
  if (!/^[+-]?\d+$/.test(text)) return false;
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return value < MAX_LONG && value >= -MAX_LONG;
}

/** What Java's `Double.parseDouble` reads, but for hexadecimal. The text is in lower case. */
function isDouble(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?[fd]?$/.test(text);
}
