import { parseDate, toInstant, toNanos } from '../clock/parse-date.js';
import { doubleFormat } from '../errors/request-errors.js';
import type { MappedField } from '../store/mapping-fields.js';
import { isDateType, isIntegerType, isNumberType, numberValue, type Scalar } from './field-values.js';
import { printNanos } from './nanos.js';
import { valueText } from './value-format.js';
import type { SortKey } from './sort-order.js';

/** How dates are read and compared. */
interface DateKeys {
  readonly format?: string | undefined;
  readonly isNanos: boolean;
}

/** What a tester wrote as `missing` or in `search_after`, as a key of that field. */
export function toSortKey(field: MappedField | undefined, value: Scalar, dates: DateKeys): SortKey {
  const type = field?.type ?? 'long';
  if (isDateType(type)) return dateKey(value, dates.format ?? field?.format, dates.isNanos);
  if (type === 'boolean') return Number(value === true || value === 'true' || value === 1);
  if (!isNumberType(type)) return String(value);
  const number = numberValue(value, isIntegerType(type));
  if (number === undefined) throw doubleFormat(String(value));
  return number;
}

function dateKey(value: Scalar, format: string | undefined, isNanos: boolean): SortKey {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return isNanos ? BigInt(Math.floor(value)) : Math.floor(value);
  const date = parseDate(String(value), format);
  return isNanos ? toNanos(date) : Math.floor(toInstant(date));
}

/** A sort key as a `format` shows it. */
export function formatSortKey(
  key: SortKey | null,
  field: MappedField | undefined,
  format: string | undefined,
): SortKey | null {
  const type = field?.type ?? '';
  if (format === undefined || key === null || typeof key === 'string') return key;
  if (typeof key === 'bigint' && isDateType(type)) return printNanos(key, format);
  return valueText(type, field, key, format) ?? key;
}
