import { objectParser, optional, required, string, boolean } from '../xcontent/object-parser.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import type { JsonValue } from '../xcontent/json.js';
import type { MappedField } from '../store/mapping-fields.js';
import { valuesOf } from './column.js';
import { noneWithOthers } from '../errors/search-errors.js';
import { ignoredFields } from './ignored-fields.js';
import { isDateType, isTextType } from './field-values.js';
import type { SearchView } from './search-view.js';
import { checkDocValueFormat, checkValueFormat, printDateValue } from './value-format.js';
import { collectValues, sourcePath } from './source-values.js';
import { wildcardTest } from './wildcard.js';

/** A member of `fields` or `docvalue_fields`: a path or a pattern of paths. */
export interface RequestedField {
  readonly field: string;
  readonly format: string | undefined;
}

const fieldAndFormat = objectParser('field_and_format', {
  field: required(string()),
  format: optional(string()),
  include_unmapped: optional(boolean()),
});

/** ES: `FieldAndFormat.fromXContent`. */
export function parseFieldList(reader: JsonReader): RequestedField[] {
  const fields: RequestedField[] = [];
  while (reader.nextToken() !== 'END_ARRAY') {
    if (reader.token === 'START_OBJECT') {
      const { field, format } = fieldAndFormat.parse(reader);
      fields.push({ field, format });
    } else fields.push({ field: reader.text, format: undefined });
  }
  return fields;
}

/** The only stored field of a search that wants none, not even `_id`. */
const NONE = '_none_';

/** Reads `stored_fields`. ES: `StoredFieldsContext.fromXContent`. */
export function parseStoredFields(reader: JsonReader): readonly string[] {
  const value = reader.readValue();
  const names = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return checkedNames(names.map(String));
}

/** ES: `StoredFieldsContext.fromRestRequest`. */
export function storedFieldsFromUrl(names: string): readonly string[] {
  return checkedNames(names.split(','));
}

/** ES: `StoredFieldsContext.fromList`. */
function checkedNames(names: readonly string[]): readonly string[] {
  if (names.length > 1 && names.includes(NONE)) throw noneWithOthers();
  return names;
}

/** Whether a search with these `stored_fields` shows ids and the like. */
export function hasMetadata(storedFields: readonly string[] | undefined): boolean {
  return storedFields?.[0] !== NONE;
}

/** Fields of `stored_fields` that their mapping stores. ES: `StoredFieldsPhase`. */
export function storedValues(
  view: SearchView,
  slot: number,
  storedFields: readonly string[],
): Record<string, JsonValue> | undefined {
  const requested = storedFields.map((field) => ({ field, format: undefined }));
  return fieldValues(view, slot, requested, (path) => view.column(path)?.field.isStored === true);
}

/** @throws ElasticsearchError `illegal_argument_exception` if a field cannot be shown in the format asked for */
export function checkFormats(
  view: SearchView,
  { fields, docvalueFields }: Readonly<Record<'fields' | 'docvalueFields', readonly RequestedField[]>>,
): void {
  checkEach(view, fields, checkValueFormat);
  checkEach(view, docvalueFields, checkDocValueFormat);
}

function checkEach(
  view: SearchView,
  requested: readonly RequestedField[],
  check: (field: MappedField, format: string | undefined) => void,
): void {
  for (const { field, format } of requested) {
    if (format === undefined) continue;
    const isWanted = wildcardTest(field);
    for (const path of view.fieldPaths()) {
      const column = isWanted(path) ? view.column(path) : undefined;
      if (column !== undefined) check(column.field, format);
    }
  }
}

/** `fields` of a hit; undefined if no requested field has a value. Source: rest-layer B.9. */
export function fieldValues(
  view: SearchView,
  slot: number,
  requested: readonly RequestedField[],
  isShown: (path: string) => boolean = () => true,
): Record<string, JsonValue> | undefined {
  const fields = new Map<string, JsonValue>();
  for (const { field, format } of requested) {
    if (field === '_ignored') setIgnored(fields, view, slot);
    const isWanted = wildcardTest(field);
    for (const path of view.fieldPaths()) {
      if (!isWanted(path) || !isShown(path)) continue;
      const values = valuesAt(view, slot, path, format);
      if (values.length > 0) fields.set(path, values);
    }
  }
  return fields.size === 0 ? undefined : Object.fromEntries(fields);
}

/** ES: `IgnoredFieldMapper`; a pattern takes no metadata. */
function setIgnored(fields: Map<string, JsonValue>, view: SearchView, slot: number): void {
  const ignored = ignoredFields(view.index.metadata.mappings, view.source(slot) ?? {});
  if (ignored.length > 0) fields.set('_ignored', ignored);
}

function valuesAt(view: SearchView, slot: number, path: string, format: string | undefined): JsonValue[] {
  const column = view.column(path);
  const source = view.source(slot);
  if (column === undefined || source === undefined) return [];
  const { type, sourcePath: from } = column.field;
  if (isTextType(type)) {
    const found: JsonValue[] = [];
    collectValues(source, sourcePath(from), found);
    return found.filter((value) => value !== null);
  }
  return valuesOf(column.cells[slot]).map((value) => {
    return isDateType(type) ? printDateValue(column.field, Number(value), format) : value;
  });
}
