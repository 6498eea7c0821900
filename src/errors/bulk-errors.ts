import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400. Source: rest-layer B.7; ES: `BulkRequestParser`, as are all below. */
export function bulkNotTerminated(): ElasticsearchError {
  return illegalArgument(String.raw`The bulk request must be terminated by a newline [\n]`);
}

export function bulkTokenUnexpected(line: number, expected: string, found: string): ElasticsearchError {
  return illegalArgument(
    `Malformed action/metadata line [${line}], expected ${expected} but found [${found}]`,
  );
}

export function bulkActionUnknown(line: number, action: string): ElasticsearchError {
  return bulkTokenUnexpected(line, 'field [create], [delete], [index] or [update]', action);
}

export function bulkValueNotSimple(line: number, field: string, found: string): ElasticsearchError {
  return bulkTokenUnexpected(line, `a simple value for field [${field}]`, found);
}

export function bulkParameterUnknown(line: number, parameter: string): ElasticsearchError {
  return illegalArgument(`Action/metadata line [${line}] contains an unknown parameter [${parameter}]`);
}

export function bulkLineTrailed(line: number): ElasticsearchError {
  return illegalArgument(`Malformed action/metadata line [${line}], unexpected data after the closing brace`);
}

export function bulkUpdateVersioned(): ElasticsearchError {
  return illegalArgument(
    'Update requests do not support versioning. Please use `if_seq_no` and `if_primary_term` instead',
  );
}

export function bulkUpdateOfDataStream(): ElasticsearchError {
  return illegalArgument(
    'Update requests do not support the `require_data_stream` flag, ' +
      'as data streams do not support update operations',
  );
}

export function bulkDynamicTemplatesRefused(kind: 'Delete' | 'Update', line: number): ElasticsearchError {
  return illegalArgument(`${kind} request in line [${line}] does not accept dynamic_templates`);
}

/** ES: `BulkRequest.validate`. */
export const NO_BULK_REQUESTS = 'no requests added';
