import { objectParser, optional, required, string, boolean } from '../xcontent/object-parser.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import type { JsonValue } from '../xcontent/json.js';
import type { MappedField } from '../store/mapping-fields.js';
import { noneWithOthers } from '../errors/search-errors.js';
import type { SearchView } from './search-view.js';
import { checkDocValueFormat, checkValueFormat } from './value-format.js';
import { wildcardTest } from './wildcard.js';

/** A member of `fields` or `docvalue_fields`: a path or a pattern of paths. */
export interface RequestedField {
  readonly field: string;
  readonly format: string | undefined;
  /** Whether what the mapping does not know is shown, too. */
  readonly includesUnmapped: boolean;
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
      const { field, format, include_unmapped: unmapped = false } = fieldAndFormat.parse(reader);
      fields.push({ field, format, includesUnmapped: unmapped });
    } else fields.push(plainField(reader.text));
  }
  return fields;
}

/** A field as it is, where it is mapped. */
export function plainField(field: string): RequestedField {
  return { field, format: undefined, includesUnmapped: false };
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
