import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. ES: `ClusterStatsLevel.of`. */
export function unknownHealthLevel(value: string): ElasticsearchError {
  return illegalArgument(
    `level parameter must be one of [cluster] or [indices] or [shards] but was [${value}]`,
  );
}

/** 400. ES: `ClusterHealthStatus.fromString`. */
export function unknownHealthStatus(value: string): ElasticsearchError {
  return illegalArgument(`unknown cluster health status [${value}]`);
}
