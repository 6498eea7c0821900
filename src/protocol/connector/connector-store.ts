import { connectorNotFound } from '../../errors/connector-errors.js';
import { refreshIndex } from '../../search/search-view.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { indexToRead, indexToWrite } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';
import { parseConnectorStatus, type ConnectorStatus } from './connector-status.js';
import { checkDocumentId } from './document-id.js';
import { storedBoolean, storedString } from './stored-field.js';

export type UpdateResult = 'updated' | 'noop';

/** A connector in real time, soft-deleted or not. @throws ElasticsearchError 404 if there is none, or no index yet. */
export function readAnyConnector(store: Store, id: string): StoredDocument {
  const document = indexToRead(store, CONNECTORS_INDEX)?.get(id);
  if (!document) throw connectorNotFound(id);
  return document;
}

/**
 * Reads a connector for an endpoint that reads first.
 * @throws ElasticsearchError 404 if there is none or it is soft-deleted. Source: connectors §1.3, §1.7.
 */
export function readConnector(store: Store, id: string, rules: ConnectorRules): StoredDocument {
  const document = readAnyConnector(store, id);
  if (rules.hasSoftDelete && storedBoolean(document, 'deleted') === true) throw connectorNotFound(id);
  return document;
}

/**
 * Makes the connectors' writes visible to searches at once. Creation, deletion, configuration and `_native` ask for it;
 * the other updates wait for the next refresh. Source: connectors §1.7.
 */
export function refreshConnectors(store: Store): void {
  refreshIndex(store.ensureIndex(CONNECTORS_INDEX), store.now);
}

/** An update that is visible at once, unless it changes nothing. @throws ElasticsearchError as {@link updateConnector}. */
export function updateAndRefresh(store: Store, id: string, patch: JsonObject): UpdateResult {
  const result = updateConnector(store, id, patch);
  if (result === 'updated') refreshConnectors(store);
  return result;
}

/** The stored status. @throws ElasticsearchError 400 if it is missing or none of Elastic's, 500 if it is no text. */
export function connectorStatusOf(document: StoredDocument): ConnectorStatus {
  return parseConnectorStatus(storedString(document, 'status') ?? 'null');
}

/**
 * Merges a partial document into a connector. It makes the missing index, and sees soft-deleted connectors.
 * Source: connectors §1.5.
 * @param isNoopDetected false for a write of the current time. DIVERGES: under a frozen clock it would be a noop.
 * @throws ElasticsearchError 404 `document_missing_exception`: unlike sync jobs, connectors do not translate it; 400 for
 * an id that no document can have.
 */
export function updateConnector(
  store: Store,
  id: string,
  patch: JsonObject,
  isNoopDetected = true,
): UpdateResult {
  checkDocumentId(id);
  return store.update(indexToWrite(store, CONNECTORS_INDEX), id, patch, {}, isNoopDetected)
    .result as UpdateResult;
}
