import { dateFormat } from '../clock/date-format.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import {
  blankFieldName,
  fieldOverObject,
  fieldTypeChanged,
  mapExpected,
  nestedOverObject,
  noFieldType,
  objectParameterChanged,
  onlyDots,
  parametersChanged,
  propertiesNotAMap,
  unknownDynamic,
  unknownFieldType,
  unknownMapperParameter,
  unreadableFormat,
  unsupportedRootParameters,
} from '../errors/mapping-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { setOwn } from './deep-merge.js';
import { declaredType, keepsDots } from './mapping-fields.js';
import { javaClass, javaText } from './mapping-java-text.js';
import { conflictsOf } from './mapping-conflicts.js';
import { checkMetadataFields } from './mapping-metadata.js';
import { isMapperParameter } from './mapping-parameters.js';
import { parseDynamicTemplates } from './mapping-template-list.js';
import { isDateType, isFieldType } from './mapping-types.js';

const ROOT_PARAMETERS: ReadonlySet<string> = new Set([
  '_data_stream_timestamp',
  '_meta',
  '_routing',
  '_size',
  '_source',
  'date_detection',
  'dynamic',
  'dynamic_date_formats',
  'dynamic_templates',
  'enabled',
  'numeric_detection',
  'properties',
  'runtime',
  'subobjects',
]);

/**
 * Checks a mapping definition and gives it as `GET _mapping` shows it. Source: rest-layer B.13; ES: `MappingParser`.
 *
 * @throws ElasticsearchError `mapper_parsing_exception` (400)
 */
export function parseMapping(definition: JsonObject): JsonObject {
  const unknown = Object.keys(definition).filter((key) => !ROOT_PARAMETERS.has(key));
  if (unknown.length > 0) {
    const shown = unknown.map((key) => ` [${key} : ${javaText(definition[key] as JsonValue)}]`).join('');
    throw unsupportedRootParameters(shown.trimStart());
  }
  return parseObject(definition, '');
}

/**
 * The mappings after an update: fields are added and never change their type; `_meta` is replaced as a whole.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400) for a conflict
 */
export function mergeMappings(current: JsonObject, update: JsonObject): JsonObject {
  const parsed = parseMapping(update);
  checkMetadataFields(current, parsed);
  return mergeObject(current, parsed, '');
}

function parseObject(definition: JsonObject, path: string): JsonObject {
  const parsed: Record<string, JsonValue> = {};
  for (const key of Object.keys(definition)) {
    const value = definition[key] as JsonValue;
    if (key === 'properties') {
      const isFlat = keepsDots(definition);
      if (isJsonObject(value)) {
        const properties = parseProperties(value, path, isFlat);
        parsed['properties'] = isFlat ? flattened(properties) : properties;
      } else if (!Array.isArray(value) || value.length > 0) throw propertiesNotAMap();
    } else if (key === 'dynamic') parsed['dynamic'] = parseDynamic(value, path);
    else if (key === 'dynamic_templates' && path === '')
      parsed[key] = parseDynamicTemplates(value, parseMember);
    else setOwn(parsed, key, value);
  }
  const { properties } = parsed;
  const isFilled = isJsonObject(properties) && Object.keys(properties).length > 0;
  if (!isFilled) delete parsed['properties'];
  if (path === '') return parsed;
  if (isFilled && parsed['type'] === 'object') delete parsed['type'];
  if (!isFilled && parsed['type'] === undefined) parsed['type'] = 'object';
  return parsed;
}

function parseDynamic(value: JsonValue, path: string): string {
  const text = javaText(value).toLowerCase();
  if (['true', 'false', 'strict', 'runtime'].includes(text)) return text;
  throw unknownDynamic(path === '' ? '_doc' : path.slice(path.lastIndexOf('.') + 1), javaText(value));
}

function parseProperties(properties: JsonObject, parent: string, isFlat: boolean): JsonObject {
  const parsed: Record<string, JsonValue> = {};
  for (const key of Object.keys(properties)) {
    const definition = properties[key] as JsonValue;
    if (!isJsonObject(definition)) throw mapExpected(key, javaClass(definition));
    const [name, inner] = isFlat ? [key, definition] : unfold(key, definition);
    if (name.trim() === '') throw blankFieldName(name);
    const path = parent === '' ? name : `${parent}.${name}`;
    const member = parseMember(inner, name, path);
    const known = Object.hasOwn(parsed, name) ? (parsed[name] as JsonObject) : undefined;
    setOwn(parsed, name, known ? mergeMember(known, member, path) : member);
  }
  return parsed;
}

/** A name with dots stands for objects around the field. ES: `ObjectMapper.TypeParser.parseProperties`. */
function unfold(key: string, definition: JsonObject): readonly [string, JsonObject] {
  if (!key.includes('.')) return [key, definition];
  // As Java splits: without the empty parts at the end.
  const [first, ...rest] = key.replace(/\.+$/, '').split('.');
  if (first === undefined || (first === '' && rest.length === 0)) throw onlyDots();
  const inner = rest.reduceRight<JsonObject>((member, name) => {
    const properties: Record<string, JsonValue> = {};
    setOwn(properties, name, member);
    return { properties };
  }, definition);
  return [first, inner];
}

