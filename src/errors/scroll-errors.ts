import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400 of a body that is no object. ES: `SearchScrollRequest.fromXContent`, as are the two below. */
export function contextBodyNotAnObject(): ElasticsearchError {
  return illegalArgument('Malformed content, must start with an object');
}

export function contextParameterUnknown(name: string, token: string): ElasticsearchError {
  return illegalArgument(
    `Unknown parameter [${name}] in request body or parameter is of the wrong type[${token}] `,
  );
}

/** 400. ES: `ClearScrollRequest.fromXContent`. */
export function scrollIdNotAValue(isInArray: boolean): ElasticsearchError {
  return illegalArgument(
    `scroll_id ${isInArray ? 'array element' : 'element'} should only contain scroll_id`,
  );
}

/** 400. ES: `SearchService.checkKeepAliveLimit`. */
export function keepAliveTooLong(asked: string, limit: string): ElasticsearchError {
  return illegalArgument(
    `Keep alive for request (${asked}) is too large. It must be less than (${limit}). ` +
      'This limit can be set by changing the [search.max_keep_alive] cluster level setting.',
  );
}

/** ES: `SearchRequest.validate`, `SearchScrollRequest.validate`, `ClearScrollRequest.validate`, `OpenPointInTimeRequest.validate`. */
export const INVALID_CONTEXT = {
  cachedScroll: '[request_cache] cannot be used in a scroll context',
  noScrollId: 'scrollId is missing',
  noScrollIds: 'no scroll ids specified',
  noKeepAlive: '[keep_alive] is not specified',
  noPointInTime: 'reader id must be specified',
} as const;
