import { ElasticsearchError } from './elasticsearch-error.js';
import { errorCause } from './envelope.js';

/** What one shard answered instead of hits. */
export interface ShardFailure {
  readonly index: string | null;
  readonly shard: number;
  readonly node: string | undefined;
  readonly error: ElasticsearchError;
}

/** ES: `SearchPhaseExecutionException`, with the causes that its constructor and `guessRootCauses` pick. */
export function searchPhaseExecution(failures: readonly ShardFailure[], phase = 'query'): ElasticsearchError {
  const distinct = distinctFailures(failures);
  const rootCauses = distinct.map(({ error }) => rootCauseOf(error));
  const [first] = failures;
  const root = first && rootCauseOf(first.error);
  const gap = failures.map(({ error }) => error.gap).find(Boolean);
  return new ElasticsearchError({
    status: Math.max(...failures.map(({ error }) => error.status)),
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    family: 'elasticsearch',
    rootCauses,
    cause: root && causeBeside(root, failures),
    ...(gap !== undefined && { gap }),
    details: { phase, grouped: true, failed_shards: distinct.map(shardFailureBody) },
  });
}

/** One member of `failed_shards` or of `_shards.failures`. */
export function shardFailureBody({ shard, index, node, error }: ShardFailure): Record<string, unknown> {
  return { shard, index, ...(node !== undefined && { node }), reason: errorCause(error) };
}

/** ES: `ExceptionsHelper.groupBy`: equal failures of one index count once. */
function distinctFailures(failures: readonly ShardFailure[]): ShardFailure[] {
  const seen = new Map<string, ShardFailure>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.index, failure.error.type, failure.error.reason]);
    if (!seen.has(key)) seen.set(key, failure);
  }
  return [...seen.values()];
}

/** ES: `ElasticsearchException.guessRootCauses`. */
function rootCauseOf(error: ElasticsearchError): ElasticsearchError {
  const { cause } = error;
  if (error.family === 'elasticsearch' && cause?.family === 'elasticsearch') return rootCauseOf(cause);
  if (error.family === 'xcontent' && cause && cause.family !== 'java') return rootCauseOf(cause);
  return error;
}

/** A plain Java exception is shown once more inside a wrapper of its own name; a failure's own error not at all. */
function causeBeside(
  root: ElasticsearchError,
  failures: readonly ShardFailure[],
): ElasticsearchError | undefined {
  if (root.family !== 'java') return failures.some(({ error }) => error === root) ? undefined : root;
  return new ElasticsearchError({
    status: root.status,
    type: root.type,
    reason: root.reason,
    family: 'elasticsearch',
    cause: root,
  });
}
