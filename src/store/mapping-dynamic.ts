import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { isWholeFloat } from '../xcontent/whole-floats.js';
import { mergeDocument, setOwn } from './deep-merge.js';
import { isBlankName, withoutTrailingDots } from './field-name.js';
import { isDate } from './mapping-check.js';
import type { CompiledMapping, MappedObject } from './mapping-fields.js';
import {
  arrayFromTemplate,
  objectFromTemplate,
  scalarFromTemplate,
  type DynamicTemplates,
} from './mapping-template-fields.js';

const TEXT: JsonObject = { type: 'text', fields: { keyword: { type: 'keyword', ignore_above: 256 } } };

/** Stands in for `1.0`, which is whole and no long. */
const A_FLOAT = 0.5;

interface DynamicMapping extends CompiledMapping {
  readonly templates: DynamicTemplates;
}

/** The definitions that a document adds to a mapping, if any. Source: rest-layer B.13, dynamic mapping. */
export function dynamicDefinitions(
  mapping: CompiledMapping,
  source: JsonObject,
  templates: DynamicTemplates,
): JsonObject | undefined {
  const properties = additionsOf({ ...mapping, templates }, mapping.root, source, '');
  return Object.keys(properties).length === 0 ? undefined : objectOf(mapping.root, properties);
}

/** Says again that names keep their dots, for whoever merges this. */
function objectOf(node: MappedObject | undefined, properties: JsonObject): JsonObject {
  return node?.hasSubobjects === false ? { subobjects: false, properties } : { properties };
}

function additionsOf(
  mapping: DynamicMapping,
  node: MappedObject | undefined,
  source: JsonObject,
  parent: string,
): JsonObject {
  let additions: JsonObject = {};
  for (const key of Object.keys(source)) {
    const parts = partsOf(node, key);
    // A name that is none adds nothing: the document is refused for it.
    if (parts.some(isBlankName)) continue;
    const value = isWholeFloat(source, key) ? A_FLOAT : (source[key] as JsonValue);
    const added = additionOf(mapping, node, parts, value, parent);
    if (added !== undefined) additions = mergeDocument(additions, added);
  }
  return additions;
}

function partsOf(node: MappedObject | undefined, key: string): readonly string[] {
  return node?.hasSubobjects === false ? [key] : withoutTrailingDots(key).split('.');
}

/** What one member adds, as `properties`; a dotted name goes through objects. */
function additionOf(
  mapping: DynamicMapping,
  node: MappedObject | undefined,
  [name = '', ...rest]: readonly string[],
  value: JsonValue,
  parent: string,
): JsonObject | undefined {
  const member = node?.members.get(name);
  if (member?.kind === 'field') return undefined;
  if (member !== undefined && !member.isEnabled) return undefined;
  if (member === undefined && node !== undefined && node.dynamic !== 'true') return undefined;
  const path = parent === '' ? name : `${parent}.${name}`;
  const definition =
    rest.length === 0
      ? definitionOf(mapping, member, value, path)
      : definitionOfObject(mapping, member, path, (below) =>
          additionOf(mapping, below, partsOf(below, rest.join('.')), value, path),
        );
  return definition && named(name, definition);
}

function definitionOf(
  mapping: DynamicMapping,
  member: MappedObject | undefined,
  value: JsonValue,
  path: string,
): JsonObject | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) return definitionOfArray(mapping, member, value as readonly JsonValue[], path);
  if (isJsonObject(value)) {
    return definitionOfObject(mapping, member, path, (node) => additionsOf(mapping, node, value, path));
  }
  if (member !== undefined) return undefined;
  const untemplated = scalarDefinition(mapping, value as string | number | bigint | boolean);
  return scalarFromTemplate(mapping.templates, path, untemplated) ?? untemplated;
}

/** @param additionsTo what the members add, given the object they are in; undefined for nothing at all */
function definitionOfObject(
  { templates }: DynamicMapping,
  member: MappedObject | undefined,
  path: string,
  additionsTo: (node: MappedObject | undefined) => JsonObject | undefined,
): JsonObject | undefined {
  const made = member === undefined ? objectFromTemplate(templates, path) : undefined;
  if (made !== undefined && made.node?.isEnabled !== true) return made.definition;
  const properties = additionsTo(member ?? made?.node);
  if (properties !== undefined && Object.keys(properties).length > 0) {
    return mergeDocument(made?.definition ?? {}, objectOf(member ?? made?.node, properties));
  }
  if (made !== undefined) return made.definition;
  return member === undefined && properties !== undefined ? { type: 'object' } : undefined;
}

/** The first element that is not null decides; objects add what any of them has. */
function definitionOfArray(
  mapping: DynamicMapping,
  member: MappedObject | undefined,
  elements: readonly JsonValue[],
  path: string,
): JsonObject | undefined {
  let definition = member === undefined ? arrayFromTemplate(mapping.templates, path) : undefined;
  if (definition !== undefined) return definition;
  for (const [at, element] of elements.entries()) {
    const value = isWholeFloat(elements, String(at)) ? A_FLOAT : element;
    const next = definitionOf(mapping, member, value, path);
    if (next === undefined) continue;
    if (definition === undefined) definition = next;
    else if (isObjectDefinition(definition) && isObjectDefinition(next))
      definition = mergeObjects(definition, next);
  }
  return definition;
}

function isObjectDefinition(definition: JsonObject): boolean {
  const { type } = definition;
  return definition['properties'] !== undefined || type === 'object' || type === 'nested';
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

function isWhole(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function named(name: string, definition: JsonObject): JsonObject {
  const properties: Record<string, JsonValue> = {};
  setOwn(properties, name, definition);
  return properties;
}
