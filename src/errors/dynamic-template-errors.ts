import { ElasticsearchError } from './elasticsearch-error.js';
import { documentParsingAt, failedToParseMapping, illegalMapping, mapperParsing } from './mapping-errors.js';
import { classCast, illegalArgument } from './request-errors.js';
import type { XContentLocation } from './xcontent-errors.js';

/** ES: `RootObjectMapper.processField`. */
export function dynamicTemplatesNotListed(): ElasticsearchError {
  return failedToParseMapping('Dynamic template syntax error. An array of named objects is expected.');
}

/** ES: `RootObjectMapper.processField`. */
export function dynamicTemplateNameless(): ElasticsearchError {
  return failedToParseMapping('A dynamic template must be defined with a name');
}

/** An object was taken for granted. */
export function castToMap(javaClass: string): ElasticsearchError {
  const cause = classCast(javaClass, 'java.util.Map');
  return mapperParsing(`Failed to parse mapping: ${cause.reason ?? ''}`, cause);
}

/** ES: `DynamicTemplate.parse`. */
export function unknownTemplateParameter(parameter: string): ElasticsearchError {
  return illegalMapping(`Illegal dynamic template parameter: [${parameter}]`);
}

/** Runtime fields are not emulated: their parameter is refused as an unknown one. */
export function runtimeTemplate(): ElasticsearchError {
  const error = unknownTemplateParameter('runtime');
  error.gap = 'runtime fields in dynamic_templates';
  return error;
}

/** ES: `DynamicTemplate.parse`. */
export function mappingAndRuntime(template: string): ElasticsearchError {
  return failedToParseMapping(
    `mapping and runtime cannot be both specified in the same dynamic template [${template}]`,
  );
}

/** ES: `DynamicTemplate.parse`. */
export function templateWithoutMapping(template: string): ElasticsearchError {
  return failedToParseMapping(`template [${template}] must have either mapping or runtime set`);
}

/** ES: `DynamicTemplate.addEntriesToPatternList`. */
export function patternNotText(parameter: string, shown: string): ElasticsearchError {
  return failedToParseMapping(
    `[${parameter}] values must either be a string or list of strings, but was [${shown}]`,
  );
}

/** ES: `DynamicTemplate.XContentFieldType.fromString`. */
export function unknownMatchMappingType(type: string, types: readonly string[]): ElasticsearchError {
  return illegalMapping(`No field type matched on [${type}], possible values are [${types.join(', ')}]`);
}

/** ES: `DynamicTemplate.MatchType.fromString`. */
export function unknownMatchPattern(pattern: string): ElasticsearchError {
  return illegalMapping(`No matching pattern matched on [${pattern}]`);
}

/** Only Java can tell a wrong expression from one in a syntax of its own. ES: `DynamicTemplate.MatchType.REGEX`. */
export function regexUnreadable(pattern: string, template: string): ElasticsearchError {
  const error = failedToParseMapping(
    `Pattern [${pattern}] of type [regex] is invalid. Cannot create dynamic template [${template}].`,
  );
  error.gap = `regular expression [${pattern}] in dynamic_templates`;
  return error;
}

/** Cause of `dynamicTemplateInvalid`. ES: `RootObjectMapper.validateDynamicTemplate`. */
export function noMapperForType(type: string): ElasticsearchError {
  return illegalArgument(`No mapper found for type [${type}]`);
}

/** Cause of `dynamicTemplateInvalid`. ES: `RootObjectMapper.validate`. */
export function unknownMappingAttributes(shown: string): ElasticsearchError {
  return illegalArgument(`Unknown mapping attributes [${shown}]`);
}

/** ES: `RootObjectMapper.validateDynamicTemplate`. */
export function dynamicTemplateInvalid(
  { name, fieldTypes }: { readonly name: string; readonly fieldTypes: readonly string[] },
  shown: string,
  cause: ElasticsearchError,
): ElasticsearchError {
  const reason =
    `dynamic template [${name}] has invalid content [${shown}], ` +
    `attempted to validate it with the following match_mapping_type: [${fieldTypes.join(', ')}]`;
  return mapperParsing(`Failed to parse mapping: ${reason}`, illegalArgument(reason, cause));
}

/** ES: `DocumentParserContext.findDynamicTemplate`. */
export function dynamicTemplateMissing(
  location: XContentLocation,
  template: string,
  path: string,
): ElasticsearchError {
  return documentParsingAt(
    location,
    `Can't find dynamic template for dynamic template name [${template}] of field [${path}]`,
  );
}

/** ES: `DynamicFieldsBuilder.parseDynamicTemplateMapping`. */
export function noTypeParsed(type: string, field: string): ElasticsearchError {
  return mapperParsing(`failed to find type parsed [${type}] for [${field}]`);
}

/** A template makes a field that cannot be. ES: `DocumentParser.wrapInDocumentParsingException`. */
export function dynamicFieldInvalid(
  location: XContentLocation,
  cause: ElasticsearchError,
): ElasticsearchError {
  return documentParsingAt(location, `failed to parse: ${cause.reason ?? 'null'}`, cause);
}
