import { isElasticsearchError, type ElasticsearchError } from '../../src/errors/elasticsearch-error.js';

/** The error of Elasticsearch's that a call throws; undefined if it throws none. */
export function thrownBy(call: () => unknown): ElasticsearchError | undefined {
  try {
    call();
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
  return undefined;
}
