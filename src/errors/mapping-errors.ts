import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, parseException } from './request-errors.js';
import { jsonParse, type XContentLocation } from './xcontent-errors.js';

/** 400. ES: `MapperParsingException`. */
export function mapperParsing(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'mapper_parsing_exception',
    reason,
    family: 'elasticsearch',
    cause,
  });
}

/** ES: `MapperService.parseMapping`: what is wrong with a definition stands in the cause once more. */
export function failedToParseMapping(reason: string): ElasticsearchError {
  return mapperParsing(`Failed to parse mapping: ${reason}`, mapperParsing(reason));
}

/** Source: rest-layer B.13. */
export function unknownFieldType(type: string, field: string): ElasticsearchError {
  return failedToParseMapping(
    `The mapper type [${type}] declared on field [${field}] does not exist. It might have been created within a ` +
      'future version or requires a plugin to be installed. Check the documentation.',
  );
}

/** ES: `ObjectMapper.TypeParser.parseProperties`. */
export function noFieldType(field: string): ElasticsearchError {
  return failedToParseMapping(`No type specified for field [${field}]`);
}

/** ES: `ObjectMapper.TypeParser.parseObjectOrDocumentTypeProperties`. */
export function propertiesNotAMap(): ElasticsearchError {
  const reason = 'properties must be a map type';
  return mapperParsing(`Failed to parse mapping: ${reason}`, parseException(reason));
}

/** ES: `ObjectMapper.TypeParser.parseProperties`. */
export function mapExpected(field: string, javaClass: string): ElasticsearchError {
  return failedToParseMapping(`Expected map for property [${field}] but got a class ${javaClass}`);
}

/** ES: `ObjectMapper.TypeParser.validateFieldName`. */
export function blankFieldName(name: string): ElasticsearchError {
  return illegalMapping(
    name === '' ? 'field name cannot be an empty string' : 'field name cannot contain only whitespace',
  );
}

/** ES: `ObjectMapper.TypeParser.parseProperties`. */
export function onlyDots(): ElasticsearchError {
  return illegalMapping('field name cannot contain only dots');
}

export function illegalMapping(reason: string): ElasticsearchError {
  return mapperParsing(`Failed to parse mapping: ${reason}`, illegalArgument(reason));
}

/** ES: `FieldMapper.Builder.parse`. */
export function unknownMapperParameter(parameter: string, field: string, type: string): ElasticsearchError {
  return failedToParseMapping(`unknown parameter [${parameter}] on mapper [${field}] of type [${type}]`);
}

/** ES: `DateFieldMapper.Builder.buildFormatter`. */
export function unreadableFormat(field: string, cause: ElasticsearchError): ElasticsearchError {
  const reason = `Error parsing [format] on field [${field}]: ${cause.reason ?? 'null'}`;
  return mapperParsing(`Failed to parse mapping: ${reason}`, illegalArgument(reason, cause));
}

/** ES: `MappingParser.checkNoRemainingFields`. */
export function unsupportedRootParameters(shown: string): ElasticsearchError {
  return failedToParseMapping(`Root mapping definition has unsupported parameters:  ${shown}`);
}

/** ES: `ObjectMapper.TypeParser.parseObjectOrDocumentTypeProperties`, `XContentMapValues.nodeBooleanValue`. */
export function unknownDynamic(name: string, value: string): ElasticsearchError {
  const reason = `Could not convert [${name}.dynamic] to boolean`;
  const cause = illegalArgument(`Failed to parse value [${value}] as only [true] or [false] are allowed.`);
  return mapperParsing(`Failed to parse mapping: ${reason}`, illegalArgument(reason, cause));
}

/** Source: rest-layer B.13; ES: `FieldMapper.checkIncomingMergeType`. */
export function fieldTypeChanged(field: string, from: string, to: string): ElasticsearchError {
  return illegalArgument(`mapper [${field}] cannot be changed from type [${from}] to [${to}]`);
}

/** ES: `MapperErrors.throwObjectMappingConflictError`. */
export function fieldOverObject(field: string): ElasticsearchError {
  return illegalArgument(`can't merge a non object mapping [${field}] with an object mapping`);
}

/** ES: `MapperErrors.throwNestedMappingConflictError`. */
export function nestedOverObject(field: string): ElasticsearchError {
  return illegalArgument(`can't merge a non-nested mapping [${field}] with a nested mapping`);
}

/** ES: `FieldMapper.Conflicts.check`. */
export function parametersChanged(
  field: string,
  changes: readonly { readonly parameter: string; readonly from: string; readonly to: string }[],
): ElasticsearchError {
  const listed = changes.map(
    ({ parameter, from, to }) => `\n\tCannot update parameter [${parameter}] from [${from}] to [${to}]`,
  );
  return illegalArgument(`Mapper for [${field}] conflicts with existing mapper:${listed.join('')}`);
}

