import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { windowTooLarge } from '../errors/search-errors.js';
import { searchPhaseExecution } from '../errors/shard-failures.js';
import type { Index } from '../store/store-index.js';

/** `index.max_result_window`, unless set. */
const MAX_WINDOW = 10_000;

/**
 * @throws ElasticsearchError `search_phase_execution_exception` (400) for a page beyond `index.max_result_window`.
 * Source: rest-layer B.9; sync-jobs §7.
 */
export function checkWindow(index: Index, from: number, size: number, node?: string): void {
  const error = windowError(index, from, size);
  if (error) throw searchPhaseExecution([{ index: index.name, shard: 0, node, error }]);
}

export function windowError(index: Index, from: number, size: number): ElasticsearchError | undefined {
  const limit = windowLimit(index);
  return from + size > limit ? windowTooLarge(limit, from + size) : undefined;
}

export function windowLimit(index: Index): number {
  return Number(index.metadata.settings['max_result_window'] ?? MAX_WINDOW);
}
