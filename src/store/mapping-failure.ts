import { checkNanosecondRange } from '../clock/nanosecond-range.js';
import { parseDate, toInstant } from '../clock/parse-date.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import {
  concreteValueForObject,
  fieldOnThePath,
  fieldUnreadable,
  metadataInDocument,
  notAnIpAddress,
  notFinite,
  notNumeric,
  objectAsNumber,
  outOfRange,
  strictDynamicMapping,
} from '../errors/mapping-errors.js';
import { readBoolean, readDouble, readInt, readLong } from '../xcontent/coercion.js';
import { JsonReader } from '../xcontent/json-reader.js';
import type { JsonObject } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';
import { checkFieldName, checkNotBlank, withoutTrailingDots } from './field-name.js';
import { checkTerm } from './immense-term.js';
import { isIpAddress } from './ip-address.js';
import { javaText } from './mapping-java-text.js';
import { METADATA_FIELDS } from './mapping-check.js';
import type { CompiledMapping, MappedField, MappedObject } from './mapping-fields.js';
import { integerRange, isDateType, isNumberType, isScalarType } from './mapping-types.js';

/**
 * Reads a document that does not fit its mapping as Elasticsearch's parser does, to fail where and as it fails.
 * Places are those in the document's JSON without white space. Source: rest-layer B.2; ES: `DocumentParser`.
 */
export function failOn(mapping: CompiledMapping, id: string, source: JsonObject): void {
  const reader = new JsonReader(writeJson(source));
  reader.nextToken();
  new FailingParse(reader, id).object(mapping.root);
}

class FailingParse {
  readonly #reader: JsonReader;
  readonly #id: string;

  constructor(reader: JsonReader, id: string) {
    this.#reader = reader;
    this.#id = id;
  }

  object(node: MappedObject): void {
    const reader = this.#reader;
    while (reader.nextToken() === 'FIELD_NAME') {
      const name = reader.fieldName;
      const check = node.hasSubobjects ? checkFieldName : checkNotBlank;
      check(name, node.path, reader.location());
      reader.nextToken();
      this.#member(node, node.hasSubobjects ? withoutTrailingDots(name) : name, name);
    }
  }

  #member(node: MappedObject, path: string, name: string): void {
    const reader = this.#reader;
    const member = node.members.get(path);
    if (member !== undefined) {
      this.#value(member, name);
      return;
    }
    if (node.path === '' && METADATA_FIELDS.has(path)) this.#metadata(path);
    const dot = node.hasSubobjects ? path.indexOf('.') : -1;
    const parent = dot === -1 ? undefined : node.members.get(path.slice(0, dot));
    if (parent?.kind === 'field' && node.dynamic !== 'false') {
      const full = node.path === '' ? path : `${node.path}.${path}`;
      throw fieldOnThePath(reader.location(), full, parent.path, parent.type);
    }
    if (parent !== undefined && parent.kind !== 'field' && parent.isEnabled) {
      this.#member(parent, path.slice(dot + 1), name);
    } else if (parent === undefined && node.dynamic === 'strict' && reader.token !== 'VALUE_NULL') {
      throw strictDynamicMapping(reader.location(), node.path, path);
    } else if (parent === undefined && node.dynamic === 'runtime') {
      this.#unmapped(node.path === '' ? path : `${node.path}.${path}`);
    } else reader.skipChildren();
  }

  /** What becomes runtime fields: only the names can be wrong. ES: `DynamicFieldsBuilder.createDynamicObjectMapper`. */
  #unmapped(path: string): void {
    const reader = this.#reader;
    if (reader.token === 'START_ARRAY') {
      while (reader.nextToken() !== 'END_ARRAY') this.#unmapped(path);
    }
    if (reader.token !== 'START_OBJECT') return;
    while (reader.nextToken() === 'FIELD_NAME') {
      const name = reader.fieldName;
      checkFieldName(name, path, reader.location());
      reader.nextToken();
      this.#unmapped(`${path}.${name}`);
    }
  }

  #metadata(name: string): never {
    const reader = this.#reader;
    const cause = metadataInDocument(reader.location(), name);
    throw fieldUnreadable(reader.location(), { path: name, type: name }, this.#id, this.#preview(), cause);
  }

  #value(member: MappedObject | MappedField, name: string | null): void {
    const reader = this.#reader;
    if (reader.token === 'VALUE_NULL') return;
    if (member.kind === 'field' ? !isScalarType(member.type) : !member.isEnabled) {
      reader.skipChildren();
    } else if (reader.token === 'START_ARRAY') {
      // Jackson knows no name for what stands in an array itself.
      while (reader.nextToken() !== 'END_ARRAY') this.#value(member, null);
    } else if (member.kind === 'field') this.#field(member);
    else if (reader.token === 'START_OBJECT') this.object(member);
    else throw concreteValueForObject(reader.location(), member.path, name);
  }

  #field(field: MappedField): void {
    const reader = this.#reader;
    if (!field.isMalformedIgnored || reader.token === 'START_OBJECT') this.#read(field, readField);
    for (const subField of field.subFields) this.#read(subField, readTerm);
  }

  #read(field: MappedField, read: (reader: JsonReader, field: MappedField) => void): void {
    const reader = this.#reader;
    try {
      read(reader, field);
    } catch (error) {
      if (!isElasticsearchError(error)) throw error;
      const preview = this.#preview();
      throw fieldUnreadable(reader.location(), field, this.#id, preview, error);
    }
  }

  #preview(): string {
    return javaText(this.#reader.readValue());
  }
}

function readField(reader: JsonReader, field: MappedField): void {
  const { type, format } = field;
  if (isNumberType(type)) readNumber(reader, type);
  else if (isDateType(type)) readDate(reader.text, format, type);
  else if (type === 'boolean') readBoolean(reader);
  else if (type === 'ip') readIp(reader.text);
  else readTerm(reader, field);
}

/** Keyword and text take any scalar; an object has no text, which the reader says. */
function readTerm({ text }: JsonReader, field: MappedField): void {
  checkTerm(field, text);
}

function readNumber(reader: JsonReader, type: string): void {
  if (reader.token === 'START_OBJECT') throw objectAsNumber();
  if (reader.token === 'VALUE_BOOLEAN') throw notNumeric(reader.location(), reader.text);
  if (reader.token === 'VALUE_STRING' && reader.text === '') return;
  if (type === 'integer') readInt(reader);
  else if (type === 'long') readLong(reader);
  else if (type === 'short' || type === 'byte') {
    const value = readInt(reader);
    const [least, greatest] = integerRange(type);
    if (value < least || value > greatest) throw outOfRange(reader.text, type);
  } else {
    const value = readDouble(reader);
    if (!Number.isFinite(type === 'float' ? Math.fround(value) : value))
      throw notFinite(type, javaInfinity(value));
  }
}

function javaInfinity(value: number): string {
  return value < 0 ? '-Infinity' : 'Infinity';
}

function readIp(text: string): void {
  if (!isIpAddress(text)) throw notAnIpAddress(text);
}

function readDate(text: string, format: string | undefined, type: string): void {
  const date = parseDate(text, format);
  const instant = toInstant(date);
  if (type === 'date_nanos') checkNanosecondRange(instant, date.nanos ?? 0);
}
