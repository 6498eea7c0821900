import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, doubleFormat, numberFormat } from './request-errors.js';

/** 400. ES: `AbstractBulkByScrollRequest.setConflicts`. */
export function unknownConflicts(value: string): ElasticsearchError {
  return illegalArgument(`conflicts may only be "proceed" or "abort" but was [${value}]`);
}

/** 400. ES: `AbstractBulkByScrollRequest.setMaxDocs`. */
export function negativeMaxDocs(value: number): ElasticsearchError {
  return illegalArgument(`[max_docs] parameter cannot be negative, found [${value}]`);
}

/** 400. ES: `AbstractBaseReindexRestHandler.setMaxDocsValidateIdentical`, which knows the body first. */
export function twoMaxDocs(body: number, url: number): ElasticsearchError {
  return illegalArgument(`[max_docs] set to two different values [${body}] and [${url}]`);
}

/** 400. ES: `AbstractBulkByQueryRestHandler.failOnSizeSpecified`. */
export function sizeForMaxDocs(): ElasticsearchError {
  return illegalArgument('invalid parameter [size], use [max_docs] instead');
}

/** 400. ES: `AbstractBaseReindexRestHandler.parseRequestsPerSecond`. */
export function unreadableRequestsPerSecond(value?: string): ElasticsearchError {
  return illegalArgument(
    '[requests_per_second] must be a float greater than 0. Use -1 to disable throttling.',
    value === undefined ? undefined : doubleFormat(value),
  );
}

/** 400. ES: `AbstractBaseReindexRestHandler.parseSlices`. */
export function unreadableSlices(value: string, isNumber: boolean): ElasticsearchError {
  return illegalArgument(
    `[slices] must be a positive integer or the string "auto", but was [${value}]`,
    isNumber ? undefined : numberFormat(value),
  );
}

/** 400. ES: `AbstractBulkByScrollRequest.setMaxDocs`. */
export function fewerDocsThanSlices(): ElasticsearchError {
  return illegalArgument('[max_docs] should be >= [slices]');
}

/** 400. ES: `AbstractAsyncBulkByScrollAction.buildBulk`. */
export function sourceNotStored(index: string, id: string): ElasticsearchError {
  return illegalArgument(`[${index}][${id}] didn't store _source`);
}

/** ES: `DeleteByQueryRequest.validate`, `AbstractBulkByScrollRequest.validate`. */
export const INVALID_BY_QUERY = {
  noQuery: 'query is missing',
  from: 'from is not supported in this context',
  storedFields: 'stored_fields is not supported in this context',
  remote: (indices: readonly string[]) =>
    'Cross-cluster calls are not supported in this context but remote indices were requested: ' +
    `[${indices.join(', ')}]`,
} as const;
