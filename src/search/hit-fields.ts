import { fielddataDisabled } from '../errors/search-errors.js';
import type { MappedField } from '../store/mapping-fields.js';
import type { JsonValue } from '../xcontent/json.js';
import { valuesOf, type Column } from './column.js';
import { fetchFields } from './fetch-fields.js';
import { isNumberType, isTextType, type Scalar } from './field-values.js';
import { ignoredFields } from './ignored-fields.js';
import { nanosAt, printNanos } from './nanos.js';
import { plainField, type RequestedField } from './requested-fields.js';
import type { SearchRequest } from './search-request.js';
import type { SearchView } from './search-view.js';
import { compareKeys } from './sort-order.js';
import { valueText } from './value-format.js';
import { wildcardTest } from './wildcard.js';

/** What a hit shows beside its source. */
export interface HitFields {
  readonly fields?: Readonly<Record<string, JsonValue>>;
  readonly ignoredFieldValues?: Readonly<Record<string, JsonValue>>;
}

/** The fields of a hit that a search asks for, in whichever way. Source: rest-layer B.9. */
export function fieldsOf(view: SearchView, slot: number, request: SearchRequest): HitFields {
  const { fields, docvalueFields, storedFields } = request;
  if (fields.length === 0 && docvalueFields.length === 0 && storedFields === undefined) return {};
  const shown = new Map<string, JsonValue>(storedValues(view, slot, storedFields ?? []));
  const source = view.source(slot) ?? {};
  const fetched = fetchFields(view.mapping, source, fields);
  if (fields.some(({ field }) => field === '_ignored')) {
    const ignored = ignoredFields(view.index.metadata.mappings, source);
    if (ignored.length > 0) shown.set('_ignored', ignored);
  }
  for (const [path, values] of fetched.values) shown.set(path, values);
  for (const requested of docvalueFields) addDocValues(shown, view, slot, requested);
  return {
    ...(shown.size > 0 && { fields: Object.fromEntries(shown) }),
    ...(fetched.ignored.size > 0 && { ignoredFieldValues: Object.fromEntries(fetched.ignored) }),
  };
}

/** Fields of `stored_fields` that their mapping stores. ES: `StoredFieldsPhase`. */
function storedValues(
  view: SearchView,
  slot: number,
  storedFields: readonly string[],
): [string, JsonValue][] {
  if (storedFields.length === 0) return [];
  const { values } = fetchFields(view.mapping, view.source(slot) ?? {}, storedFields.map(plainField));
  return [...values].filter(([path]) => view.column(path)?.field.isStored === true);
}

/** ES: `FetchDocValuesPhase`. */
function addDocValues(
  shown: Map<string, JsonValue>,
  view: SearchView,
  slot: number,
  { field: pattern, format }: RequestedField,
): void {
  const isWanted = wildcardTest(pattern);
  for (const path of view.fieldPaths()) {
    const column = isWanted(path) ? view.column(path) : undefined;
    if (column === undefined) continue;
    const { field } = column;
    if (isTextType(field.type) && !field.hasFielddata) throw fielddataDisabled(view.index.name, path);
    const values =
      field.type === 'date_nanos'
        ? nanosAt(view, slot, field)
            .toSorted(compareKeys)
            .map((nanos) => printNanos(nanos, format ?? field.format))
        : docValues(view, slot, column).map((value) => shownValue(field, value, format));
    if (values.length > 0) shown.set(path, values);
  }
}

/** Of numbers the index keeps every one, of words each once. */
function docValues(view: SearchView, slot: number, { field, cells }: Column): Scalar[] {
  if (!isNumberType(field.type)) return valuesOf(cells[slot]).toSorted(compareValues);
  const { values } = fetchFields(view.mapping, view.source(slot) ?? {}, [plainField(field.path)]);
  return ((values.get(field.path) ?? []) as Scalar[]).toSorted(compareValues);
}

function compareValues(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function shownValue(field: MappedField, value: Scalar, format: string | undefined): JsonValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return valueText(field.type, field, value, format) ?? value;
}
