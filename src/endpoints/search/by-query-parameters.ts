import {
  fewerDocsThanSlices,
  INVALID_BY_QUERY,
  negativeMaxDocs,
  sizeForMaxDocs,
  twoMaxDocs,
  unknownConflicts,
  unreadableRequestsPerSecond,
  unreadableSlices,
} from '../../errors/by-query-errors.js';
import { IN_SCROLL, negativeParameter } from '../../errors/search-errors.js';
import type { ByQueryRequest } from '../../protocol/documents/by-query.js';
import { scriptField, type Script } from '../../protocol/documents/script.js';
import { flag, optionalInt, parameter, type ParsedParameters } from '../../rest/parameters.js';
import { sourceErrors } from '../../search/validate-search.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { JsonReader, readJson } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';
import { activeShards, timeValue } from '../documents/write-parameters.js';
import { keepAlive } from './keep-alive.js';
import { indicesParameters } from './search-context.js';
import { readSearch, requestParameters, sourceParameters } from './search-parameters.js';

const DEFAULT_BATCH = 1000;

/** ES: `AbstractBulkByQueryRestHandler`, `AbstractBaseReindexRestHandler`. */
export const byQueryParameters = {
  ...requestParameters,
  ...sourceParameters,
  size: parameter((value) => {
    if (value !== undefined) throw sizeForMaxDocs();
    return undefined;
  }),
  ...indicesParameters,
  scroll: keepAlive(),
  scroll_size: optionalInt(),
  search_timeout: timeValue(),
  conflicts: parameter((value) => (value === undefined ? undefined : readConflicts(value))),
  refresh: flag(false),
  wait_for_active_shards: activeShards(),
  wait_for_completion: flag(true),
  requests_per_second: parameter(readRequestsPerSecond),
  slices: parameter(readSlices),
  max_docs: parameter((value, name) => {
    const number = optionalInt().parse(value, name);
    if (number !== undefined && number < 0) throw negativeMaxDocs(number);
    return number;
  }),
};

function readConflicts(value: string): 'abort' | 'proceed' {
  if (value === 'abort' || value === 'proceed') return value;
  throw unknownConflicts(value);
}

function readRequestsPerSecond(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value === '' || Number.isNaN(number)) throw unreadableRequestsPerSecond(value);
  if (number === -1) return undefined;
  if (number <= 0) throw unreadableRequestsPerSecond();
  return number;
}

function readSlices(value: string | undefined): number | 'auto' {
  if (value === undefined) return 1;
  if (value === 'auto') return value;
  const isNumber = /^[+-]?\d+$/.test(value);
  if (!isNumber || Number(value) < 1) throw unreadableSlices(value, isNumber);
  return Number(value);
}

/** A request by query, with what only some of them may say. */
export interface AskedByQuery extends Omit<ByQueryRequest, 'needsSource'> {
  readonly script: Script | undefined;
  readonly hasStoredFields: boolean;
}

/**
 * Reads a request by query: a search body with some keys of its own. ES parses the body into a map, takes its keys
 * out of it and reads the rest as a search.
 */
export function readByQuery(body: string, params: ParsedParameters<typeof byQueryParameters>): AskedByQuery {
  const parsed = body === '' ? undefined : readJson(body);
  const isObject = isJsonObject(parsed);
  const { conflicts, max_docs: maxDocs, script, ...rest }: JsonObject = isObject ? parsed : {};
  const search = readSearch(isObject ? writeJson(rest) : body, params);
  const limit = readMaxDocs(params.max_docs, maxDocs);
  if (limit !== undefined && limit < (params.slices === 'auto' ? 1 : params.slices))
    throw fewerDocsThanSlices();
  return {
    search,
    hasStoredFields: params.stored_fields !== undefined || Object.hasOwn(rest, 'stored_fields'),
    conflicts: params.conflicts ?? (typeof conflicts === 'string' ? readConflicts(conflicts) : 'abort'),
    maxDocs: limit,
    batchSize: batchSizeOf(params.scroll_size ?? (Object.hasOwn(rest, 'size') ? search.size : DEFAULT_BATCH)),
    slices: params.slices,
    requestsPerSecond: params.requests_per_second,
    script: script === undefined ? undefined : readScript(script),
  };
}

/** ES: `SearchSourceBuilder.size`. */
function batchSizeOf(size: number): number {
  if (size < 0) throw negativeParameter('size', size);
  return size;
}

function readMaxDocs(url: number | undefined, body: JsonValue | undefined): number | undefined {
  if (typeof body !== 'number') return url;
  if (body < 0) throw negativeMaxDocs(body);
  if (url !== undefined && url !== body) throw twoMaxDocs(body, url);
  return body;
}

function readScript(value: JsonValue): Script {
  const reader = new JsonReader(writeJson(value));
  reader.nextToken();
  return scriptField.read(reader);
}

/** The search runs as a scroll. ES: `AbstractBulkByScrollRequest.validate`, `SearchRequest.validate`. */
export function validateByQuery(
  { search, hasStoredFields, batchSize }: AskedByQuery,
  index: string,
): string[] {
  const remote = index.split(',').filter((name) => name.includes(':') && !name.startsWith('<'));
  if (remote.length > 0) return [INVALID_BY_QUERY.remote(remote)];
  return [
    ...(batchSize === 0 ? [IN_SCROLL.empty] : []),
    ...sourceErrors(search, true),
    ...(search.from > 0 ? [INVALID_BY_QUERY.from] : []),
    ...(hasStoredFields ? [INVALID_BY_QUERY.storedFields] : []),
  ];
}