/** @throws ElasticsearchError `mapper_parsing_exception` (400) */
export function parseMember(definition: JsonObject, name: string, path: string): JsonObject {
  const type = typeOf(definition, name);
  if (!isFieldType(type)) throw unknownFieldType(type, name);
  if (type === 'object' || type === 'nested') return parseObject(definition, path);
  for (const key of Object.keys(definition)) {
    if (!isMapperParameter(type, key)) throw unknownMapperParameter(key, name, type);
  }
  if (isDateType(type)) checkFormat(definition, name);
  const { fields } = definition;
  return isJsonObject(fields) ? { ...definition, fields: parseProperties(fields, path, false) } : definition;
}

/** ES: `DateFieldMapper.Builder.buildFormatter`. */
function checkFormat({ format }: JsonObject, name: string): void {
  if (format === undefined || format === null) return;
  try {
    dateFormat(javaText(format));
  } catch (error) {
    if (isElasticsearchError(error)) throw unreadableFormat(name, error);
    throw error;
  }
}

/** ES: `ObjectMapper.TypeParser.parseProperties`: an object may be known by its properties alone. */
function typeOf(definition: JsonObject, name: string): string {
  const { type } = definition;
  if (type !== undefined && type !== null) return javaText(type);
  if (definition['properties'] !== undefined) return 'object';
  if (Object.keys(definition).length === 1 && definition['enabled'] !== undefined) return 'object';
  throw noFieldType(name);
}

function mergeObject(current: JsonObject, update: JsonObject, path: string): JsonObject {
  checkObjectParameters(current, update, path);
  const merged: Record<string, JsonValue> = { ...current };
  for (const key of Object.keys(update)) {
    const value = update[key] as JsonValue;
    const known = merged[key];
    if (key === 'properties' && isJsonObject(known) && isJsonObject(value)) {
      merged['properties'] = mergeProperties(known, keepsDots(current) ? flattened(value) : value, path);
    } else if (key !== 'type') setOwn(merged, key, value);
  }
  const isFilled = merged['properties'] !== undefined;
  if (isFilled && merged['type'] === 'object') delete merged['type'];
  return merged;
}

/** What an object is stays as it is. ES: `ObjectMapper.MergeResult.build`. */
function checkObjectParameters(current: JsonObject, update: JsonObject, path: string): void {
  for (const parameter of ['enabled', 'subobjects']) {
    const to = update[parameter];
    if (to === undefined || javaText(to) === javaText(current[parameter] ?? true)) continue;
    throw objectParameterChanged(path === '' ? '_doc' : path, parameter);
  }
}

function mergeProperties(current: JsonObject, update: JsonObject, parent: string): JsonObject {
  const merged: Record<string, JsonValue> = { ...current };
  for (const name of Object.keys(update)) {
    const path = parent === '' ? name : `${parent}.${name}`;
    const value = update[name] as JsonObject;
    const known = Object.hasOwn(current, name) ? (current[name] as JsonObject) : undefined;
    setOwn(merged, name, known ? mergeMember(known, value, path) : value);
  }
  return sorted(merged);
}

/** Plain objects within one that keeps dots become part of the names of their fields. ES: `asFlattenedFieldMappers`. */
function flattened(properties: JsonObject): JsonObject {
  const flat: Record<string, JsonValue> = {};
  for (const [name, definition] of Object.entries(properties)) {
    if (isJsonObject(definition) && isPlainObject(definition)) {
      const inner = definition['properties'];
      const members = isJsonObject(inner) ? Object.entries(flattened(inner)) : [];
      for (const [member, field] of members) setOwn(flat, `${name}.${member}`, field);
    } else setOwn(flat, name, definition);
  }
  return flat;
}

function isPlainObject(definition: JsonObject): boolean {
  return (
    declaredType(definition) === 'object' &&
    Object.keys(definition).every((key) => key === 'properties' || key === 'type')
  );
}

/** ES keeps the members of an object by name. */
function sorted(properties: JsonObject): JsonObject {
  const ordered: Record<string, JsonValue> = {};
  for (const name of Object.keys(properties).sort()) setOwn(ordered, name, properties[name] as JsonValue);
  return ordered;
}

function mergeMember(current: JsonObject, update: JsonObject, path: string): JsonObject {
  const before = declaredType(current);
  const after = declaredType(update);
  const wasObject = before === 'object' || before === 'nested';
  const isObject = after === 'object' || after === 'nested';
  if (wasObject && !isObject) throw fieldOverObject(path);
  if (!wasObject && isObject) {
    throw fieldTypeChanged(path, before, after === 'nested' ? 'NestedObjectMapper' : 'ObjectMapper');
  }
  if (wasObject) {
    if (before !== after && update['type'] !== undefined) throw nestedOverObject(path);
    return mergeObject(current, update, path);
  }
  if (before !== after) throw fieldTypeChanged(path, before, after);
  return mergeField(current, update, path);
}

function mergeField(current: JsonObject, update: JsonObject, path: string): JsonObject {
  const conflicts = conflictsOf(declaredType(current), current, update);
  if (conflicts.length > 0) throw parametersChanged(path, conflicts);
  const { fields } = current;
  if (!isJsonObject(fields)) return update;
  const added = update['fields'];
  return { ...update, fields: mergeProperties(fields, isJsonObject(added) ? added : {}, path) };
}
