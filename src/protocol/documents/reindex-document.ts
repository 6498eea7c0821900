import type { StoredDocument } from '../../store/document.js';
import type { Index } from '../../store/store-index.js';
import { pipelinesOf, runPipelines } from './pipelines.js';
import { openForWrite, type WriteContext } from './write-context.js';

/** Writes a document anew, through pipelines, unless it has changed since. ES: `TransportUpdateByQueryAction`. */
export function reindexDocument(
  context: WriteContext,
  index: Index,
  document: StoredDocument,
  pipeline: string | undefined,
): void {
  const { store } = context;
  const { id, routing, source, seqNo, primaryTerm } = document;
  const pipelines = pipelinesOf(store, index.name, pipeline);
  const read = { index: index.name, id, routing, source };
  const ingested = pipelines === undefined ? read : runPipelines(store, pipelines, read).document;
  if (ingested === 'dropped') return;
  openForWrite(context, index, index.name);
  store.put(index, {
    id,
    source: ingested.source,
    routing: ingested.routing,
    ifSeqNo: seqNo,
    ifPrimaryTerm: primaryTerm,
  });
}
