import { formatInstant } from '../../clock/format-instant.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorObject } from '../../errors/envelope.js';
import { badConfiguration, noSimulatedDocs } from '../../errors/ingest-errors.js';
import type { Store } from '../../store/store.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import type { Pipeline } from './compile-pipeline.js';
import { executePipeline } from './execute-pipeline.js';
import { javaClassOf } from './field-path.js';
import { IngestDocument } from './ingest-document.js';
import { findPipeline } from './pipeline-registry.js';

/** What a pipeline would make of some documents. Nothing is stored. ES: `SimulatePipelineRequest`. */
export function simulatePipeline(store: Store, pipeline: Pipeline, sent: JsonValue | undefined): object[] {
  const timestamp = formatInstant(store.now);
  const documents = readDocuments(sent).map((document) => {
    const { _source: source, ...metadata } = document;
    if (!isJsonObject(source)) throw missing('_source');
    const all = { _index: '_index', _id: '_id', _version: -3, ...metadata };
    return new IngestDocument(source, all, timestamp);
  });
  return documents.map((document) => simulate(store, pipeline, document));
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

function simulate(store: Store, pipeline: Pipeline, document: IngestDocument): object {
  try {
    executePipeline(document, pipeline, (id) => findPipeline(store, id));
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return { error: errorObject(error, false) };
  }
  if (document.isDropped) return { doc: null };
  const { metadata } = document;
  const { _index, _id, _routing, _version } = metadata;
  return {
    doc: {
      _index,
      _version: typeof _version === 'object' ? '-3' : String(_version),
      _id,
      ...(_routing !== undefined && { _routing }),
      _source: document.source,
      _ingest: { timestamp: document.ingest['timestamp'] },
    },
  };
}
