import { illegalArgument, doubleFormat } from '../errors/request-errors.js';
import type { JsonReader } from './json-reader.js';

const MIN_INT = -2147483648;
const MAX_INT = 2147483647;
const MIN_LONG = -(2n ** 63n);
const MAX_LONG = 2n ** 63n - 1n;
const INT_RANGE = `\`int\` (${MIN_INT} - ${MAX_INT})`;
const LONG_RANGE = `\`long\` (${MIN_LONG.toString()} - ${MAX_LONG.toString()})`;
const MAX_SCALE = 19;

/** What `new BigDecimal(text)` takes: sign, digits with a point, fraction, exponent. */
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
/** What `Double.parseDouble` takes beside hexadecimals, once blanks are cut. */
const JAVA_DOUBLE = /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[dDfF]?)$/;

/** ES: `Booleans.parseBoolean`. Source: rest-layer A.5 and A.7.4. */
export function readBoolean(reader: JsonReader): boolean {
  if (reader.token === 'VALUE_BOOLEAN') return reader.booleanValue();
  const { text } = reader;
  if (text === 'true') return true;
  if (text === 'false' || text === '') return false;
  throw illegalArgument(`Failed to parse value [${text}] as only [true] or [false] are allowed.`);
}

/** Java's `Double.parseDouble`, without hexadecimal floats. */
function parseJavaDouble(text: string): number {
  const trimmed = text.trim();
  if (trimmed === '') throw doubleFormat('');
  if (!JAVA_DOUBLE.test(trimmed)) throw doubleFormat(text);
  return Number(/[dDfF]$/.test(trimmed) ? trimmed.slice(0, -1) : trimmed);
}

/** ES: `AbstractXContentParser.doubleValue` and `floatValue`. */
export function readDouble(reader: JsonReader): number {
  return reader.token === 'VALUE_STRING' ? parseJavaDouble(reader.text) : Number(reader.text);
}

function truncated(double: number): number {
  return Number.isNaN(double) ? 0 : Math.trunc(double) + 0;
}

/** ES: `AbstractXContentParser.intValue(true)`; Jackson `getIntValue`. */
export function readInt(reader: JsonReader): number {
  if (reader.token === 'VALUE_STRING') {
    const double = parseJavaDouble(reader.text);
    if (double < MIN_INT || double > MAX_INT) {
      throw illegalArgument(`Value [${reader.text}] is out of range for an integer`);
    }
    return truncated(double);
  }
  const double = Number(reader.text);
  if (double < MIN_INT || double > MAX_INT) throw reader.overflow(INT_RANGE);
  return truncated(double);
}

/** A number while it is exact, `bigint` beyond. */
function narrowed(exact: bigint): number | bigint {
  const near = Number(exact);
  return Number.isSafeInteger(near) ? near : exact;
}

function clamped(double: number): bigint {
  const exact = BigInt(truncated(double));
  return exact > MAX_LONG ? MAX_LONG : exact;
}

/** The whole part of `digits * 10^-scale`. */
function wholePart(digits: string, scale: number): bigint {
  if (scale <= 0) return BigInt(digits + '0'.repeat(-scale));
  return BigInt(digits.slice(0, -scale) || '0');
}

/** ES: `AbstractXContentParser.toLong(text, true)`. */
function longOfText(text: string): bigint {
  const [, sign, whole = '', fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') throw illegalArgument(`For input string: "${text}"`);
  const scale = fraction.length - Number(exponent);
  const outOfRange = `Value [${text}] is out of range for a long`;
  if (scale < -MAX_SCALE) throw illegalArgument(outOfRange);
  if (scale > MAX_SCALE) return 0n;
  const magnitude = wholePart(whole + fraction, scale);
  const exact = sign === '-' ? -magnitude : magnitude;
  if (exact > MAX_LONG || exact < MIN_LONG) throw illegalArgument(outOfRange);
  return exact;
}

/** ES: `AbstractXContentParser.longValue(true)`; Jackson `getLongValue`. */
export function readLong(reader: JsonReader): number | bigint {
  if (reader.token === 'VALUE_STRING') return narrowed(longOfText(reader.text));
  const number = reader.numberValue();
  if (typeof number === 'bigint') {
    if (number > MAX_LONG || number < MIN_LONG) throw reader.overflow(LONG_RANGE);
    return number;
  }
  if (Number.isSafeInteger(number)) return number;
  if (number < Number(MIN_LONG) || number > Number(MAX_LONG)) throw reader.overflow(LONG_RANGE);
  return narrowed(clamped(number));
}
