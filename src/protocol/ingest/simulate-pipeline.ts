import { formatInstant } from '../../clock/format-instant.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorObject } from '../../errors/envelope.js';
import type { Store } from '../../store/store.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { Pipeline } from './compile-pipeline.js';
import { executePipeline } from './execute-pipeline.js';
import type { IngestDocument } from './ingest-document.js';
import { findPipeline } from './pipeline-registry.js';
import { renderDocument, renderStep } from './render-simulated.js';
import { readSimulatedDocuments } from './simulated-documents.js';

export interface Simulation {
  readonly store: Store;
  readonly pipeline: Pipeline;
  /** Whether each processor is shown instead of the end. */
  readonly isVerbose: boolean;
}

/**
 * What a pipeline would make of some documents, null for one that it drops. Nothing is stored.
 * ES: `SimulateExecutionService.executeDocument`, `SimulateDocumentBaseResult`.
 */
export function simulatePipeline(simulation: Simulation, sent: JsonValue | undefined): (object | null)[] {
  const timestamp = formatInstant(simulation.store.now);
  const run = simulation.isVerbose ? simulateVerbosely : simulate;
  return readSimulatedDocuments(sent, timestamp).map((document) => run(simulation, document));
}

function simulate({ store, pipeline }: Simulation, document: IngestDocument): object | null {
  try {
    executePipeline(document, pipeline, { find: (id) => findPipeline(store, id) });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return { error: errorObject(error, false) };
  }
  return document.isDropped ? null : { doc: renderDocument(document) };
}

/** ES: `SimulateDocumentVerboseResult`: an error is told by the processor that failed, and nowhere else. */
function simulateVerbosely({ store, pipeline }: Simulation, document: IngestDocument): object {
  const steps: object[] = [];
  try {
    executePipeline(document, pipeline, {
      find: (id) => findPipeline(store, id),
      onStep: (at, step) => steps.push(renderStep(at, step)),
    });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
  }
  return { processor_results: steps };
}
