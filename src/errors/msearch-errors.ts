import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. ES: `MultiSearchRequest.readMultiLineFormat`, as are all below. */
export function msearchNotTerminated(): ElasticsearchError {
  return illegalArgument(String.raw`The msearch request must be terminated by a newline [\n]`);
}

export function msearchKeyUnknown(key: string): ElasticsearchError {
  return illegalArgument(`key [${key}] is not supported in the metadata section`);
}

/** ES: `MultiSearchRequest.validate`. */
export const NO_SEARCH_REQUESTS = 'no requests added';
