import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. Source: rest-layer B.9; ES: `SearchType.fromString`. */
export function unknownSearchType(value: string): ElasticsearchError {
  return illegalArgument(`No search type for [${value}]`);
}

/** 400. ES: `RestSearchAction.parseSearchRequest`. */
export function unsupportedSearchType(value: string): ElasticsearchError {
  return illegalArgument(`Unsupported search type [${value}]`);
}

/** 400. ES: `SearchRequest.setBatchedReduceSize` and its like. */
export function belowLeast(name: string, least: number): ElasticsearchError {
  return illegalArgument(`${name} must be >= ${least}`);
}

/** 400. ES: `SearchSourceBuilder.trackTotalHitsUpTo`. */
export function negativeTrackTotalHits(value: number): ElasticsearchError {
  return illegalArgument(`[track_total_hits] parameter must be positive or equals to -1, got ${value}`);
}

/** 400. ES: `RestSearchAction.validateSearchRequest`. */
export function totalHitsNotAccurate(value: number): ElasticsearchError {
  return illegalArgument(
    '[rest_total_hits_as_int] cannot be used if the tracking of total hits is not accurate, got ' +
      String(value),
  );
}

/** 400. ES: `SearchSourceBuilder.terminateAfter`. */
export function negativeTerminateAfter(): ElasticsearchError {
  return illegalArgument('terminateAfter must be > 0');
}
