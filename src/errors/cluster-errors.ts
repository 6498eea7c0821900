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

/** 400: Java's `Enum.valueOf`. ES: `RestClusterHealthAction.fromRequest`. */
export const noEnumConstant = {
  status: (name: string) => missingConstant(`cluster.health.ClusterHealthStatus.${name}`),
  priority: (name: string) => missingConstant(`common.Priority.${name}`),
} as const;

function missingConstant(constant: string): ElasticsearchError {
  return illegalArgument(`No enum constant org.elasticsearch.${constant}`);
}

/** 400. ES: `RestClusterHealthAction.fromRequest`. */
export function waitForRelocatingShardsRemoved(): ElasticsearchError {
  return illegalArgument(
    'wait_for_relocating_shards has been removed, use wait_for_no_relocating_shards [true/false] instead',
  );
}
