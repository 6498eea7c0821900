import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { nestedPipelineErrors } from '../../errors/ingest-errors.js';
import type { Pipeline, Processor } from './compile-pipeline.js';
import type { IngestDocument } from './ingest-document.js';

/** Finds a pipeline by its id. */
export type FindPipeline = (id: string) => Pipeline | undefined;

/**
 * Runs a pipeline over a document, in place. ES: `CompoundProcessor`, `IngestDocument.executePipeline`.
 *
 * @throws ElasticsearchError if a processor fails and nothing takes care of it
 */
export function executePipeline(document: IngestDocument, pipeline: Pipeline, find: FindPipeline): void {
  if (document.running.includes(pipeline.id)) throw nestedPipelineErrors.cycle(pipeline.id);
  document.running.push(pipeline.id);
  const { pipeline: outer } = document.ingest;
  document.ingest = { ...document.ingest, pipeline: pipeline.id };
  try {
    for (const processor of pipeline.processors) {
      if (document.isDropped) return;
      if (runProcessor(document, processor, pipeline.onFailure, find) === 'ends') return;
    }
  } finally {
    document.running.pop();
    const { pipeline: _ended, ...ingest } = document.ingest;
    document.ingest = outer === undefined ? ingest : { ...ingest, pipeline: outer };
  }
}

/** Whether the pipeline goes on: its own failure processors end it. */
function runProcessor(
  document: IngestDocument,
  processor: Processor,
  pipelineFailures: readonly Processor[],
  find: FindPipeline,
): 'goes on' | 'ends' {
  try {
    if (!processor.condition || processor.condition(document)) work(document, processor, find);
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    if (processor.ignoresFailure) return 'goes on';
    if (processor.onFailure.length > 0) {
      runFailures(document, processor, error, processor.onFailure, find);
    } else if (pipelineFailures.length > 0) {
      runFailures(document, processor, error, pipelineFailures, find);
      return 'ends';
    } else throw error;
  }
  return 'goes on';
}

function work(document: IngestDocument, { work: action }: Processor, find: FindPipeline): void {
  if (typeof action === 'function') {
    action(document);
    return;
  }
  const id = action.pipeline(document);
  const pipeline = find(id);
  if (pipeline !== undefined) executePipeline(document, pipeline, find);
  else if (!action.ignoresMissing) throw nestedPipelineErrors.missing(id);
}

function runFailures(
  document: IngestDocument,
  { type, tag }: Processor,
  error: ElasticsearchError,
  failures: readonly Processor[],
  find: FindPipeline,
): void {
  const before = document.ingest;
  document.ingest = {
    ...before,
    on_failure_message: error.reason ?? '',
    on_failure_processor_type: type,
    on_failure_processor_tag: tag ?? null,
    on_failure_pipeline: document.running.at(-1) ?? null,
  };
  try {
    for (const failure of failures) {
      if (!document.isDropped) runProcessor(document, failure, [], find);
    }
  } finally {
    document.ingest = before;
  }
}
