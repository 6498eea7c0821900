import { formatInstant } from '../../clock/format-instant.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorObject } from '../../errors/envelope.js';
import { badConfiguration, noSimulatedDocs } from '../../errors/ingest-errors.js';
import type { Store } from '../../store/store.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import type { Pipeline } from './compile-pipeline.js';
import { executePipeline } from './execute-pipeline.js';
import { IngestDocument } from './ingest-document.js';
import { findPipeline } from './pipeline-registry.js';
import { renderDocument, renderStep } from './render-simulated.js';

export interface Simulation {
  readonly store: Store;
  readonly pipeline: Pipeline;
  /** Whether each processor is shown instead of the end. */
  readonly isVerbose: boolean;
}

/**
 * What a pipeline would make of some documents. Nothing is stored.
 * ES: `SimulatePipelineRequest`, `SimulateExecutionService.executeDocument`.
 */
export function simulatePipeline(simulation: Simulation, sent: JsonValue | undefined): object[] {
  const timestamp = formatInstant(simulation.store.now);
  const documents = readDocuments(sent).map((document) => {
    const { _source: source, ...metadata } = document;
    if (!isJsonObject(source)) throw missing('_source');
    const all = { _index: '_index', _id: '_id', _version: -3, ...metadata };
    return new IngestDocument(source, all, timestamp);
  });
  const run = simulation.isVerbose ? simulateVerbosely : simulate;
  return documents.map((document) => run(simulation, document));
}

function readDocuments(sent: JsonValue | undefined): JsonObject[] {
  if (sent === undefined || sent === null) throw missing('docs');
  if (!Array.isArray(sent)) {
    const why = `property isn't a list, but of type [${javaClassOf(sent)}]`;
    throw badConfiguration({ property: 'docs' }, why);
  }
  const documents = (sent as readonly JsonValue[]).filter(isJsonObject);
  if (documents.length === 0) throw noSimulatedDocs();
  return documents;
}

function missing(property: string): Error {
  return badConfiguration({ property }, 'required property is missing');
}

function simulate({ store, pipeline }: Simulation, document: IngestDocument): object {
  try {
    executePipeline(document, pipeline, { find: (id) => findPipeline(store, id) });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return { error: errorObject(error, false) };
  }
  return { doc: document.isDropped ? null : renderDocument(document) };
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
