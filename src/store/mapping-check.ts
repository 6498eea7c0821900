import { isJustPrinted } from '../clock/format-instant.js';
import { isInNanosecondRange } from '../clock/nanosecond-range.js';
import { parseDate, toInstant } from '../clock/parse-date.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { isPlainFieldName } from './field-name.js';
import { isIpAddress } from './ip-address.js';
import type { CompiledMapping, MappedField, MappedObject } from './mapping-fields.js';
import { integerRange, isDateType, isIntegerType, isNumberType, isScalarType } from './mapping-types.js';

/** Names that stand for metadata at the root of a document. */
export const METADATA_FIELDS: ReadonlySet<string> = new Set([
  '_field_names',
  '_id',
  '_ignored',
  '_index',
  '_nested_path',
  '_routing',
  '_seq_no',
  '_source',
  '_version',
]);

/** Other spellings that Java reads (`1e3`, ` 5`) are left to the slow look. */
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Whether a value fits a mapping, is to extend it, or is to be refused. */
export type Fit = 'fits' | 'extends' | 'fails';

/**
 * The quick look at a document: no error texts, no places, no allocation for what fits. It may refuse what the slow
 * look accepts, never the other way round.
 */
export function fitOf(mapping: CompiledMapping, source: JsonObject): Fit {
  return mapping.root.isEnabled ? fitOfObject(mapping.root, source) : 'fits';
}

function fitOfObject(node: MappedObject, source: JsonObject): Fit {
  let result: Fit = 'fits';
  for (const key in source) {
    const member = node.members.get(key);
    const value = source[key] as JsonValue;
    const fit = member === undefined ? fitOfName(node, key, value) : fitOfValue(member, value);
    if (fit === 'fails') return fit;
    if (fit === 'extends') result = fit;
  }
  return result;
}

/** A name that is no member's own: its parts may lead to one. */
function fitOfName(node: MappedObject, key: string, value: JsonValue): Fit {
  if (!isPlainFieldName(key) || (node.path === '' && METADATA_FIELDS.has(key))) return 'fails';
  return node.hasSubobjects ? fitOfPath(node, key, value) : fitOfUnmapped(node, value);
}

function fitOfPath(node: MappedObject, path: string, value: JsonValue): Fit {
  const member = node.members.get(path);
  if (member !== undefined) return fitOfValue(member, value);
  const dot = node.hasSubobjects ? path.indexOf('.') : -1;
  const parent = dot === -1 ? undefined : node.members.get(path.slice(0, dot));
  if (parent === undefined) return fitOfUnmapped(node, value);
  if (parent.kind === 'field')
    return isScalarType(parent.type) && node.dynamic !== 'false' ? 'fails' : 'fits';
  return parent.isEnabled ? fitOfPath(parent, path.slice(dot + 1), value) : 'fits';
}

function fitOfUnmapped({ dynamic }: MappedObject, value: JsonValue): Fit {
  if (dynamic === 'false') return 'fits';
  if (dynamic === 'runtime') return hasPlainNames(value) ? 'fits' : 'fails';
  if (dynamic === 'strict') return value === null ? 'fits' : 'fails';
  return isEmpty(value) ? 'fits' : 'extends';
}

function hasPlainNames(value: JsonValue): boolean {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).every(hasPlainNames);
  if (!isJsonObject(value)) return true;
  return Object.keys(value).every((key) => isPlainFieldName(key) && hasPlainNames(value[key] as JsonValue));
}

/** Null and arrays without anything else bring no field. */
function isEmpty(value: JsonValue): boolean {
  return value === null || (Array.isArray(value) && (value as readonly JsonValue[]).every(isEmpty));
}

function fitOfValue(member: MappedObject | MappedField, value: JsonValue): Fit {
  if (value === null) return 'fits';
  if (member.kind === 'field') return fitsField(member, value) ? 'fits' : 'fails';
  if (!member.isEnabled) return 'fits';
  if (!Array.isArray(value)) return isJsonObject(value) ? fitOfObject(member, value) : 'fails';
  let result: Fit = 'fits';
  for (const element of value as readonly JsonValue[]) {
    const fit = fitOfValue(member, element);
    if (fit === 'fails') return fit;
    if (fit === 'extends') result = fit;
  }
  return result;
}

function fitsField(field: MappedField, value: JsonValue): boolean {
  if (value === null || !isScalarType(field.type)) return true;
  if (typeof value === 'string' && value.length > field.safeLength) return false;
  if (typeof value !== 'object') return field.isMalformedIgnored || fitsScalar(field, value);
  return (
    Array.isArray(value) && (value as readonly JsonValue[]).every((element) => fitsField(field, element))
  );
}

function fitsScalar(field: MappedField, value: string | number | bigint | boolean): boolean {
  const { type } = field;
  if (isDateType(type)) return typeof value !== 'boolean' && isDate(String(value), field.format, type);
  if (type === 'boolean')
    return typeof value === 'boolean' || value === 'true' || value === 'false' || value === '';
  if (type === 'ip') return isIpAddress(String(value));
  if (isNumberType(type)) return value === '' || (typeof value !== 'boolean' && fitsNumber(type, value));
  return true;
}

function fitsNumber(type: string, value: string | number | bigint): boolean {
  const number = Number(value);
  if (typeof value === 'string' && !PLAIN_NUMBER.test(value)) return false;
  if (!isIntegerType(type)) return Number.isFinite(type === 'float' ? Math.fround(number) : number);
  const [least, greatest] = integerRange(type);
  return typeof value === 'bigint'
    ? value >= least && value <= greatest
    : number >= least && number <= greatest;
}

/** @param type of the field: one of nanoseconds holds less */
export function isDate(text: string, format?: string, type = 'date'): boolean {
  if (format === undefined && isJustPrinted(text)) return true;
  try {
    const instant = toInstant(parseDate(text, format));
    return type !== 'date_nanos' || isInNanosecondRange(instant);
  } catch (error) {
    if (isElasticsearchError(error)) return false;
    throw error;
  }
}
