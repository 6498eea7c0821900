import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';
import {
  illegalState,
  namedObjectNotFound,
  parsingException,
  type XContentLocation,
} from './xcontent-errors.js';

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function unknownQuery(location: XContentLocation, name: string, hint: string): ElasticsearchError {
  const cause = namedObjectNotFound(location, `unknown field [${name}]${hint}`);
  return parsingException(`unknown query [${name}]${hint}`, location, cause);
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
function malformedQuery(location: XContentLocation, name: string, problem: string): ElasticsearchError {
  return parsingException(`[${name}] ${problem}`, location);
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function emptyClause(location: XContentLocation): ElasticsearchError {
  return illegalArgument(`query malformed, empty clause found at [${location.line}:${location.column}]`);
}

/** An option that a hand-written query parser does not know. */
export function unsupportedOption(
  location: XContentLocation,
  query: string,
  option: string,
): ElasticsearchError {
  return parsingException(`[${query}] query does not support [${option}]`, location);
}

/** ES: `AbstractQueryBuilder.throwParsingExceptionOnMultipleFields`. */
export function multipleFields(
  location: XContentLocation,
  query: string,
  first: string,
  second: string,
): ElasticsearchError {
  return parsingException(
    `[${query}] query doesn't support multiple fields, found [${first}] and [${second}]`,
    location,
  );
}

/** ES: `BooleanFieldMapper.BooleanFieldType.indexedValueForSearch`. */
export function notBoolean(text: string): ElasticsearchError {
  return illegalArgument(`Can't parse boolean value [${text}], expected [true] or [false]`);
}

/** ES: `IdsQueryBuilder.doToQuery`. */
export function tooManyIds(limit: number): ElasticsearchError {
  return illegalArgument(`Too many ids specified, allowed max result window is [${limit}]`);
}

/** ES: `TermsQueryBuilder.doToQuery`. */
export function tooManyTerms(count: number, limit: number): ElasticsearchError {
  return illegalArgument(
    `The number of terms [${count}] used in the Terms Query request has exceeded the allowed maximum of [${limit}]. ` +
      'This maximum can be set by changing the [index.max_terms_count] index level setting.',
  );
}

/** ES: `MappedFieldType.prefixQuery` and `wildcardQuery` on what is not a string. */
export function keywordOnly(kind: string, field: string, type: string): ElasticsearchError {
  const fields = 'keyword, text and wildcard fields';
  return illegalArgument(
    `Can only use ${kind} queries on ${fields} - not on [${field}] which is of type [${type}]`,
  );
}

/** ES: `TermsQueryBuilder.parseValues`. */
export function noTermsValue(location: XContentLocation): ElasticsearchError {
  return parsingException('No value specified for terms query', location);
}

/** Java's `IllegalStateException`, shown inside a `query_shard_exception`. ES: `NestedQueryBuilder.doToQuery`. */
export function nestedPathMissing(path: string): ElasticsearchError {
  return illegalState(`[nested] failed to find nested object under path [${path}]`);
}

/** ES: `RestActions.parseTopLevelQueryBuilder`. */
export function unsupportedBodyKey(location: XContentLocation, key: string): ElasticsearchError {
  return parsingException(`request does not support [${key}]`, location);
}

/** ES: every query builder of one field. */
export function noFieldName(): ElasticsearchError {
  return illegalArgument('field name is null or empty');
}

/** ES: `BaseTermQueryBuilder`, `PrefixQueryBuilder`, `WildcardQueryBuilder`. */
export function noValue(): ElasticsearchError {
  return illegalArgument('value cannot be null');
}

/** ES: `NestedQueryBuilder`. */
export function nestedRequires(field: 'path' | 'query'): ElasticsearchError {
  return illegalArgument(`[nested] requires '${field}' field`);
}

/** ES: `NestedQueryBuilder.parseScoreMode`. */
export function unknownScoreMode(mode: string): ElasticsearchError {
  return illegalArgument(`No score mode for child query [${mode}] found`);
}

/** ES: `MatchQueryBuilder`. */
export function matchRequiresField(): ElasticsearchError {
  return illegalArgument('[match] requires fieldName');
}

/** ES: `MatchQueryBuilder`. */
export function matchRequiresValue(): ElasticsearchError {
  return illegalArgument('[match] requires query value');
}

/** ES: `Operator.fromString`. */
export function unknownOperator(word: string): ElasticsearchError {
  return illegalArgument(`No enum constant org.elasticsearch.index.query.Operator.${word}`);
}

/** A token where a hand-written query parser expects another. */
export function unknownToken(
  location: XContentLocation,
  query: string,
  token: string | undefined,
  field: string,
): ElasticsearchError {
  return malformedQuery(location, query, `unknown token [${token ?? 'null'}] after [${field}]`);
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function notAnObject(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, '_na', 'query malformed, must start with start_object');
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function noStartObject(location: XContentLocation, query: string): ElasticsearchError {
  return malformedQuery(location, query, 'query malformed, no start_object after query name');
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function queryNotEnded(
  location: XContentLocation,
  query: string,
  token: string | undefined,
): ElasticsearchError {
  return malformedQuery(
    location,
    query,
    `malformed query, expected [END_OBJECT] but found [${token ?? 'null'}]`,
  );
}

/** ES: `TermsQueryBuilder.fromXContent`. */
export function termsOfManyFields(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, 'terms', 'query does not support multiple fields');
}

/** ES: `TermsQueryBuilder.fromXContent`. */
export function termsWithoutField(location: XContentLocation): ElasticsearchError {
  const problem =
    'query requires a field name, followed by array of terms or a document lookup specification';
  return malformedQuery(location, 'terms', problem);
}

/** ES: `TermQueryBuilder.fromXContent`. */
export function arrayOfTerms(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, 'term', 'query does not support array of values');
}

/** ES: `TermQueryBuilder.fromXContent`. */
export function arrayAsTermValue(location: XContentLocation): ElasticsearchError {
  return malformedQuery(
    location,
    'term',
    'query does not support arrays for value - use a bool query with multiple term clauses in the should section ' +
      'or use a Terms query if scoring is not required',
  );
}

/** ES: `ExistsQueryBuilder.fromXContent`. */
export function existsWithoutField(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, 'exists', 'must be provided with a [field]');
}

/** ES: `ConstantScoreQueryBuilder.fromXContent`. */
export function manyFilters(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, 'constant_score', 'accepts only one [filter] element.');
}

/** ES: `ConstantScoreQueryBuilder.fromXContent`. */
export function filterRequired(location: XContentLocation): ElasticsearchError {
  return malformedQuery(location, 'constant_score', "requires a 'filter' element");
}

/** ES: `ConstantScoreQueryBuilder.fromXContent`. */
export function unexpectedToken(
  location: XContentLocation,
  query: string,
  token: string | undefined,
): ElasticsearchError {
  return malformedQuery(location, query, `unexpected token [${token ?? 'null'}]`);
}

/** ES: `RestActions.parseTopLevelQueryBuilder`, `SearchSourceBuilder.parseXContent`. */
export function objectExpected(location: XContentLocation, token: string): ElasticsearchError {
  return parsingException(`Expected [START_OBJECT] but found [${token}]`, location);
}

/** ES: `RestActions.parseTopLevelQueryBuilder`: what is no parsing exception gets wrapped in one. */
export function failedToParseBody(location: XContentLocation, cause: ElasticsearchError): ElasticsearchError {
  return parsingException('Failed to parse', location, cause);
}
