import type { ElasticsearchError } from '../../src/errors/elasticsearch-error.js';

export function failure(run: () => unknown): ElasticsearchError {
  try {
    run();
  } catch (error) {
    return error as ElasticsearchError;
  }
  throw new Error('nothing was thrown');
}

/** Types and reasons from the outside in. */
export function chain(error: ElasticsearchError | undefined): string[] {
  return error === undefined ? [] : [`${error.type}: ${error.reason ?? 'null'}`, ...chain(error.cause)];
}
