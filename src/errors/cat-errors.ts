import { ElasticsearchError } from './elasticsearch-error.js';

/** 500: Java's `UnsupportedOperationException`. ES: `RestTable.getRowOrder`. */
export function unknownSortKey(key: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'unsupported_operation_exception',
    reason: `Unable to sort by unknown sort key \`${key}\``,
    family: 'java',
  });
}
