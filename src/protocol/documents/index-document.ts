import { idEmpty } from '../../errors/document-errors.js';
import type { Index } from '../../store/store-index.js';
import type { JsonObject } from '../../xcontent/json.js';
import { resolveWriteTarget } from '../indices/resolve-targets.js';
import { parseDocumentSource } from './document-source.js';
import { parseIngestedSource, pipelinesOf, runPipelines } from './pipelines.js';
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
  const target = writeTarget(context, operation);
  const name = targetName(context, operation);
  const pipelines = pipelinesOf(context.store, target, name, operation.pipeline);
  if (pipelines.length > 0) return ingestDocument(context, operation, pipelines, target);
  const index = openForWrite(context, target, name);
  const { id = context.ids.documentId(), routing } = operation;
  checkRouting(index, id, routing);
  return put(context, operation, index, id, routing, parseDocumentSource(operation.source));
}

/** A pipeline may send a document to another index, under another id. */
function ingestDocument(
  context: WriteContext,
  operation: WriteOperation,
  pipelines: readonly string[],
  target: Index | undefined,
): WriteOutcome {
  const { store } = context;
  const name = targetName(context, operation);
  const source = parseIngestedSource(operation.source);
  const { id, routing } = operation;
  const ingested = runPipelines(store, pipelines, { index: name, id, routing, source });
  if (ingested === 'dropped') return droppedOutcome(name, id);
  const moved = ingested.index === name ? target : resolveWriteTarget(store, ingested.index);
  const index = openForWrite(context, moved, ingested.index);
  const newId = ingested.id ?? context.ids.documentId();
  checkRouting(index, newId, ingested.routing);
  return put(context, operation, index, newId, ingested.routing, ingested.source);
}

function put(
  { store }: WriteContext,
  { action, ifSeqNo, ifPrimaryTerm, version, versionType }: WriteOperation,
  index: Index,
  id: string,
  routing: string | undefined,
  source: JsonObject,
): WriteOutcome {
  const opType = action === 'create' ? 'create' : 'index';
  const request = { id, source, routing, opType, ifSeqNo, ifPrimaryTerm, version, versionType } as const;
  const { result, document } = store.put(index, request);
  return outcomeOf(index, document, result);
}
