import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { illegalState, namedObjectsNotArray, xContentParse } from '../errors/xcontent-errors.js';
import { readBoolean, readDouble, readInt, readLong } from './coercion.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import type { JsonReader, Token } from './json-reader.js';
import { setMember } from './json-value-scanner.js';

/** What a field accepts and how it is read from there. ES: `ObjectParser.ValueType` plus its parser. */
export interface FieldKind<T> {
  readonly tokens: readonly Token[];
  readonly read: (reader: JsonReader) => T;
  /** True for a JSON value that `read` gives as it stands, false where that is not sure. */
  readonly isPlain?: (value: JsonValue) => boolean;
}

/** Whatever reads an object from its `START_OBJECT`: an object parser, mostly. */
export interface Readable<T> {
  parse(reader: JsonReader): T;
}

/** A field of any form: the tokens it accepts and how to read them. `read` must end on the value's last token. */
export function custom<T>(tokens: readonly Token[], read: (reader: JsonReader) => T): FieldKind<T> {
  return { tokens, read };
}

/** A converted field. An `ElasticsearchError` from `convert` becomes `failed to parse field [field]` with a cause. */
export function mapped<T, U>(kind: FieldKind<T>, convert: (value: T) => U): FieldKind<U> {
  return { tokens: kind.tokens, read: (reader) => convert(kind.read(reader)) };
}

function orNull<T>(kind: FieldKind<T>): FieldKind<T | null> {
  return {
    tokens: [...kind.tokens, 'VALUE_NULL'],
    read: (reader) => (reader.token === 'VALUE_NULL' ? null : kind.read(reader)),
  };
}

const STRING: FieldKind<string> = {
  tokens: ['VALUE_STRING'],
  read: (reader) => reader.text,
  isPlain: (text) => typeof text === 'string',
};
const BOOLEAN = custom(['VALUE_BOOLEAN', 'VALUE_STRING'], readBoolean);
const INT = custom(['VALUE_NUMBER', 'VALUE_STRING'], readInt);
const LONG = custom(['VALUE_NUMBER', 'VALUE_STRING'], readLong);
const DOUBLE = custom(['VALUE_NUMBER', 'VALUE_STRING'], readDouble);
const OBJECT: FieldKind<JsonObject> = {
  tokens: ['START_OBJECT'],
  read: (reader) => reader.readValue() as JsonObject,
  isPlain: isJsonObject,
};
const VALUE = custom(
  ['VALUE_BOOLEAN', 'VALUE_NULL', 'VALUE_NUMBER', 'VALUE_STRING'],
  (reader) => reader.readValue() as string | number | bigint | boolean | null,
);
const ANY_VALUE: FieldKind<JsonValue> = custom([...VALUE.tokens, 'START_OBJECT', 'START_ARRAY'], (reader) =>
  reader.readValue(),
);

export const string = (): FieldKind<string> => STRING;
export const stringOrNull = (): FieldKind<string | null> => orNull(STRING);
/** `true`, `false` or one of them as a string; the empty string is false. */
export const boolean = (): FieldKind<boolean> => BOOLEAN;
export const booleanOrNull = (): FieldKind<boolean | null> => orNull(BOOLEAN);
/** A number or a string of one, its fraction cut off. */
export const int = (): FieldKind<number> => INT;
export const intOrNull = (): FieldKind<number | null> => orNull(INT);
/** Like {@link int}, of 64 bits: `bigint` beyond 2^53 - 1. */
export const long = (): FieldKind<number | bigint> => LONG;
export const longOrNull = (): FieldKind<number | bigint | null> => orNull(LONG);
/** DIVERGES: keeps the double's precision, so that 0.1 prints as Elasticsearch prints the float 0.1. */
export const float = (): FieldKind<number> => DOUBLE;
export const floatOrNull = (): FieldKind<number | null> => orNull(DOUBLE);
export const double = (): FieldKind<number> => DOUBLE;
export const doubleOrNull = (): FieldKind<number | null> => orNull(DOUBLE);
/** Any JSON object. */
export const object = (): FieldKind<JsonObject> => OBJECT;
export const objectOrNull = (): FieldKind<JsonObject | null> => orNull(OBJECT);
/** String, number, boolean or null. ES: `ValueType.VALUE`. */
export const value = (): FieldKind<string | number | bigint | boolean | null> => VALUE;
/** Any JSON at all. ES: `ValueType.VALUE_OBJECT_ARRAY`. */
export const anyValue = (): FieldKind<JsonValue> => ANY_VALUE;

/** ES: `AbstractObjectParser.parseArray`: a bare value is an array of one. */
function readArray<T>(reader: JsonReader, readElement: (reader: JsonReader) => T): T[] {
  if (reader.token !== 'START_ARRAY') return [readElement(reader)];
  const elements: T[] = [];
  for (let token = reader.nextToken(); token !== 'END_ARRAY'; token = reader.nextToken()) {
    const isElement = token?.startsWith('VALUE_') === true || token === 'START_OBJECT';
    if (!isElement) throw illegalState(`expected value but got [${token ?? 'null'}]`);
    elements.push(readElement(reader));
  }
  return elements;
}

/** An array of strings, or one string. */
export const stringArray = (): FieldKind<string[]> =>
  custom(['START_ARRAY', 'VALUE_STRING'], (reader) => readArray(reader, ({ text }) => text));

/** An array of objects, or one object. */
export const objectArray = <T>(parser: Readable<T>): FieldKind<T[]> =>
  custom(['START_OBJECT', 'START_ARRAY'], (reader) => readArray(reader, (at) => parser.parse(at)));

/** An object with a parser of its own. */
export const nested = <T>(parser: Readable<T>): FieldKind<T> =>
  custom(['START_OBJECT'], (reader) => parser.parse(reader));

export const nestedOrNull = <T>(parser: Readable<T>): FieldKind<T | null> => orNull(nested(parser));

/** An object whose every member is read by the same parser. ES: `XContentParser.map(factory, parser)`. */
export const objectMap = <T extends JsonValue>(parser: Readable<T>): FieldKind<Record<string, T>> =>
  custom(['START_OBJECT'], (reader) => {
    const members: Record<string, T> = {};
    while (reader.nextToken() === 'FIELD_NAME') {
      const { fieldName } = reader;
      reader.nextToken();
      setMember(members, fieldName, parser.parse(reader));
    }
    return members;
  });

export const objectMapOrNull = <T extends JsonValue>(
  parser: Readable<T>,
): FieldKind<Record<string, T> | null> => orNull(objectMap(parser));

/**
 * An object whose members have parsers that know their names; `field` is the name of the field that it stands in.
 * ES: `ObjectParser.declareNamedObjects`.
 */
export const namedObjects = <T>(
  field: string,
  parse: (name: string, reader: JsonReader) => T,
): FieldKind<Record<string, T>> =>
  custom(['START_OBJECT', 'START_ARRAY'], (reader) => {
    if (reader.token === 'START_ARRAY') throw namedObjectsNotArray(field);
    const members: Record<string, T> = {};
    while (reader.nextToken() === 'FIELD_NAME') {
      const { fieldName } = reader;
      try {
        reader.nextToken();
        setMember(members, fieldName, parse(fieldName, reader));
      } catch (error) {
        if (!isElasticsearchError(error)) throw error;
        throw xContentParse(reader.location(), `[${field}] failed to parse field [${fieldName}]`, error);
      }
    }
    return members;
  });
