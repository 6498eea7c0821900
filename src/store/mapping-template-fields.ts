import {
  dynamicFieldInvalid,
  dynamicTemplateMissing,
  noTypeParsed,
} from '../errors/dynamic-template-errors.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import type { JsonObject } from '../xcontent/json.js';
import { parseMember } from './mapping-definition.js';
import { compileMapping, declaredType, type MappedObject } from './mapping-fields.js';
import { mappingFor, parseTemplateField } from './mapping-template-field.js';
import {
  isTemplateFor,
  leafName,
  type DynamicTemplate,
  type XContentFieldType,
} from './mapping-templates.js';
import { isDateType, isFieldType } from './mapping-types.js';
import { locationOf } from './mapping-value-location.js';

/** What decides how the new fields of a document are mapped. */
export interface DynamicTemplates {
  readonly templates: readonly DynamicTemplate[];
  /** Templates by name that the request asks for, by the path of the field. */
  readonly chosen: Readonly<Record<string, string>>;
  /** The document, to say where in it a template failed. */
  readonly source: JsonObject;
}

/** Types that read an array as one value. ES: `FieldMapper.parsesArrayValue`. */
export const ARRAY_TYPES: ReadonlySet<string> = new Set([
  'completion',
  'dense_vector',
  'geo_point',
  'geo_shape',
  'point',
  'rank_vectors',
  'shape',
]);

/** The definition of a field with a value, given what it is without a template. ES: `DynamicFieldsBuilder`. */
export function scalarFromTemplate(
  templates: DynamicTemplates,
  path: string,
  untemplated: JsonObject,
): JsonObject | undefined {
  const definition = fromTemplate(templates, path, fieldTypeOf(declaredType(untemplated)));
  const { format } = untemplated;
  if (definition === undefined || format === undefined) return definition;
  const isFormatless = isDateType(declaredType(definition)) && definition['format'] === undefined;
  return isFormatless ? { ...definition, format } : definition;
}

function fieldTypeOf(type: string): XContentFieldType {
  if (type === 'text') return 'string';
  return type === 'float' ? 'double' : (type as XContentFieldType);
}

/** What a template makes of an array as a whole. ES: `DocumentParser.parseArrayDynamic`. */
export function arrayFromTemplate(templates: DynamicTemplates, path: string): JsonObject | undefined {
  const definition = fromTemplate(templates, path, 'object');
  return definition && ARRAY_TYPES.has(declaredType(definition)) ? definition : undefined;
}

/** An object that a template makes, and what it lets its members do; a field has no members. */
export function objectFromTemplate(
  templates: DynamicTemplates,
  path: string,
): { readonly definition: JsonObject; readonly node: MappedObject | undefined } | undefined {
  const definition = fromTemplate(templates, path, 'object');
  if (definition === undefined) return undefined;
  const member = compileMapping({ properties: { made: definition } }).root.members.get('made');
  return { definition, node: member?.kind === 'field' ? undefined : member };
}

function fromTemplate(
  templates: DynamicTemplates,
  path: string,
  fieldType: XContentFieldType,
): JsonObject | undefined {
  const template = templateFor(templates, path, fieldType);
  if (template === undefined) return undefined;
  const name = leafName(path);
  const field = mappingFor(template, name, fieldType);
  try {
    if (!isFieldType(field.type)) throw noTypeParsed(field.type, name);
    return parseTemplateField(field, name, parseMember);
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw dynamicFieldInvalid(locationOf(templates.source, path), error);
  }
}

/** The one that is asked for, whatever it matches; else the first that matches. ES: `DocumentParserContext`. */
function templateFor(
  { templates, chosen, source }: DynamicTemplates,
  path: string,
  fieldType: XContentFieldType,
): DynamicTemplate | undefined {
  const name = Object.hasOwn(chosen, path) ? chosen[path] : undefined;
  if (name === undefined) return templates.find((template) => isTemplateFor(template, path, fieldType));
  const template = templates.find((candidate) => candidate.name === name);
  if (template === undefined) throw dynamicTemplateMissing(locationOf(source, path), name, path);
  return template;
}
