import { isUnsupportedSearchKey } from './unsupported-search-keys.js';
import { parseTimeValue } from '../clock/duration.js';
import { asRefusal } from '../errors/elasticsearch-error.js';
import { negativeParameter, unknownSearchKey } from '../errors/search-errors.js';
import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import type { XContentLocation } from '../errors/xcontent-errors.js';
import { objectExpected } from '../errors/query-errors.js';
import { readBoolean, readDouble, readInt } from '../xcontent/coercion.js';
import { JsonReader } from '../xcontent/json-reader.js';
import { parseAggregations } from './aggregations/parse-aggregations.js';
import { parseFieldList, parseStoredFields } from './requested-fields.js';
import { parsePointInTime } from './point-in-time-reference.js';
import { parseSlice } from './slice-reference.js';
import { parseSearchAfter } from './search-after.js';
import { parseSort } from './parse-sort.js';
import { parseInnerQuery } from './query/parse-query.js';
import { NO_SOURCE, WHOLE_SOURCE } from './source-filter.js';
import { parseSource } from './parse-source.js';
import { applyUrl, type SearchUrl } from './search-url.js';
import { isScalarToken } from './query/tokens.js';
import type { SearchRequest, SearchDraft } from './search-request.js';

/**
 * Reads a search. URL parameters override the body. Source: rest-layer B.9; ES: `SearchSourceBuilder`,
 * `RestSearchAction`.
 *
 * @throws ElasticsearchError with the place in the body where one is wrong
 */
export function parseSearchRequest(body: string | undefined, url: SearchUrl = {}): SearchRequest {
  const draft = emptyDraft();
  if (body !== undefined && body.trim() !== '') readBody(new JsonReader(body), draft);
  applyUrl(url, draft);
  if (url.explain === true) throw refusedKey({ line: 1, column: 1 }, 'VALUE_BOOLEAN', 'explain');
  if (draft.from < 0) throw negativeParameter('from', draft.from);
  if (draft.size < 0) throw negativeParameter('size', draft.size);
  // ES: `SearchContext.TRACK_TOTAL_HITS_DISABLED`.
  if (draft.trackTotalHits === -1) draft.trackTotalHits = false;
  const { source, ...request } = draft;
  const isWhole = request.storedFields?.includes('_source') ?? true;
  return {
    ...request,
    source: source ?? (isWhole ? WHOLE_SOURCE : NO_SOURCE),
    isSourceAsked: source?.isFetched === true,
  };
}

function emptyDraft(): SearchDraft {
  return {
    query: undefined,
    postFilter: undefined,
    from: 0,
    size: 10,
    sort: [],
    searchAfter: undefined,
    trackTotalHits: undefined,
    trackScores: false,
    minScore: undefined,
    terminateAfter: 0,
    source: undefined,
    fields: [],
    docvalueFields: [],
    storedFields: undefined,
    showsVersion: false,
    showsSeqNo: false,
    aggregations: new Map(),
    pointInTime: undefined,
    slice: undefined,
  };
}

function readBody(reader: JsonReader, draft: SearchDraft): void {
  const first = reader.nextToken();
  if (first !== 'START_OBJECT') throw objectExpected(reader.location(), first ?? 'null');
  while (reader.nextToken() === 'FIELD_NAME') {
    const key = reader.fieldName;
    const token = reader.nextToken();
    const isKnown = isScalarToken(token)
      ? readScalar(reader, key, draft)
      : token === 'START_OBJECT'
        ? readObject(reader, key, draft)
        : token === 'START_ARRAY' && readArray(reader, key, draft);
    if (isKnown) continue;
    throw refusedKey(reader.location(), token ?? 'null', key);
  }
}

/** An option that Elasticsearch does not know, or that is not emulated. */
function refusedKey(location: XContentLocation, token: string, key: string): ElasticsearchError {
  const error = unknownSearchKey(location, token, key);
  return isUnsupportedSearchKey(key) ? asRefusal(error, `search option [${key}]`) : error;
}

function readScalar(reader: JsonReader, key: string, draft: SearchDraft): boolean {
  switch (key) {
    case 'from':
      draft.from = nonNegative('from', readInt(reader));
      return true;
    case 'size':
      draft.size = nonNegative('size', readInt(reader));
      return true;
    case 'min_score':
      draft.minScore = readDouble(reader);
      return true;
    case 'version':
      draft.showsVersion = readBoolean(reader);
      return true;
    case 'seq_no_primary_term':
      draft.showsSeqNo = readBoolean(reader);
      return true;
    case 'track_scores':
      draft.trackScores = readBoolean(reader);
      return true;
    case 'track_total_hits':
      draft.trackTotalHits = readTrackTotalHits(reader);
      return true;
    case 'terminate_after':
      draft.terminateAfter = readInt(reader);
      return true;
    case 'timeout':
      // Without effect: no search here takes long.
      if (reader.token !== 'VALUE_NULL') parseTimeValue(reader.text, 'timeout');
      return true;
    case '_source':
      draft.source = parseSource(reader);
      return true;
    case 'stored_fields':
      draft.storedFields = parseStoredFields(reader);
      return true;
    case 'sort':
      draft.sort = parseSort(reader);
      return true;
    default:
      if (key === 'explain' || key === 'profile') return !readBoolean(reader);
      return key === 'include_named_queries_score';
  }
}

function readObject(reader: JsonReader, key: string, draft: SearchDraft): boolean {
  switch (key) {
    case 'query':
      draft.query = parseInnerQuery(reader);
      return true;
    case 'post_filter':
      draft.postFilter = parseInnerQuery(reader);
      return true;
    case '_source':
      draft.source = parseSource(reader);
      return true;
    case 'aggs':
    case 'aggregations':
      draft.aggregations = parseAggregations(reader);
      return true;
    case 'sort':
      draft.sort = parseSort(reader);
      return true;
    case 'pit':
      draft.pointInTime = parsePointInTime(reader);
      return true;
    case 'slice':
      draft.slice = parseSlice(reader);
      return true;
    case 'ext':
      reader.skipChildren();
      return true;
    default:
      return false;
  }
}

function readArray(reader: JsonReader, key: string, draft: SearchDraft): boolean {
  switch (key) {
    case 'sort':
      draft.sort = parseSort(reader);
      return true;
    case 'search_after':
      draft.searchAfter = parseSearchAfter(reader);
      return true;
    case '_source':
      draft.source = parseSource(reader);
      return true;
    case 'stored_fields':
      draft.storedFields = parseStoredFields(reader);
      return true;
    case 'fields':
      draft.fields = parseFieldList(reader);
      return true;
    case 'docvalue_fields':
      draft.docvalueFields = parseFieldList(reader);
      return true;
    case 'stats':
      reader.skipChildren();
      return true;
    default:
      return false;
  }
}

function readTrackTotalHits(reader: JsonReader): boolean | number {
  if (reader.token === 'VALUE_NUMBER') return readInt(reader);
  return reader.token === 'VALUE_STRING' && /^\d+$/.test(reader.text)
    ? Number(reader.text)
    : readBoolean(reader);
}

function nonNegative(name: string, value: number): number {
  if (value < 0) throw negativeParameter(name, value);
  return value;
}
