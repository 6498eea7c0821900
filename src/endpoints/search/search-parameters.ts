import {
  belowLeast,
  negativeTerminateAfter,
  negativeTrackTotalHits,
  totalHitsNotAccurate,
  unknownSearchType,
  unsupportedSearchType,
} from '../../errors/search-parameter-errors.js';
import {
  excludeVectors,
  flag,
  int,
  optionalFlag,
  optionalInt,
  parameter,
  type ParameterSpec,
  type ParsedParameters,
  parseFlag,
  text,
} from '../../rest/parameters.js';
import { parseSearchRequest } from '../../search/parse-search-request.js';
import { DEFAULT_TRACKED_HITS, type SearchRequest } from '../../search/search-request.js';
import type { SearchUrl } from '../../search/search-url.js';
import { timeValue } from '../documents/write-parameters.js';

/** Those of a query in the URL. ES: `RestActions.urlParamsToQueryBuilder`. */
export const queryParameters = {
  q: text(),
  df: text(),
  analyzer: text(),
  analyze_wildcard: flag(false),
  lenient: optionalFlag(),
  default_operator: text(),
};

/** An integer that must not be smaller. */
function atLeast(least: number, javaName: string): ParameterSpec<number | undefined> {
  return parameter((value, name) => {
    const number = optionalInt().parse(value, name);
    if (number !== undefined && number < least) throw belowLeast(javaName, least);
    return number;
  });
}

/** ES: `SearchSourceBuilder.terminateAfter`. */
export function terminateAfter(): ParameterSpec<number | undefined> {
  return parameter((value, name) => {
    const number = optionalInt().parse(value, name);
    if (number !== undefined && number < 0) throw negativeTerminateAfter();
    return number;
  });
}

/** Those that say what the body of a search could say. ES: `RestSearchAction.parseSearchSource`. */
export const sourceParameters = {
  ...queryParameters,
  from: optionalInt(),
  size: optionalInt(),
  explain: optionalFlag(),
  version: optionalFlag(),
  seq_no_primary_term: optionalFlag(),
  timeout: timeValue(),
  terminate_after: terminateAfter(),
  stored_fields: text(),
  docvalue_fields: text(),
  _source: text(),
  _source_includes: text(),
  _source_excludes: text(),
  _source_exclude_vectors: excludeVectors(),
  track_scores: optionalFlag(),
  track_total_hits: parameter(readTrackTotalHits),
  sort: text(),
  stats: text(),
  suggest_field: text(),
  suggest_mode: text(),
  suggest_size: text(),
  suggest_text: text(),
};

/** Those of the whole request. ES: `RestSearchAction.parseSearchRequest`. */
export const requestParameters = {
  batched_reduce_size: atLeast(2, 'batchedReduceSize'),
  pre_filter_shard_size: atLeast(1, 'preFilterShardSize'),
  max_concurrent_shard_requests: atLeast(1, 'maxConcurrentShardRequests'),
  allow_partial_search_results: optionalFlag(),
  search_type: parameter(readSearchType),
  request_cache: optionalFlag(),
  routing: text(),
  preference: text(),
  ccs_minimize_roundtrips: optionalFlag(),
  force_synthetic_source: flag(false),
  include_named_queries_score: flag(false),
};

function readTrackTotalHits(value: string | undefined, name: string): boolean | number | undefined {
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return parseFlag(value, true);
  const number = int(DEFAULT_TRACKED_HITS).parse(value, name);
  if (number < -1) throw negativeTrackTotalHits(number);
  return number === -1 ? false : number;
}

/** ES: `SearchType.fromString`. */
function readSearchType(value: string | undefined): string | undefined {
  if (value === undefined || value === 'query_then_fetch' || value === 'dfs_query_then_fetch') return value;
  if (value === 'query_and_fetch' || value === 'dfs_query_and_fetch') throw unsupportedSearchType(value);
  throw unknownSearchType(value);
}

function urlOf(params: ParsedParameters<typeof sourceParameters>): SearchUrl {
  return {
    q: params.q,
    df: params.df,
    defaultOperator: params.default_operator,
    isLenient: params.lenient,
    from: params.from,
    size: params.size,
    sort: params.sort,
    source: params._source,
    sourceIncludes: params._source_includes,
    sourceExcludes: params._source_excludes,
    storedFields: params.stored_fields,
    docvalueFields: params.docvalue_fields,
    trackTotalHits: params.track_total_hits,
    trackScores: params.track_scores,
    terminateAfter: params.terminate_after,
    version: params.version,
    seqNoPrimaryTerm: params.seq_no_primary_term,
    explain: params.explain,
  };
}

/** The search that body and URL ask for. */
export function readSearch(
  body: string,
  params: ParsedParameters<typeof sourceParameters>,
  isTotalPlain = false,
): SearchRequest {
  return requestOf(body, isTotalPlain, urlOf(params));
}

/** The search that a body asks for, and a URL where it has one. */
export function requestOf(body: string, isTotalPlain: boolean, url: SearchUrl = {}): SearchRequest {
  const parsed = parseSearchRequest(body === '' ? undefined : body, url);
  const { trackTotalHits } = parsed;
  if (typeof trackTotalHits === 'number' && trackTotalHits < -1) throw negativeTrackTotalHits(trackTotalHits);
  const request = trackTotalHits === -1 ? { ...parsed, trackTotalHits: false } : parsed;
  return isTotalPlain ? withWholeTotal(request) : request;
}

/** ES: `RestSearchAction.validateSearchRequest`: a plain total must be an exact one, or none. */
function withWholeTotal(request: SearchRequest): SearchRequest {
  const { trackTotalHits } = request;
  if (trackTotalHits === DEFAULT_TRACKED_HITS) return { ...request, trackTotalHits: true };
  if (typeof trackTotalHits === 'number') throw totalHitsNotAccurate(trackTotalHits);
  return request;
}