/** 500. ES: `MapperException` of `ObjectMapper.merge`. */
export function objectParameterChanged(path: string, parameter: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'mapper_exception',
    reason: `the [${parameter}] parameter can't be updated for the object mapping [${path}]`,
    family: 'elasticsearch',
  });
}

/** 400 with the place in the document. Source: rest-layer B.2; ES: `DocumentParsingException`. */
export function documentParsingAt(
  { line, column }: XContentLocation,
  reason: string,
  cause?: ElasticsearchError,
  type = 'document_parsing_exception',
): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type,
    reason: `[${line}:${column}] ${reason}`,
    family: 'elasticsearch',
    cause,
  });
}

/** ES: `DocumentParser.wrapInDocumentParsingException`. */
export function failedToParse(location: XContentLocation, cause: ElasticsearchError): ElasticsearchError {
  return documentParsingAt(location, `failed to parse: ${cause.reason ?? 'null'}`, cause);
}

/** What a field's own parser could not read. ES: `FieldMapper.rethrowAsDocumentParsingException`. */
export function fieldUnreadable(
  location: XContentLocation,
  field: { readonly path: string; readonly type: string },
  id: string,
  preview: string,
  cause: ElasticsearchError,
): ElasticsearchError {
  const place = `[${field.path}] of type [${field.type}] in document with id '${id}'`;
  const reason = `failed to parse field ${place}. Preview of field's value: '${preview}'`;
  return documentParsingAt(location, reason, cause);
}

/** ES: `DocumentParser.throwOnConcreteValue`. */
export function concreteValueForObject(
  location: XContentLocation,
  path: string,
  name: string | null,
): ElasticsearchError {
  return documentParsingAt(
    location,
    `object mapping for [${path}] tried to parse field [${name ?? 'null'}] as object, but found a concrete value`,
  );
}

/** ES: `StrictDynamicMappingException`. */
export function strictDynamicMapping(
  location: XContentLocation,
  parent: string,
  field: string,
): ElasticsearchError {
  const within = parent === '' ? '_doc' : parent;
  return documentParsingAt(
    location,
    `mapping set to strict, dynamic introduction of [${field}] within [${within}] is not allowed`,
    undefined,
    'strict_dynamic_mapping_exception',
  );
}

/** ES: `MetadataFieldMapper.parseCreateField`. */
export function metadataInDocument(location: XContentLocation, field: string): ElasticsearchError {
  return documentParsingAt(
    location,
    `Field [${field}] is a metadata field and cannot be added inside a document. Use the index API request parameters.`,
  );
}

/** ES: `DocumentParserContext.addDynamicMapper`, for a path through a field that is no object. */
export function fieldOnThePath(
  location: XContentLocation,
  path: string,
  parent: string,
  type: string,
): ElasticsearchError {
  return documentParsingAt(
    location,
    `Could not dynamically add mapping for field [${path}]. ` +
      `Existing mapping for [${parent}] must be of type object but found [${type}].`,
  );
}

/** A text longer than a term of Lucene's may be. ES: `KeywordFieldMapper.indexValue`. */
export function immenseTerm(field: string, mostBytes: number, prefix: string): ElasticsearchError {
  return illegalArgument(
    `Document contains at least one immense term in field="${field}" (whose UTF8 encoding is longer than the max ` +
      `length ${mostBytes}), all of which were skipped. Please correct the analyzer to not produce such terms. ` +
      `The prefix of the first immense term is: '${prefix}...'`,
  );
}

/** ES: `NumberFieldMapper.value`. */
export function objectAsNumber(): ElasticsearchError {
  return illegalArgument('Cannot parse object as number');
}

/** ES: `InetAddresses.forString`. */
export function notAnIpAddress(text: string): ElasticsearchError {
  return illegalArgument(`'${text}' is not an IP string literal.`);
}

/** ES: `NumberFieldMapper.NumberType`. */
export function outOfRange(value: string, type: string): ElasticsearchError {
  return illegalArgument(`Value [${value}] is out of range for a ${type}`);
}

/** ES: `NumberFieldMapper.NumberType.validateFiniteValue`. */
export function notFinite(type: string, value: string): ElasticsearchError {
  return illegalArgument(`[${type}] supports only finite values, but got [${value}]`);
}

/** A boolean where a number is read. ES: Jackson's `ParserMinimalBase`; without the tail that quotes the source. */
export function notNumeric(location: XContentLocation, text: string): ElasticsearchError {
  const token = `VALUE_${text.toUpperCase()}`;
  return jsonParse(location, `Current token (${token}) not numeric, can not use numeric value accessors`);
}
