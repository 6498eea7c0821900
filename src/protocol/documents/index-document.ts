import { idEmpty } from '../../errors/document-errors.js';
import type { Index } from '../../store/store-index.js';
import type { JsonObject } from '../../xcontent/json.js';
import { parseDocumentSource } from './document-source.js';
import { parseIngestedSource, pipelinesOf, runPipelines, type WritePipelines } from './pipelines.js';
import { checkRouting } from './routing.js';
import { openForWrite, targetName, writeTarget, type WriteContext } from './write-context.js';
import type { WriteOperation } from './write-operation.js';
import { droppedOutcome, outcomeOf, type WriteOutcome } from './write-outcome.js';

/**
 * Indexes or creates a document. Source: rest-layer B.2 and B.3; ES: `TransportBulkAction`, `InternalEngine.index`.
 * @throws ElasticsearchError
 */
export function indexDocument(context: WriteContext, operation: WriteOperation): WriteOutcome {
  if (operation.id === '') throw idEmpty();
  const name = targetName(context, operation.index);
  const pipelines = pipelinesOf(context.store, name, operation.pipeline);
  if (pipelines !== undefined) return ingestDocument(context, operation, pipelines, name);
  const index = openForWrite(context, writeTarget(context, operation, name), name);
  const { id = context.ids.documentId(), routing } = operation;
  checkRouting(index, id, routing);
  const source = parseDocumentSource(operation.source);
  return put(context, operation, index, { id, routing, source }, NO_PIPELINES);
}

/**
 * A pipeline may send a document to another index, under another id; what the write requires of its target is
 * required of that one. ES: `IngestService.executeBulkRequest`, `BulkOperation.addFailureIfRequiresAliasAndAliasIsMissing`.
 */
function ingestDocument(
  context: WriteContext,
  operation: WriteOperation,
  pipelines: WritePipelines,
  name: string,
): WriteOutcome {
  const source = parseIngestedSource(operation.source);
  const { id, routing } = operation;
  const { document: ingested, executed } = runPipelines(context.store, pipelines, {
    index: name,
    id,
    routing,
    source,
  });
  if (ingested === 'dropped') return droppedOutcome(name, id);
  const finalName = targetName(context, ingested.index);
  const index = openForWrite(context, writeTarget(context, operation, finalName), finalName);
  const newId = ingested.id ?? context.ids.documentId();
  checkRouting(index, newId, ingested.routing);
  return put(context, operation, index, { ...ingested, id: newId }, executed);
}

interface PreparedDocument {
  readonly id: string;
  readonly routing: string | undefined;
  readonly source: JsonObject;
}

const NO_PIPELINES: readonly string[] = [];

function put(
  { store }: WriteContext,
  { action, ifSeqNo, ifPrimaryTerm, version, versionType, dynamicTemplates }: WriteOperation,
  index: Index,
  { id, routing, source }: PreparedDocument,
  executedPipelines: readonly string[],
): WriteOutcome {
  const opType = action === 'create' ? 'create' : 'index';
  const { result, document } = store.put(index, {
    id,
    source,
    routing,
    dynamicTemplates,
    opType,
    ifSeqNo,
    ifPrimaryTerm,
    version,
    versionType,
  });
  return outcomeOf(index, document, result, undefined, executedPipelines);
}
