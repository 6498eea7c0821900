import { parseDate, toInstant } from '../clock/parse-date.js';
import { doubleFormat } from '../errors/request-errors.js';
import type { MappedField } from '../store/mapping-fields.js';
import { isDateType, isIntegerType, isNumberType, numberValue, type Scalar } from './field-values.js';
import { printDateValue } from './value-format.js';
import type { SortKey } from './sort-order.js';

/** What a tester wrote as `missing` or in `search_after`, as a key of that field. */
export function toSortKey(field: MappedField | undefined, value: Scalar, format?: string): SortKey {
  const type = field?.type ?? 'long';
  if (isDateType(type)) return dateKey(value, format ?? field?.format);
  if (type === 'boolean') return Number(value === true || value === 'true' || value === 1);
  if (!isNumberType(type)) return String(value);
  const number = numberValue(value, isIntegerType(type));
  if (number === undefined) throw doubleFormat(String(value));
  return number;
}

function dateKey(value: Scalar, format: string | undefined): SortKey {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Math.floor(value);
  return Math.floor(toInstant(parseDate(String(value), format)));
}

/** A sort key as a `format` shows it. */
export function formatSortKey(
  key: SortKey | null,
  field: MappedField | undefined,
  format: string | undefined,
): SortKey | null {
  if (format === undefined || typeof key !== 'number' || !isDateType(field?.type ?? '')) return key;
  return printDateValue(field, key, format);
}
