import { formatInstant } from '../../clock/format-instant.js';
import { pipelineMissing } from '../../errors/ingest-errors.js';
import type { Store } from '../../store/store.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { executePipeline } from './execute-pipeline.js';
import { IngestDocument } from './ingest-document.js';
import { findPipeline } from './pipeline-registry.js';

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
  const pipeline = findPipeline(store, pipelineId);
  if (pipeline === undefined) throw pipelineMissing(pipelineId);
  const { index, id, routing, source } = document;
  const metadata = {
    _index: index,
    ...(id !== undefined && { _id: id }),
    ...(routing !== undefined && { _routing: routing }),
  };
  const ingested = new IngestDocument(source, metadata, formatInstant(store.now));
  executePipeline(ingested, pipeline, { find: (nested) => findPipeline(store, nested) });
  if (ingested.isDropped) return 'dropped';
  return {
    index: text(ingested.metadata['_index']) ?? index,
    id: text(ingested.metadata['_id']),
    routing: text(ingested.metadata['_routing']),
    source: ingested.source,
  };
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
