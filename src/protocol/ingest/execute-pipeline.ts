import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { nestedPipelineErrors } from '../../errors/ingest-errors.js';
import type { NestedPipeline, Pipeline, Processor } from './compile-pipeline.js';
import type { IngestDocument } from './ingest-document.js';

/** Finds a pipeline by its id. */
export type FindPipeline = (id: string) => Pipeline | undefined;

/** What came of one processor. ES: `SimulateProcessorResult.Status`. */
export interface Step {
  readonly processor: Processor;
  readonly status: 'success' | 'error' | 'error_ignored' | 'skipped' | 'dropped';
  readonly error?: ElasticsearchError;
}

/** How pipelines run. */
export interface Execution {
  readonly find: FindPipeline;
  /** Told of each processor, with the document as it is then. ES: `TrackingResultProcessor`. */
  readonly onStep?: (document: IngestDocument, step: Step) => void;
}

/**
 * Runs a pipeline over a document, in place. ES: `CompoundProcessor`, `IngestDocument.executePipeline`.
 *
 * @throws ElasticsearchError if a processor fails and nothing takes care of it
 */
export function executePipeline(document: IngestDocument, pipeline: Pipeline, execution: Execution): void {
  if (document.running.includes(pipeline.id)) throw nestedPipelineErrors.cycle(pipeline.id);
  document.running.push(pipeline.id);
  const { pipeline: outer } = document.ingest;
  document.ingest = { ...document.ingest, pipeline: pipeline.id };
  try {
    for (const processor of pipeline.processors) {
      if (document.isDropped) return;
      if (runProcessor(document, processor, pipeline.onFailure, execution) === 'ends') return;
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
  execution: Execution,
): 'goes on' | 'ends' {
  try {
    if (!processor.condition || processor.condition(document)) work(document, processor, execution);
    else execution.onStep?.(document, { processor, status: 'skipped' });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    if (processor.ignoresFailure) return 'goes on';
    if (processor.onFailure.length > 0) {
      runFailures(document, processor, error, processor.onFailure, execution);
    } else if (pipelineFailures.length > 0) {
      runFailures(document, processor, error, pipelineFailures, execution);
      return 'ends';
    } else throw error;
  }
  return 'goes on';
}

function work(document: IngestDocument, processor: Processor, execution: Execution): void {
  const { work: action, ignoresFailure } = processor;
  const { onStep } = execution;
  if (typeof action !== 'function') {
    runNested(document, processor, action, execution);
    return;
  }
  try {
    action(document);
  } catch (error) {
    if (isElasticsearchError(error)) {
      onStep?.(document, { processor, status: ignoresFailure ? 'error_ignored' : 'error', error });
    }
    throw error;
  }
  onStep?.(document, { processor, status: document.isDropped ? 'dropped' : 'success' });
}

function runNested(
  document: IngestDocument,
  processor: Processor,
  { pipeline: id, ignoresMissing }: NestedPipeline,
  execution: Execution,
): void {
  const { find, onStep } = execution;
  const name = id(document);
  const pipeline = find(name);
  if (pipeline === undefined) {
    const error = onStep ? nestedPipelineErrors.missingWhenTracked(name) : nestedPipelineErrors.missing(name);
    onStep?.(document, { processor, status: ignoresMissing ? 'error_ignored' : 'error', error });
    if (ignoresMissing) return;
    throw error;
  }
  if (onStep !== undefined) {
    checkCircles(document, processor, pipeline, execution);
    onStep(document, { processor, status: 'success' });
  }
  executePipeline(document, pipeline, execution);
}

/** Whoever is told of the steps is told of a circle before any step in it, at the outermost way into it. */
function checkCircles(
  document: IngestDocument,
  processor: Processor,
  pipeline: Pipeline,
  { find, onStep }: Execution,
): void {
  if (document.running.length > 1 || document.running.includes(pipeline.id)) return;
  try {
    executePipeline(document.copy(), pipeline, { find });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    if (error.type !== 'graph_structure_exception') return;
    onStep?.(document, { processor, status: processor.ignoresFailure ? 'error_ignored' : 'error', error });
    throw error;
  }
}

function runFailures(
  document: IngestDocument,
  { type, tag }: Processor,
  error: ElasticsearchError,
  failures: readonly Processor[],
  execution: Execution,
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
      if (!document.isDropped) runProcessor(document, failure, [], execution);
    }
  } finally {
    document.ingest = before;
  }
}
