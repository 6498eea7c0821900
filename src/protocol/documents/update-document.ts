import {
  documentMissing,
  documentSourceMissing,
  scriptFailed,
  versionConflict,
} from '../../errors/document-errors.js';
import { updateRefused } from '../../errors/role-query-errors.js';
import { NO_SOURCE, filterSource } from '../../search/source-filter.js';
import { mergeDocument } from '../../store/deep-merge.js';
import type { StoredDocument } from '../../store/document.js';
import type { Index } from '../../store/store-index.js';
import { conflictOf } from '../../store/write-conditions.js';
import type { JsonObject } from '../../xcontent/json.js';
import { pipelinesOf, runPipelines } from './pipelines.js';
import { checkRouting, isRoutedTo } from './routing.js';
import { isSourceKept } from '../../search/source-kept.js';
import { EMPTY_UPDATE, type UpdateBody } from './update-body.js';
import { openForWrite, targetName, writeTarget, type WriteContext } from './write-context.js';
import type { WriteOperation } from './write-operation.js';
import { droppedOutcome, outcomeOf, type WriteOutcome } from './write-outcome.js';

/**
 * Updates a document, or inserts what the update brings for that case.
 * Source: rest-layer B.5; ES: `UpdateHelper`, `TransportUpdateAction`, `TransportShardBulkAction`.
 */
export function updateDocument(context: WriteContext, operation: WriteOperation): WriteOutcome {
  const update = operation.update ?? EMPTY_UPDATE;
  const name = targetName(context, operation.index);
  const target = writeTarget(context, operation, name);
  if (context.isLimited?.(operation.index ?? '') === true) throw updateRefused(context.isBulk);
  const index = openForWrite(context, target, name);
  const { id = '', routing } = operation;
  checkRouting(index, id, routing);
  const stored = index.get(id);
  if (stored === undefined || !isRoutedTo(index, id, routing, stored.routing)) {
    return insert(context, operation, update, index);
  }
  if (!isSourceKept(index)) throw documentSourceMissing(placeOf(index), id);
  const conflict = conflictOf(operation, stored, false);
  if (conflict !== undefined) throw versionConflict(placeOf(index), id, conflict);
  if (update.doc === undefined)
    throw scriptFailed(update.script?.text ?? '', update.script?.lang ?? 'painless');
  return merge(context, operation, { update, index, stored, doc: update.doc });
}

function placeOf({ metadata: { name, uuid } }: Index): { index: string; uuid: string } {
  return { index: name, uuid };
}

function insert(
  context: WriteContext,
  operation: WriteOperation,
  update: UpdateBody,
  index: Index,
): WriteOutcome {
  const { id = '', routing } = operation;
  const { doc, upsert, script } = update;
  const source = update.isDocAsUpsert ? doc : upsert;
  if (source === undefined) throw documentMissing(placeOf(index), id);
  if (update.isScriptedUpsert && script !== undefined) throw scriptFailed(script.text, script.lang);
  const asked = update.isDocAsUpsert ? undefined : operation.pipeline;
  const ingested = ingest(context, index, { id, routing, source }, asked);
  if (ingested === undefined) return droppedOutcome(index.name, id);
  const { document, result } = context.store.put(index, { id, source: ingested, routing, opType: 'create' });
  return outcomeOf(index, document, result, shownOf(update, document));
}

interface Merge {
  readonly update: UpdateBody;
  readonly index: Index;
  readonly stored: StoredDocument;
  readonly doc: JsonObject;
}

function merge(context: WriteContext, operation: WriteOperation, merged: Merge): WriteOutcome {
  const { update, index, stored, doc } = merged;
  const { store } = context;
  const { id, routing } = stored;
  if (pipelinesOf(store, index.name, undefined) === undefined) {
    const { result, document } = store.update(index, id, doc, {}, update.isNoopDetected);
    return outcomeOf(index, document, result, shownOf(update, document));
  }
  // A bulk runs the pipeline over what comes, the single API over what comes out of the merge.
  const patch =
    context.isBulk && update.isDocAsUpsert ? ingest(context, index, { id, routing, source: doc }) : doc;
  if (patch === undefined) return droppedOutcome(index.name, id);
  const source = mergeDocument(stored.source, patch);
  if (source === stored.source && update.isNoopDetected) {
    return outcomeOf(index, stored, 'noop', shownOf(update, stored));
  }
  const ingested = context.isBulk ? source : ingest(context, index, { id, routing, source });
  if (ingested === undefined) return droppedOutcome(index.name, operation.id);
  const { result, document } = store.put(index, { id, source: ingested, routing });
  return outcomeOf(index, document, result, shownOf(update, document));
}

/** The source that pipelines make of one; undefined if they drop it. */
function ingest(
  { store }: WriteContext,
  index: Index,
  document: { readonly id: string; readonly routing: string | undefined; readonly source: JsonObject },
  asked?: string,
): JsonObject | undefined {
  const pipelines = pipelinesOf(store, index.name, asked);
  if (pipelines === undefined) return document.source;
  const { document: result } = runPipelines(store, pipelines, { index: index.name, ...document });
  return result === 'dropped' ? undefined : result.source;
}

/** ES: `UpdateHelper.extractGetResult`. */
function shownOf({ source = NO_SOURCE }: UpdateBody, document: StoredDocument): WriteOutcome['shown'] {
  if (!source.isFetched) return undefined;
  return { source: filterSource(document.source, source) };
}
