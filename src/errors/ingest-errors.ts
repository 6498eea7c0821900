import type { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument } from './request-errors.js';

/** 400 of a write through a pipeline that is not there. Source: rest-layer B.3. */
export function pipelineMissing(id: string): ElasticsearchError {
  return illegalArgument(`pipeline with id [${id}] does not exist`);
}
