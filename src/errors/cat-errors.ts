import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. ES: `RestTable.getRowOrder`. */
export function unknownSortKey(key: string): ElasticsearchError {
  return illegalArgument(`Unable to sort by unknown sort key \`${key}\``);
}
