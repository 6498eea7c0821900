import { errorCause } from './envelope.js';
import { ElasticsearchError } from './elasticsearch-error.js';

/** The first of several errors, which shows the others. ES: `ExceptionsHelper.rethrowAndSuppress`. */
export function suppressing(
  first: ElasticsearchError,
  others: readonly ElasticsearchError[],
): ElasticsearchError {
  if (others.length === 0) return first;
  const { status, type, reason, family, metadata, cause } = first;
  const details = { suppressed: others.map(errorCause) };
  return new ElasticsearchError({
    status,
    type,
    reason,
    family,
    metadata,
    cause,
    details,
    rootCauses: [first],
  });
}
