import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { mergeDocument, setOwn } from './deep-merge.js';
import { isDate } from './mapping-check.js';
import type { CompiledMapping, MappedObject } from './mapping-fields.js';

const TEXT: JsonObject = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };

/** The definitions that a document adds to a mapping, if any. Source: rest-layer B.13, dynamic mapping. */
export function dynamicDefinitions(mapping: CompiledMapping, source: JsonObject): JsonObject | undefined {
  const properties = additionsOf(mapping, mapping.root, source);
  return Object.keys(properties).length === 0 ? undefined : { properties };
}

function additionsOf(
  mapping: CompiledMapping,
  node: MappedObject | undefined,
  source: JsonObject,
): JsonObject {
  let additions: JsonObject = {};
  for (const key of Object.keys(source)) {
    const added = additionOf(mapping, node, key.split('.'), source[key] as JsonValue);
    if (added !== undefined) additions = mergeDocument(additions, added);
  }
  return additions;
}

/** What one member adds, as `properties`; a dotted name goes through objects. */
function additionOf(
  mapping: CompiledMapping,
  node: MappedObject | undefined,
  [name = '', ...rest]: readonly string[],
  value: JsonValue,
): JsonObject | undefined {
  const member = node?.members.get(name);
  if (member?.kind === 'field') return undefined;
  if (member !== undefined && !member.isEnabled) return undefined;
  if (member === undefined && node !== undefined && node.dynamic !== 'true') return undefined;
  if (rest.length > 0) {
    const inner = additionOf(mapping, member, rest, value);
    return inner && named(name, { properties: inner });
  }
  const definition = definitionOf(mapping, member, value);
  return definition && named(name, definition);
}

function definitionOf(
  mapping: CompiledMapping,
  member: MappedObject | undefined,
  value: JsonValue,
): JsonObject | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return definitionOfArray(mapping, member, value as readonly JsonValue[]);
  if (isJsonObject(value)) {
    const properties = additionsOf(mapping, member, value);
    if (Object.keys(properties).length > 0) return { properties };
    return member === undefined ? { type: 'object' } : undefined;
  }
  return member === undefined
    ? scalarDefinition(mapping, value as string | number | bigint | boolean)
    : undefined;
}

/** The first element that is not null decides; objects add what any of them has. */
function definitionOfArray(
  mapping: CompiledMapping,
  member: MappedObject | undefined,
  elements: readonly JsonValue[],
): JsonObject | undefined {
  let definition: JsonObject | undefined;
  for (const element of elements) {
    const next = definitionOf(mapping, member, element);
    if (next === undefined) continue;
    if (definition === undefined) definition = next;
    else if (isObjectDefinition(definition) && isObjectDefinition(next))
      definition = mergeObjects(definition, next);
  }
  return definition;
}

function isObjectDefinition(definition: JsonObject): boolean {
  return definition['properties'] !== undefined || definition['type'] === 'object';
}

function mergeObjects(left: JsonObject, right: JsonObject): JsonObject {
  if (right['properties'] === undefined) return left;
  return left['properties'] === undefined ? right : mergeDocument(left, right);
}

function scalarDefinition(mapping: CompiledMapping, value: string | number | bigint | boolean): JsonObject {
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value !== 'string') return { type: isWhole(value) ? 'long' : 'float' };
  const isNumeric = value.trim() !== '' && !Number.isNaN(Number(value));
  if (isNumeric) {
    return mapping.hasNumericDetection ? { type: /^[+-]?\d+$/.test(value) ? 'long' : 'float' } : TEXT;
  }
  const isDated = mapping.hasDateDetection && isDate(value, 'strict_date_optional_time');
  return isDated ? { type: 'date' } : TEXT;
}

/** DIVERGES: `1.0` is the same number as `1` once it is parsed, so it becomes a long and not a float. */
function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function named(name: string, definition: JsonObject): JsonObject {
  const properties: Record<string, JsonValue> = {};
  setOwn(properties, name, definition);
  return properties;
}
