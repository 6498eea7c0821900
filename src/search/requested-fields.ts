import { objectParser, optional, required, string, boolean } from '../xcontent/object-parser.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import type { JsonValue } from '../xcontent/json.js';
import type { MappedField } from '../store/mapping-fields.js';
import { valuesOf } from './column.js';
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

/** Reads `stored_fields`; true if the source is to be left out. ES: `StoredFieldsContext.fromXContent`. */
export function parseStoredFields(reader: JsonReader): boolean {
  const value = reader.readValue();
  const names = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
  return !names.includes('_source');
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
): Record<string, JsonValue> | undefined {
  const fields = new Map<string, JsonValue>();
  for (const { field, format } of requested) {
    const isWanted = wildcardTest(field);
    for (const path of view.fieldPaths()) {
      if (!isWanted(path)) continue;
      const values = valuesAt(view, slot, path, format);
      if (values.length > 0) fields.set(path, values);
    }
  }
  return fields.size === 0 ? undefined : Object.fromEntries(fields);
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
