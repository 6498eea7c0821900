import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';
import { searchPhaseExecution } from './shard-failures.js';
import { parsingException, type XContentLocation } from './xcontent-errors.js';

/** The index that a shard failure happened in. */
export interface SearchPlace {
  readonly index: string;
  readonly uuid: string;
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

/** 503: the scroll of a search over no shards. ES: `SearchScrollAsyncAction.run`. */
export function noNodesToSearchOn(): ElasticsearchError {
  return new ElasticsearchError({
    status: 503,
    type: 'search_phase_execution_exception',
    reason: 'no nodes to search on',
    family: 'elasticsearch',
    rootCauses: [],
    details: { phase: 'query', grouped: true, failed_shards: [] },
  });
}

/** ES: `SearchService.parseSource`. */
export function tooManyDocvalueFields(limit: number, asked: number): ElasticsearchError {
  return illegalArgument(
    `Trying to retrieve too many docvalue_fields. Must be less than or equal to: [${limit}] but was [${asked}]. ` +
      'This limit can be set by changing the [index.max_docvalue_fields_search] index level setting.',
  );
}

/** ES: `FetchFieldsPhase`. */
export function fieldsWithoutSource(index: string): ElasticsearchError {
  return illegalArgument(
    `Unable to retrieve the requested [fields] since _source is disabled in the mappings for index [${index}]`,
  );
}

/** ES: `FieldFetcher.create`, `MappedFieldType.valueFetcher`. */
export function internalField(name: string): ElasticsearchError {
  const cause = illegalArgument(`Cannot fetch values for internal field [${name}].`);
  return illegalArgument(`error fetching [${name}]: ${cause.reason ?? ''}`, cause);
}

/** ES: `StoredFieldsContext.fromList`. */
export function noneWithOthers(): ElasticsearchError {
  return illegalArgument('cannot combine _none_ with other fields');
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

/** ES: `SourceFieldMapper.SourceFieldType.existsQuery`. */
export function sourceNotSearchable(place: SearchPlace): ElasticsearchError {
  return queryShard(place, 'The _source field is not searchable');
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

/** ES: `IdFieldMapper.IdFieldType.fielddataBuilder`. */
export function idFielddata(): ElasticsearchError {
  return illegalArgument(
    'Fielddata access on the _id field is disallowed, you can re-enable it by updating the dynamic cluster setting: ' +
      'indices.id_field_data.enabled',
  );
}

/** ES: `MappedFieldType.fielddataBuilder`. */
export function fielddataUnsupported(field: string, type: string): ElasticsearchError {
  return illegalArgument(`Fielddata is not supported on field [${field}] of type [${type}]`);
}

/** ES: `SearchSourceBuilder.parseXContent`. */
export function unknownSearchKey(location: XContentLocation, token: string, key: string): ElasticsearchError {
  return parsingException(`Unknown key for a ${token} in [${key}].`, location);
}

/** ES: `MappedFieldType.checkNoFormat`. */
export function formatsUnsupported(field: string, type: string): ElasticsearchError {
  return illegalArgument(`Field [${field}] of type [${type}] doesn't support formats.`);
}

/** ES: `SliceBuilder`. */
export const INVALID_SLICE = {
  negativeId: 'id must be greater than or equal to 0',
  smallMax: 'max must be greater than 1',
  idBeyondMax: 'max must be greater than id',
} as const;

/** ES: `DefaultSearchContext.preProcess`. */
export function tooManySlices(slices: number, limit: number): ElasticsearchError {
  return illegalArgument(
    `The number of slices [${slices}] is too large. It must be less than [${limit}]. ` +
      'This limit can be set by changing the [index.max_slices_per_scroll] index level setting.',
  );
}

/** ES: `SliceBuilder.createSliceQuery`. */
export function sliceFieldNotFound(field: string): ElasticsearchError {
  return illegalArgument(`field ${field} not found`);
}

/** ES: `SearchSourceBuilder.from` and `size`. */
export function negativeParameter(name: string, value: number): ElasticsearchError {
  return illegalArgument(`[${name}] parameter cannot be negative, found [${value}]`);
}

/** ES: `FetchSourceContext.fromXContent`. */
export function unreadableSource(location: XContentLocation, token: string): ElasticsearchError {
  const expected = '[VALUE_BOOLEAN, VALUE_STRING, START_ARRAY, START_OBJECT]';
  return parsingException(`Expected one of ${expected} but found [${token}]`, location);
}

/** ES: `PointInTimeBuilder.fromXContent`. */
export function pointInTimeIdMissing(): ElasticsearchError {
  return illegalArgument('point int time id is not provided');
}

/** ES: `TransportSearchHelper.parseScrollId`. */
export function unreadableScrollId(): ElasticsearchError {
  return illegalArgument('Cannot parse scroll id');
}

/** ES: `SearchContextId.decode`. */
export function unreadablePointInTimeId(id: string): ElasticsearchError {
  return illegalArgument(`invalid id: [${id}]`);
}

/** ES: `QueryStringQueryBuilder`: Lucene's parser cannot read it. */
export function unreadableQueryString(place: SearchPlace, text: string): ElasticsearchError {
  return queryShard(place, `Failed to parse query [${text}]`);
}

/** Messages about what a search says itself. ES: `SearchSourceBuilder.validate`. */
export const INVALID_SEARCH = {
  shardDoc: '[_shard_doc] sort field cannot be used without [point in time]',
  slice: '[slice] can only be used with [scroll] or [point-in-time] requests',
  from: '[from] parameter must be set to 0 when [search_after] is used',
  noneWithSource: '[stored_fields] cannot be disabled if [_source] is requested',
  noneWithFields: '[stored_fields] cannot be disabled when using the [fields] option',
} as const;

/** Messages about a scroll. ES: `SearchRequest.validate`. */
export const IN_SCROLL = {
  untracked: 'disabling [track_total_hits] is not allowed in a scroll context',
  from: 'using [from] is not allowed in a scroll context',
  empty: '[size] cannot be [0] in a scroll context',
  searchAfter: '[search_after] cannot be used in a scroll context',
  pointInTime: 'using [point in time] is not allowed in a scroll context',
} as const;

/** Messages about a point in time. ES: `RestSearchAction.preparePointInTime`. */
export const IN_POINT_IN_TIME = {
  indices: '[indices] cannot be used with point in time. Do not specify any index with point in time.',
  options: '[indicesOptions] cannot be used with point in time',
  routing: '[routing] cannot be used with point in time',
  preference: '[preference] cannot be used with point in time',
  roundtrips: '[ccs_minimize_roundtrips] cannot be used with point in time',
} as const;
