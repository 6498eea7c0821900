import { documentParsingAt } from './mapping-errors.js';
import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';
import type { XContentLocation } from './xcontent-errors.js';

/** @param added how many a document brings; undefined for a mapping. ES: `MappingLookup.checkFieldLimit` */
export function tooManyFields(limit: number, added?: number): ElasticsearchError {
  const adding = added === undefined ? '' : ` while adding new fields [${added}]`;
  return illegalArgument(`Limit of total fields [${limit}] has been exceeded${adding}`);
}

/** ES: `MappingLookup.checkObjectDepthLimit`. */
export function mappingTooDeep(limit: number, path: string): ElasticsearchError {
  return illegalArgument(`Limit of mapping depth [${limit}] has been exceeded due to object field [${path}]`);
}

/** ES: `MappingLookup.checkFieldNameLengthLimit`. */
export function fieldNameTooLong(limit: number, name: string): ElasticsearchError {
  return illegalArgument(`Field name [${name}] is longer than the limit of [${limit}] characters`);
}

/** ES: `MappingLookup.checkNestedFieldsLimit`. */
export function tooManyNestedFields(limit: number): ElasticsearchError {
  return illegalArgument(`Limit of nested fields [${limit}] has been exceeded`);
}

/** ES: `MappingLookup.checkNestedParentsLimit`. */
export function tooManyNestedParents(limit: number): ElasticsearchError {
  return illegalArgument(`Limit of nested parents [${limit}] has been exceeded`);
}

/** ES: `DocumentParserContext.addDoc`. */
export function tooManyNestedObjects(location: XContentLocation, limit: number): ElasticsearchError {
  return documentParsingAt(
    location,
    `The number of nested documents has exceeded the allowed limit of [${limit}]. This limit can be set by changing ` +
      'the [index.mapping.nested_objects.limit] index level setting.',
  );
}

/** ES: `DocumentParserContext.incrementAndCheckObjectArrayElementLimit`. */
export function tooManyArrayObjects(location: XContentLocation, limit: number): ElasticsearchError {
  return documentParsingAt(
    location,
    `The total number of objects across all arrays in the document has exceeded the allowed limit of [${limit}]. ` +
      'This limit can be set by changing the [index.mapping.array_objects.limit] index level setting.',
  );
}
