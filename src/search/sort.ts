import { fielddataDisabled } from '../errors/search-errors.js';
import {
  nestedSortRequired,
  noMappingToSortOn,
  numericModeOnly,
  numericTypeOnNumbersOnly,
} from '../errors/sort-errors.js';
import { placeOf } from './place.js';
import type { MappedField } from '../store/mapping-fields.js';
import { integerRange } from '../store/mapping-types.js';
import type { Column } from './column.js';
import { isDateType, isIntegerType, isNumberType, isTextType } from './field-values.js';
import { sortKeyOf } from './column.js';
import { metadataColumn } from './metadata-column.js';
import { nanosColumn } from './nanos.js';
import type { SearchView } from './search-view.js';
import { combinedKey, type CombineMode } from './sort-mode.js';
import type { PageSort } from './page.js';
import type { Direction, SortKey } from './sort-order.js';
import { toSortKey } from './sort-value.js';
import { checkDocValueFormat } from './value-format.js';

/** One member of a search's `sort`. */
export interface SortSpec {
  /** A path, `_score`, `_doc` or `_shard_doc`. */
  readonly field: string;
  readonly order: Direction;
  readonly missing: string | number | bigint | boolean;
  readonly unmappedType: string | undefined;
  readonly mode: 'min' | 'max' | CombineMode | undefined;
  readonly format: string | undefined;
  /** What dates and numbers of several types are compared as. */
  readonly numericType: 'long' | 'double' | 'date' | 'date_nanos' | undefined;
}

/** A sort made ready for one view: what each slot is compared by. */
export interface SlotSort extends PageSort {
  readonly spec: SortSpec;
  readonly field: MappedField | undefined;
  /** Whether keys are nanoseconds: those of dates are milliseconds otherwise. */
  readonly isNanos: boolean;
}

/** @throws ElasticsearchError where the mapping does not allow the sort. */
export function slotSort(
  spec: SortSpec,
  view: SearchView,
  shard: number,
  score: (slot: number) => number,
): SlotSort {
  const direction = spec.order;
  const plain = {
    spec,
    field: undefined,
    isNanos: false,
    direction,
    missingSign: 1,
    ordered: undefined,
  } as const;
  if (spec.field === '_score') return { ...plain, key: score };
  if (spec.field === '_doc') return { ...plain, key: view.documentNumber };
  if (spec.field === '_shard_doc')
    return { ...plain, key: (slot) => shard * 2 ** 32 + view.documentNumber(slot) };
  const column = view.column(spec.field) ?? metadataColumn(view, spec.field);
  const missingSign = spec.missing === '_first' ? -1 : 1;
  if (column === undefined) {
    if (view.isNested(spec.field)) throw nestedSortRequired(placeOf(view.index), spec.field);
    if (spec.unmappedType === undefined) throw noMappingToSortOn(placeOf(view.index), spec.field);
    return { ...plain, missingSign, key: () => undefined };
  }
  return { ...fieldSort(spec, column, view), direction, missingSign };
}

function fieldSort(
  spec: SortSpec,
  stored: Column,
  view: SearchView,
): Omit<SlotSort, 'direction' | 'missingSign'> {
  const { field } = stored;
  if (isTextType(field.type) && !field.hasFielddata) throw fielddataDisabled(view.index.name, spec.field);
  checkDocValueFormat(field, spec.format);
  const isDate = isDateType(field.type);
  if (spec.numericType !== undefined && !isDate && !isNumberType(field.type) && field.type !== 'boolean')
    throw numericTypeOnNumbersOnly(placeOf(view.index), field.type);
  const isNanos = isDate && (spec.numericType ?? field.type) === 'date_nanos';
  const column = isNanos ? nanosColumn(view, stored) : stored;
  const replacement = isReplaced(spec) ? toSortKey(field, spec.missing, { isNanos }) : undefined;
  const mode = spec.mode ?? (spec.order === 'asc' ? 'min' : 'max');
  if (mode !== 'min' && mode !== 'max') {
    if (!isNumberType(field.type) && !isDate) throw numericModeOnly(placeOf(view.index));
    return {
      spec,
      field,
      isNanos,
      ordered: undefined,
      key: (slot) => combinedKey(column.cells[slot], mode) ?? replacement,
    };
  }
  if (replacement === undefined) {
    const order = column.order(mode);
    return { spec, field, isNanos, ordered: { order, column }, key: (slot) => order.key(slot) };
  }
  return {
    spec,
    field,
    isNanos,
    ordered: undefined,
    key: (slot) => sortKeyOf(column.cells[slot], mode) ?? replacement,
  };
}

function isReplaced({ missing }: SortSpec): boolean {
  return missing !== '_last' && missing !== '_first';
}

const INTS: ReadonlySet<string> = new Set(['integer', 'short', 'byte']);

/**
 * The value of `sort` in a hit. Source: rest-layer B.9: a missing number is the greatest or the least long, in
 * accordance with where it stands; a missing keyword is null, and so is a missing date that has a format.
 *
 * @param hasIntegerSorts the release sorts smaller whole numbers as ints: `IndexNumericFieldData.sortField`
 */
export function missingSortValue(sort: SlotSort, hasIntegerSorts: boolean): SortKey | null {
  const { spec, field } = sort;
  if (spec.format !== undefined && isDateType(field?.type ?? spec.unmappedType ?? '')) return null;
  const key = missingKey(sort, hasIntegerSorts);
  return typeof key === 'number' ? String(key) : (key ?? null);
}

/** What a missing value counts as beside the values of other indices; undefined where it comes after or before all. */
export function missingKey(
  { spec, field, missingSign }: SlotSort,
  hasIntegerSorts: boolean,
): SortKey | undefined {
  const type = field?.type ?? spec.unmappedType ?? 'long';
  const isHighest = (spec.order === 'asc') === (missingSign === 1);
  if (isIntegerType(type) || isDateType(type) || type === 'boolean')
    return integerRange(hasIntegerSorts && INTS.has(type) ? 'integer' : 'long')[isHighest ? 1 : 0];
  if (isNumberType(type)) return isHighest ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return undefined;
}
