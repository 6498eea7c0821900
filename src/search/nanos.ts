import { dateFormat } from '../clock/date-format.js';
import { DEFAULT_DATE_FORMAT, parseDate, toNanos } from '../clock/parse-date.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import type { MappedField } from '../store/mapping-fields.js';
import type { JsonValue } from '../xcontent/json.js';
import { Column, valuesOf } from './column.js';
import type { SearchView } from './search-view.js';
import { collectValues, sourcePath } from './source-values.js';

const NANOS = 1_000_000n;

/** Nanoseconds since the epoch of a source value of a `date_nanos` field; undefined for one that is left out. */
export function nanosOf(value: JsonValue, format: string | undefined): bigint | undefined {
  if (typeof value === 'bigint') return value * NANOS;
  if (typeof value === 'number' && format === undefined) return BigInt(Math.trunc(value)) * NANOS;
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  try {
    return toNanos(parseDate(String(value), format));
  } catch (error) {
    if (isElasticsearchError(error)) return undefined;
    throw error;
  }
}

/** Every value of a `date_nanos` field of a document, in the order of its source. */
export function nanosAt(
  view: SearchView,
  slot: number,
  field: MappedField,
  path = sourcePath(field.sourcePath),
): bigint[] {
  const found: JsonValue[] = [];
  collectValues(view.source(slot) ?? {}, path, found);
  const { nullValue, format } = field;
  return found.flatMap((value) => nanosOf(value ?? nullValue ?? null, format) ?? []);
}

/**
 * A column of dates in nanoseconds, made for one search: those that the view keeps are milliseconds.
 * ES: `IndexNumericFieldData.NumericType.DATE_NANOSECONDS`.
 * DIVERGES: queries compare the milliseconds.
 */
export function nanosColumn(view: SearchView, column: Column): Column {
  const { field, cells, present } = column;
  const exact = new Column(field);
  const path = sourcePath(field.sourcePath);
  for (let slot = present.next(0); slot !== -1; slot = present.next(slot + 1)) {
    const values =
      field.type === 'date_nanos'
        ? nanosAt(view, slot, field, path)
        : valuesOf(cells[slot]).map((ms) => BigInt(ms) * NANOS);
    exact.cells[slot] = values.length === 1 ? values[0] : values;
    exact.present.set(slot);
  }
  return exact;
}

/** Nanoseconds since the epoch as a format shows them. */
export function printNanos(nanos: bigint, format: string = DEFAULT_DATE_FORMAT): string {
  const below = ((nanos % 1_000_000_000n) + 1_000_000_000n) % 1_000_000_000n;
  return dateFormat(format).print(Number((nanos - below) / 1_000_000_000n), Number(below));
}
