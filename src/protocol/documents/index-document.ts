import { idEmpty } from '../../errors/document-errors.js';
import type { Index } from '../../store/store-index.js';
import type { JsonObject } from '../../xcontent/json.js';
import { resolveWriteTarget } from '../indices/resolve-targets.js';
import { parseDocumentSource } from './document-source.js';
import { parseIngestedSource, pipelinesOf, runPipelines } from './pipelines.js';
import { checkRouting } from './routing.js';
import { openForWrite, targetName, writeTarget, type WriteContext } from './write-context.js';
import { conditionsOf, type WriteOperation } from './write-operation.js';
import { droppedOutcome, outcomeOf, type WriteOutcome } from './write-outcome.js';

/** A document on its way into an index. */
interface Arrival {
  readonly name: string;
  readonly target: Index | undefined;
  readonly id: string | undefined;
  readonly routing: string | undefined;
  readonly source: JsonObject | undefined;
}

/**
 * Indexes or creates a document. Source: rest-layer B.2 and B.3; ES: `TransportBulkAction`, `InternalEngine.index`.
 * @throws ElasticsearchError
 */
export function indexDocument(context: WriteContext, operation: WriteOperation): WriteOutcome {
  const { store } = context;
  if (operation.id === '') throw idEmpty();
  const target = writeTarget(context, operation);
  const name = targetName(context, operation);
  const pipelines = pipelinesOf(store, target, name, operation.pipeline);
  const { id, routing } = operation;
  if (pipelines.length === 0) {
    return write(context, operation, { name, target, id, routing, source: undefined });
  }
  const source = parseIngestedSource(operation.source);
  const ingested = runPipelines(store, pipelines, { index: name, id, routing, source });
  if (ingested === 'dropped') return droppedOutcome(name, id);
  const moved = ingested.index === name ? target : resolveWriteTarget(store, ingested.index);
  return write(context, operation, { ...ingested, name: ingested.index, target: moved });
}

function write(context: WriteContext, operation: WriteOperation, arrival: Arrival): WriteOutcome {
  const index = openForWrite(context, arrival.target, arrival.name);
  const { id = context.ids.documentId(), routing } = arrival;
  checkRouting(index, id, routing);
  const source = arrival.source ?? parseDocumentSource(operation.source);
  const { result, document } = context.store.put(index, { ...conditionsOf(operation), id, source, routing });
  return outcomeOf(index, document, result);
}
