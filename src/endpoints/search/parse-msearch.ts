import { msearchKeyUnknown, msearchNotTerminated } from '../../errors/msearch-errors.js';
import { sourceNotAMap } from '../../errors/document-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { readJson } from '../../xcontent/json-reader.js';
import { writeJson } from '../../xcontent/write-json.js';
import type { TargetParameters } from './search-context.js';

/** One search of a multi-search: what its header says, and its body. */
export interface MsearchItem {
  readonly expression: readonly string[] | string | undefined;
  readonly targets: TargetParameters;
  readonly hasRouting: boolean;
  readonly hasPreference: boolean;
  readonly body: string;
}

/** Reads the lines of a multi-search, a header and a body in turn. ES: `MultiSearchRequest.readMultiLineFormat`. */
export function parseMsearch(
  text: string,
  index: string | undefined,
  targets: TargetParameters,
): MsearchItem[] {
  const items: MsearchItem[] = [];
  let from = 0;
  const nextLine = (): string | undefined => {
    if (from >= text.length) return undefined;
    const end = text.indexOf('\n', from);
    if (end < 0) throw msearchNotTerminated();
    const line = text.slice(from, end);
    from = end + 1;
    return line;
  };
  for (let header = nextLine(); header !== undefined; header = nextLine()) {
    if (header.trim() === '' && items.length === 0 && from === header.length + 1) continue;
    const body = nextLine();
    if (body === undefined) break;
    items.push({ ...readHeader(header, index, targets), body });
  }
  return items;
}

const PASSED_OVER = [
  'search_type',
  'searchType',
  'ccs_minimize_roundtrips',
  'ccsMinimizeRoundtrips',
  'request_cache',
  'requestCache',
  'allow_partial_search_results',
  'ignore_throttled',
  'ignoreThrottled',
  'max_concurrent_shard_requests',
];

function readHeader(
  line: string,
  index: string | undefined,
  targets: TargetParameters,
): Omit<MsearchItem, 'body'> {
  let expression: MsearchItem['expression'] = index;
  let found = { ...targets };
  let hasRouting = false;
  let hasPreference = false;
  for (const [key, value] of Object.entries(headerOf(line))) {
    const name = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    if (key === 'index' || key === 'indices') expression = names(value);
    else if (name === 'expand_wildcards') found = { ...found, expand_wildcards: names(value).join(',') };
    else if (name === 'ignore_unavailable' || name === 'allow_no_indices') {
      found = { ...found, [name]: textOf(value) };
    } else if (key === 'routing') hasRouting = true;
    else if (key === 'preference') hasPreference = true;
    else if (!PASSED_OVER.includes(key)) throw msearchKeyUnknown(key);
  }
  return { expression, targets: found, hasRouting, hasPreference };
}

function headerOf(line: string): JsonObject {
  if (line.trim() === '') return {};
  try {
    const header = readJson(line);
    return isJsonObject(header) ? header : {};
  } catch (error) {
    throw isElasticsearchError(error) ? sourceNotAMap(error) : error;
  }
}

/** ES: `XContentMapValues.nodeStringArrayValue`. */
function names(value: JsonValue): string[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(textOf);
  return textOf(value).split(',');
}

function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : writeJson(value);
}
