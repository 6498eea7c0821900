import {
  castToMap,
  dynamicTemplateInvalid,
  dynamicTemplateNameless,
  dynamicTemplatesNotListed,
  noMapperForType,
  unknownMappingAttributes,
} from '../errors/dynamic-template-errors.js';
import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';
import { setOwn } from './deep-merge.js';
import { javaClass, javaText } from './mapping-java-text.js';
import { mappingFor, parseTemplateField, type ParseField } from './mapping-template-field.js';
import { readDynamicTemplate, showDynamicTemplate, type DynamicTemplate } from './mapping-templates.js';
import { isFieldType } from './mapping-types.js';

/** ES: `ObjectMapper.TypeParser.parseObjectOrDocumentTypeProperties`, `NestedObjectMapper.TypeParser`. */
const OBJECT_ATTRIBUTES: ReadonlySet<string> = new Set([
  'dynamic',
  'enabled',
  'include_in_parent',
  'include_in_root',
  'properties',
  'store_array_source',
  'subobjects',
  'synthetic_source_keep',
  'type',
]);

/** The templates of a mapping that has been parsed, in their order. */
export function dynamicTemplatesOf({ dynamic_templates: list }: JsonObject): readonly DynamicTemplate[] {
  return list === undefined ? [] : readDynamicTemplates(list);
}

/**
 * Checks `dynamic_templates` and gives them as `GET _mapping` shows them. ES: `RootObjectMapper.processField`.
 *
 * @throws ElasticsearchError `mapper_parsing_exception` (400)
 */
export function parseDynamicTemplates(list: JsonValue, parseField: ParseField): JsonValue {
  return readDynamicTemplates(list).map((template) => {
    checkTemplate(template, parseField);
    const shown: Record<string, JsonValue> = {};
    setOwn(shown, template.name, showDynamicTemplate(template));
    return shown;
  });
}

function readDynamicTemplates(list: JsonValue): readonly DynamicTemplate[] {
  if (!Array.isArray(list)) throw dynamicTemplatesNotListed();
  return (list as readonly JsonValue[]).map((entry) => {
    if (!isJsonObject(entry)) throw castToMap(javaClass(entry));
    const [named, ...more] = Object.entries(entry);
    if (named === undefined || more.length > 0) throw dynamicTemplateNameless();
    return readDynamicTemplate(...named);
  });
}

/**
 * A template must make a field that can be for one of its types at least. One that uses the field's name cannot be
 * told beforehand. ES: `RootObjectMapper.validateDynamicTemplate`.
 */
function checkTemplate(template: DynamicTemplate, parseField: ParseField): void {
  if (holdsName(template.mapping)) return;
  let last: ElasticsearchError | undefined;
  for (const type of template.fieldTypes) {
    last = errorFor(() => {
      tryTemplate(template, type, parseField);
    });
    if (last === undefined) return;
  }
  if (last !== undefined)
    throw dynamicTemplateInvalid(template, writeJson(showDynamicTemplate(template)), last);
}

function tryTemplate(
  template: DynamicTemplate,
  fieldType: DynamicTemplate['fieldTypes'][number],
  parseField: ParseField,
): void {
  const name = `__dynamic__${template.name}`;
  const { type, mapping } = mappingFor(template, name, fieldType);
  if (!isFieldType(type)) throw noMapperForType(type);
  parseTemplateField({ type, mapping }, name, parseField);
  if (type !== 'object' && type !== 'nested') return;
  const rest = Object.entries(mapping).filter(([key]) => !OBJECT_ATTRIBUTES.has(key));
  if (rest.length > 0) throw unknownMappingAttributes(javaText(Object.fromEntries(rest)));
}

function errorFor(attempt: () => void): ElasticsearchError | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
}

function holdsName(value: JsonValue): boolean {
  if (typeof value === 'string') return value.includes('{name}');
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some(holdsName);
  return isJsonObject(value) && Object.entries(value).some((entry) => entry.some(holdsName));
}
