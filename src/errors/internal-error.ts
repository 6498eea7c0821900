import { ElasticsearchError } from './elasticsearch-error.js';

/** A defect of the fake itself, shown in Elasticsearch's form so that the client under test does not hang. */
export function internalError(thrown: unknown): ElasticsearchError {
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return new ElasticsearchError({
    status: 500,
    type: 'exception',
    reason: `elasticsearch-connector-fake failed internally, please report it: ${message}`,
    family: 'elasticsearch',
  });
}
