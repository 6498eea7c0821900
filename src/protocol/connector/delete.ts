import { connectorNotFound } from '../../errors/connector-errors.js';
import { findDocuments, type SearchContext } from '../../search/find-documents.js';
import { refreshIndex } from '../../search/search-view.js';
import { CONNECTORS_INDEX, SYNC_JOBS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import { checkReadable, checkWritable } from '../indices/index-blocks.js';
import { isClosed } from '../indices/resolve-targets.js';
import { indexToDeleteFrom } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, updateAndRefresh } from './connector-store.js';

export interface DeleteOptions {
  /** Remove the document rather than mark it. */
  readonly hard: boolean;
  readonly delete_sync_jobs: boolean;
}

/**
 * Marks a connector as deleted, or removes it, marked or not. Its jobs go with it only if asked for.
 * Source: connectors §3.4; ES: `ConnectorIndexService.deleteConnector`.
 * @throws ElasticsearchError 404 if there is none, or it is marked already and should only be marked.
 */
export function deleteConnector(
  store: Store,
  id: string,
  { hard, delete_sync_jobs }: DeleteOptions,
  rules: ConnectorRules,
  context: SearchContext,
): void {
  if (hard) removeConnector(store, id);
  else {
    readConnector(store, id, rules);
    updateAndRefresh(store, id, { deleted: true });
  }
  if (delete_sync_jobs) deleteSyncJobs(store, id, context);
}

function removeConnector(store: Store, id: string): void {
  const index = indexToDeleteFrom(store, CONNECTORS_INDEX);
  if (!index || store.remove(index, id).result === 'not_found') throw connectorNotFound(id);
  refreshIndex(index, store.now);
}

/** A delete by query: it finds what is refreshed. A missing or closed index is no error. */
function deleteSyncJobs(store: Store, connectorId: string, context: SearchContext): void {
  const index = store.concrete(SYNC_JOBS_INDEX);
  if (!index || isClosed(index)) return;
  checkReadable(index);
  checkWritable(index);
  const { documents } = findDocuments(
    index,
    { filters: [['connector.id', [connectorId]]], from: 0, size: index.entries.size },
    context,
  );
  for (const { id } of documents) if (index.get(id)) store.remove(index, id);
  refreshIndex(index, store.now);
}
