import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { unknownMapperParameter } from '../errors/mapping-errors.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { setOwn } from './deep-merge.js';
import { javaText } from './mapping-java-text.js';
import { isMapperParameter } from './mapping-parameters.js';
import type { DynamicTemplate, XContentFieldType } from './mapping-templates.js';

/** Parses the definition of a field: `parseMember` of the mapping's parser, which knows the templates. */
export type ParseField = (definition: JsonObject, name: string, path: string) => JsonObject;

/** What a template says about one field. */
export interface TemplateField {
  readonly type: string;
  /** Placeholders filled in; without `type` where the template has none. */
  readonly mapping: JsonObject;
}

/** ES: `DynamicTemplate.mappingType`, `DynamicTemplate.mappingForName`. */
export function mappingFor(
  { mapping }: DynamicTemplate,
  name: string,
  fieldType: XContentFieldType,
): TemplateField {
  const dynamicType = DEFAULT_TYPES[fieldType] ?? fieldType;
  const { type } = mapping;
  const withType = (text: string) => text.replace(/\{dynamic_type\}|\{dynamicType\}/g, () => dynamicType);
  return {
    type: type === undefined ? dynamicType : withType(javaText(type)),
    mapping: filled(mapping, (text) => withType(text.replaceAll('{name}', () => name))) as JsonObject,
  };
}

/** Where the type of a field is not called as JSON's. ES: `DynamicTemplate.XContentFieldType.defaultMappingType`. */
const DEFAULT_TYPES: Partial<Record<XContentFieldType, string>> = { string: 'text', double: 'float' };

function filled(value: JsonValue, fill: (text: string) => string): JsonValue {
  if (typeof value === 'string') return fill(value);
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((element) => filled(element, fill));
  if (!isJsonObject(value)) return value;
  const result: Record<string, JsonValue> = {};
  for (const [key, member] of Object.entries(value)) setOwn(result, fill(key), filled(member, fill));
  return result;
}

/**
 * The definition of the field that a template makes.
 *
 * @throws ElasticsearchError what is wrong with it, without the words that a put mapping has for it
 */
export function parseTemplateField(
  { type, mapping }: TemplateField,
  name: string,
  parseField: ParseField,
): JsonObject {
  try {
    // The field's parser looks for the type in the template's own words.
    const isTyped = mapping['type'] !== undefined || type === 'object' || type === 'nested';
    const unknown = isTyped ? undefined : Object.keys(mapping).find((key) => !isMapperParameter(type, key));
    if (unknown !== undefined) throw unknownMapperParameter(unknown, name, 'null');
    return parseField(Object.assign({ type }, mapping, { type }), name, name);
  } catch (error) {
    throw isElasticsearchError(error) && error.cause !== undefined ? error.cause : error;
  }
}
