import {
  malformedSort,
  malformedSortArray,
  unknownNumericType,
  unknownSortMode,
  unknownSortOrder,
} from '../errors/sort-errors.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import { custom, objectParser, optional, string, type FieldKind } from '../xcontent/object-parser.js';
import type { SortSpec } from './sort.js';
import type { Direction } from './sort-order.js';

const MODES = ['min', 'max', 'sum', 'avg', 'median'] as const;

const NUMERIC_TYPES = ['long', 'double', 'date', 'date_nanos'] as const;

const missing: FieldKind<string | number | bigint | boolean> = custom(
  ['VALUE_STRING', 'VALUE_NUMBER', 'VALUE_BOOLEAN'],
  (reader) => reader.readValue() as string | number | bigint | boolean,
);

const fieldSort = objectParser('field_sort', {
  missing: optional(missing),
  unmapped_type: optional(string()),
  order: optional(string()),
  mode: optional(string()),
  numeric_type: optional(string()),
  format: optional(string()),
});

const scoreSort = objectParser('_score', { order: optional(string()) });

/** Reads a `sort`: a name, an object, or an array of both. ES: `SortBuilder.fromXContent`. */
export function parseSort(reader: JsonReader): SortSpec[] {
  if (reader.token === 'VALUE_STRING') return [sortOn(reader.text)];
  if (reader.token === 'START_OBJECT') return parseSortObject(reader);
  if (reader.token !== 'START_ARRAY') throw malformedSort();
  const sorts: SortSpec[] = [];
  for (let token = reader.nextToken(); token !== 'END_ARRAY'; token = reader.nextToken()) {
    if (token === 'START_OBJECT') sorts.push(...parseSortObject(reader));
    else if (token === 'VALUE_STRING') sorts.push(sortOn(reader.text));
    else throw malformedSortArray();
  }
  return sorts;
}

/** `f`, or `f:desc` of the query string. ES: `RestSearchAction.parseSearchSource`. */
export function parseSortParameter(text: string): SortSpec[] {
  return text.split(',').map((part) => {
    const colon = part.lastIndexOf(':');
    return colon === -1 ? sortOn(part) : sortOn(part.slice(0, colon), part.slice(colon + 1));
  });
}

function parseSortObject(reader: JsonReader): SortSpec[] {
  const sorts: SortSpec[] = [];
  while (reader.nextToken() === 'FIELD_NAME') {
    const field = reader.fieldName;
    const token = reader.nextToken();
    if (token !== 'START_OBJECT') sorts.push(sortOn(field, reader.text));
    else if (field === '_score') sorts.push(sortOn(field, scoreSort.parse(reader).order));
    else sorts.push(parseFieldSort(reader, field));
  }
  return sorts;
}

function parseFieldSort(reader: JsonReader, field: string): SortSpec {
  const parsed = fieldSort.parse(reader);
  return {
    ...sortOn(field, parsed.order),
    missing: parsed.missing ?? '_last',
    unmappedType: parsed.unmapped_type,
    mode: parsed.mode === undefined ? undefined : sortMode(parsed.mode),
    format: parsed.format,
    numericType: parsed.numeric_type === undefined ? undefined : numericType(parsed.numeric_type),
  };
}

export function sortOn(field: string, order?: string): SortSpec {
  return {
    field,
    order: order === undefined ? (field === '_score' ? 'desc' : 'asc') : direction(order),
    missing: '_last',
    unmappedType: undefined,
    mode: undefined,
    format: undefined,
    numericType: undefined,
  };
}

function direction(order: string): Direction {
  const word = order.toLowerCase();
  if (word === 'asc' || word === 'desc') return word;
  throw unknownSortOrder(order.toUpperCase());
}

/** ES: `FieldSortBuilder.setNumericType`, which takes the name in any case. */
function numericType(name: string): SortSpec['numericType'] {
  const word = name.toLowerCase();
  const type = NUMERIC_TYPES.find((candidate) => candidate === word);
  if (type === undefined) throw unknownNumericType(word);
  return type;
}

function sortMode(name: string): SortSpec['mode'] {
  const word = name.toLowerCase();
  const mode = MODES.find((candidate) => candidate === word);
  if (mode === undefined) throw unknownSortMode(name);
  return mode;
}
