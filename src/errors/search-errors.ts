import { ElasticsearchError } from './elasticsearch-error.js';
import { errorCause } from './envelope.js';
import { illegalArgument } from './request-errors.js';
import {
  illegalState,
  namedObjectNotFound,
  parsingException,
  type XContentLocation,
} from './xcontent-errors.js';

/** The index that a shard failure happened in. */
export interface SearchPlace {
  readonly index: string;
  readonly uuid: string;
}

/** What one shard answered instead of hits. */
export interface ShardFailure {
  readonly index: string | null;
  readonly shard: number;
  readonly node: string | undefined;
  readonly error: ElasticsearchError;
}

const refused = new WeakMap<ElasticsearchError, string>();

/** What Elasticsearch knows and the fake refuses (`query clause [geo_shape]`), if that is why a request failed. */
export function refusedFeature(error: ElasticsearchError): string | undefined {
  return refused.get(error) ?? (error.cause && refusedFeature(error.cause));
}

/** Marks an error as an emulation gap. */
export function asRefusal(error: ElasticsearchError, feature: string): ElasticsearchError {
  refused.set(error, feature);
  return error;
}

/** ES: `SearchPhaseExecutionException`, with the causes that its constructor and `guessRootCauses` pick. */
export function searchPhaseExecution(failures: readonly ShardFailure[], phase = 'query'): ElasticsearchError {
  const distinct = distinctFailures(failures);
  const rootCauses = distinct.map(({ error }) => rootCauseOf(error));
  const [first] = failures;
  const root = first && rootCauseOf(first.error);
  return new ElasticsearchError({
    status: Math.max(...failures.map(({ error }) => error.status)),
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    family: 'elasticsearch',
    rootCauses,
    cause: root && causeBeside(root, failures),
    details: { phase, grouped: true, failed_shards: distinct.map(shardFailureBody) },
  });
}

/** One member of `failed_shards` or of `_shards.failures`. */
export function shardFailureBody({ shard, index, node, error }: ShardFailure): Record<string, unknown> {
  return { shard, index, ...(node !== undefined && { node }), reason: errorCause(error) };
}

/** ES: `ExceptionsHelper.groupBy`: equal failures of one index count once. */
function distinctFailures(failures: readonly ShardFailure[]): ShardFailure[] {
  const seen = new Map<string, ShardFailure>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.index, failure.error.type, failure.error.reason]);
    if (!seen.has(key)) seen.set(key, failure);
  }
  return [...seen.values()];
}

/** ES: `ElasticsearchException.guessRootCauses`. */
function rootCauseOf(error: ElasticsearchError): ElasticsearchError {
  const { cause } = error;
  if (error.family === 'elasticsearch' && cause?.family === 'elasticsearch') return rootCauseOf(cause);
  if (error.family === 'xcontent' && cause && cause.family !== 'java') return rootCauseOf(cause);
  return error;
}

/** A plain Java exception is shown once more inside a wrapper of its own name; a failure's own error not at all. */
function causeBeside(
  root: ElasticsearchError,
  failures: readonly ShardFailure[],
): ElasticsearchError | undefined {
  if (root.family !== 'java') return failures.some(({ error }) => error === root) ? undefined : root;
  return new ElasticsearchError({
    status: root.status,
    type: root.type,
    reason: root.reason,
    family: 'elasticsearch',
    cause: root,
  });
}

/** 400: a query that cannot run on this index. ES: `QueryShardException`. */
export function queryShard(
  place: SearchPlace,
  reason: string,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'query_shard_exception',
    reason,
    family: 'elasticsearch',
    metadata: { index_uuid: place.uuid, index: place.index },
    cause,
  });
}

/** ES: `SearchExecutionContext.toQuery`. */
export function failedToCreateQuery(place: SearchPlace, cause: ElasticsearchError): ElasticsearchError {
  return queryShard(place, `failed to create query: ${cause.reason ?? 'null'}`, cause);
}

/** 404: a scroll or point in time that expired or never was. Source: rest-layer B.9, Scroll. */
export function searchContextMissing(id: string): ElasticsearchError {
  const error = new ElasticsearchError({
    status: 404,
    type: 'search_context_missing_exception',
    reason: `No search context found for id [${id}]`,
    family: 'elasticsearch',
  });
  return searchPhaseExecution([{ shard: -1, index: null, node: undefined, error }]);
}

/** ES: `DefaultSearchContext.preProcess`. */
export function windowTooLarge(limit: number, window: number): ElasticsearchError {
  return illegalArgument(
    `Result window is too large, from + size must be less than or equal to: [${limit}] but was [${window}]. ` +
      'See the scroll api for a more efficient way to request large data sets. ' +
      'This limit can be set by changing the [index.max_result_window] index level setting.',
  );
}

/** ES: `DefaultSearchContext.preProcess`. */
export function scrollBatchTooLarge(limit: number, size: number): ElasticsearchError {
  return illegalArgument(
    `Batch size is too large, size must be less than or equal to: [${limit}] but was [${size}]. ` +
      'Scroll batch sizes cost as much memory as result windows so they are controlled by the ' +
      '[index.max_result_window] index level setting.',
  );
}

/** ES: `FieldSortBuilder.resolveUnmappedType`. */
export function noMappingToSortOn(place: SearchPlace, field: string): ElasticsearchError {
  return queryShard(place, `No mapping found for [${field}] in order to sort on`);
}

/** ES: `TextFieldMapper.TextFieldType.fielddataBuilder`. */
export function fielddataDisabled(index: string, field: string): ElasticsearchError {
  return illegalArgument(
    `Fielddata is disabled on [${field}] in [${index}]. Text fields are not optimised for operations that require ` +
      'per-document field data like aggregations and sorting, so these operations are disabled by default. ' +
      'Please use a keyword field instead. ' +
      `Alternatively, set fielddata=true on [${field}] in order to load field data by uninverting the inverted index. ` +
      'Note that this can use significant memory.',
  );
}

/** ES: `SearchSourceBuilder.parseXContent`. */
export function unknownSearchKey(location: XContentLocation, token: string, key: string): ElasticsearchError {
  return parsingException(`Unknown key for a ${token} in [${key}].`, location);
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function unknownQuery(location: XContentLocation, name: string, hint: string): ElasticsearchError {
  const cause = namedObjectNotFound(location, `unknown field [${name}]${hint}`);
  return parsingException(`unknown query [${name}]${hint}`, location, cause);
}

/** ES: `AbstractQueryBuilder.parseInnerQueryBuilder`. */
export function malformedQuery(
  location: XContentLocation,
  name: string,
  problem: string,
): ElasticsearchError {
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

/** ES: `AggregatorFactories.parseAggregators`. */
export function unknownAggregation(
  location: XContentLocation,
  type: string,
  hint: string,
): ElasticsearchError {
  const cause = namedObjectNotFound(location, `unknown field [${type}]${hint}`);
  return parsingException(`Unknown aggregation type [${type}]${hint}`, location, cause);
}

/** ES: `SearchAfterBuilder.buildFieldDoc`. */
export function searchAfterLength(values: number, sorts: number): ElasticsearchError {
  return illegalArgument(`search_after has ${values} value(s) but sort has ${sorts}.`);
}

/** ES: `BooleanFieldMapper.BooleanFieldType.indexedValueForSearch`. */
export function notBoolean(text: string): ElasticsearchError {
  return illegalArgument(`Can't parse boolean value [${text}], expected [true] or [false]`);
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
