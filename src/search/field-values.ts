import { isIpAddress } from '../store/ip-address.js';
import type { MappedField } from '../store/mapping-fields.js';
import { isDateType, isIntegerType, isKeywordType, isNumberType } from '../store/mapping-types.js';
import type { JsonValue } from '../xcontent/json.js';
import { parseDate, toInstant } from '../clock/parse-date.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { lazily } from '../lazily.js';

export {
  isDateType,
  isIntegerType,
  isKeywordType,
  isNumberType,
  isTextType,
} from '../store/mapping-types.js';

/** One value of a field as the index holds it: dates are epoch milliseconds, text is a token. */
export type Scalar = string | number | bigint | boolean;

/** A literal would have V8 gather its characters as it reads the file. */
const word = lazily(() => new RegExp(String.raw`[\p{L}\p{N}_]+(?:['\u2019.][\p{L}\p{N}_]+)*`, 'gu'));

/**
 * Lower-cased words: what the standard analyzer makes of usual texts.
 * DIVERGES: a field's own analyzers and normalizers are only names.
 */
export function tokens(text: string): string[] {
  return (text.match(word()) ?? []).map((word) => word.toLowerCase());
}

/** A source value as the index holds it; undefined if the index leaves it out. */
export function indexedValue(field: MappedField, value: JsonValue): Scalar | undefined {
  if (typeof value === 'object') return undefined;
  const { type } = field;
  if (isKeywordType(type)) {
    const text = typeof value === 'string' ? value : String(value);
    if (type === 'ip' && !isIpAddress(text)) return undefined;
    return text.length > field.ignoreAbove ? undefined : text;
  }
  if (isDateType(type)) return dateValue(value, field.format);
  if (type === 'boolean') return booleanValue(value);
  if (isNumberType(type)) return numberValue(value, isIntegerType(type));
  return undefined;
}

/** Numbers beyond 2^53 stay exact, all others are plain numbers. */
export function numberValue(value: Scalar, isInteger: boolean): number | bigint | undefined {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean' || value === '') return undefined;
  const number = Number(value);
  if (Number.isNaN(number)) return undefined;
  if (!isInteger) return number;
  const whole = Math.trunc(number);
  return Number.isSafeInteger(whole) || typeof value === 'number' || !/^-?\d+$/.test(value)
    ? whole
    : BigInt(value);
}

function booleanValue(value: Scalar): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' || value === '' ? false : undefined;
}

function dateValue(value: Scalar, format: string | undefined): number | undefined {
  if (typeof value === 'boolean') return undefined;
  const isNumber = typeof value !== 'string';
  if (isNumber && format === undefined) return Math.trunc(Number(value));
  try {
    return Math.floor(toInstant(parseDate(String(value), format)));
  } catch (error) {
    if (isElasticsearchError(error)) return undefined;
    throw error;
  }
}
