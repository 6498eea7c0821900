import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';
import { parsingException, type XContentLocation } from './xcontent-errors.js';
import { queryShard, type SearchPlace } from './search-errors.js';

/** ES: `FieldSortBuilder.resolveUnmappedType`. */
export function noMappingToSortOn(place: SearchPlace, field: string): ElasticsearchError {
  return queryShard(place, `No mapping found for [${field}] in order to sort on`);
}

/** ES: `FieldSortBuilder.resolveNumericType`. */
export function unknownNumericType(type: string): ElasticsearchError {
  return illegalArgument(
    `invalid value for [numeric_type], must be [long, double, date, date_nanos], got ${type}`,
  );
}

/** ES: `FieldSortBuilder.build`. */
export function numericTypeOnNumbersOnly(place: SearchPlace, type: string): ElasticsearchError {
  return queryShard(place, `[numeric_type] option cannot be set on a non-numeric field, got ${type}`);
}

/** ES: `FieldSortBuilder.validateMissingNestedPath`. */
export function nestedSortRequired(place: SearchPlace, field: string): ElasticsearchError {
  return queryShard(
    place,
    `it is mandatory to set the [nested] context on the nested sort field: [${field}].`,
  );
}

/** ES: `SearchAfterBuilder.buildFieldDoc`. */
export function searchAfterLength(values: number, sorts: number): ElasticsearchError {
  return illegalArgument(`search_after has ${values} value(s) but sort has ${sorts}.`);
}

/** ES: `FieldSortBuilder.build`. */
export function numericModeOnly(place: SearchPlace): ElasticsearchError {
  return queryShard(place, 'we only support AVG, MEDIAN and SUM on number based fields');
}

/** ES: `SortBuilder.fromXContent`. */
export function malformedSort(): ElasticsearchError {
  return illegalArgument('malformed sort format, either start with array, object, or an actual string');
}

/** ES: `SortBuilder.fromXContent`. */
export function malformedSortArray(): ElasticsearchError {
  return illegalArgument(
    'malformed sort format, within the sort array, an object, or an actual string are allowed',
  );
}

/** ES: `SortOrder.fromString`. */
export function unknownSortOrder(order: string): ElasticsearchError {
  return illegalArgument(`No enum constant org.elasticsearch.search.sort.SortOrder.${order}`);
}

/** ES: `SortMode.fromString`. */
export function unknownSortMode(mode: string): ElasticsearchError {
  return illegalArgument(`Unknown SortMode [${mode}]`);
}

/** ES: `SearchAfterBuilder.fromXContent`. */
export function searchAfterNotScalar(location: XContentLocation, token: string): ElasticsearchError {
  const expected = '[VALUE_STRING] or [VALUE_NUMBER] or [VALUE_BOOLEAN] or [VALUE_NULL]';
  return parsingException(`Expected ${expected} but found [${token}] inside search_after.`, location);
}

/** ES: `SearchAfterBuilder.setSortValues`. */
export function emptySearchAfter(): ElasticsearchError {
  return illegalArgument('Values must contains at least one value.');
}

/** ES: `SearchAfterBuilder.buildFieldDoc`. */
export function searchAfterWithoutSort(): ElasticsearchError {
  return illegalArgument('Sort must contain at least one field.');
}

/** ES: `SearchAfterBuilder.convertValueFromSortType`. */
export function unreadableSearchAfterValue(field: string, cause: ElasticsearchError): ElasticsearchError {
  return illegalArgument(`Failed to parse search_after value for field [${field}].`, cause);
}
