import {
  emptySearchAfter,
  searchAfterLength,
  searchAfterNotScalar,
  searchAfterWithoutSort,
  unreadableSearchAfterValue,
} from '../errors/sort-errors.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import { isDateType, isIntegerType, isNumberType, type Scalar } from './field-values.js';
import type { SortKeys } from './page.js';
import { missingSortValue, type SlotSort } from './sort.js';
import type { SortKey } from './sort-order.js';
import { toSortKey } from './sort-value.js';

/** From here on a number stands for a missing value; clients that know no 64-bit integers round it. */
const NEARLY_MAX_LONG = 9.22e18;

/** ES: `SearchAfterBuilder.fromXContent`. */
export function parseSearchAfter(reader: JsonReader): (Scalar | null)[] {
  const values: (Scalar | null)[] = [];
  while (reader.nextToken() !== 'END_ARRAY') {
    if (reader.token === 'START_OBJECT' || reader.token === 'START_ARRAY') {
      throw searchAfterNotScalar(reader.location(), reader.token);
    }
    values.push(reader.readValue() as Scalar | null);
  }
  if (values.length === 0) throw emptySearchAfter();
  return values;
}

/** The values of `search_after` as keys of the sorts. ES: `SearchAfterBuilder.buildFieldDoc`. */
export function searchAfterKeys(
  values: readonly (Scalar | null)[],
  sorts: readonly SlotSort[],
  hasIntegerSorts: boolean,
): SortKeys {
  if (sorts.length === 0) throw searchAfterWithoutSort();
  if (values.length !== sorts.length) throw searchAfterLength(values.length, sorts.length);
  return sorts.map((sort, at) => searchAfterKey(values[at] ?? null, sort, hasIntegerSorts));
}

function searchAfterKey(value: Scalar | null, sort: SlotSort, hasIntegerSorts: boolean): SortKey | undefined {
  const { spec, field, isNanos } = sort;
  if (value === null) return undefined;
  if (spec.field.startsWith('_') && field === undefined) return Number(value);
  if (String(value) === String(missingSortValue(sort, hasIntegerSorts))) return undefined;
  const type = field?.type ?? spec.unmappedType ?? 'keyword';
  const isNumber = isIntegerType(type) || isDateType(type) || isNumberType(type);
  if (isNumber && Math.abs(Number(value)) >= NEARLY_MAX_LONG) return undefined;
  try {
    return toSortKey(field, value, { format: spec.format, isNanos });
  } catch (error) {
    if (isElasticsearchError(error)) throw unreadableSearchAfterValue(spec.field, error);
    throw error;
  }
}
