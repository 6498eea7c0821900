import { attachedIndexNotManaged } from '../../errors/connector-errors.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import { isManagedIndexName, MANAGED_INDEX_PREFIX, type ConnectorRules } from './connector-rules.js';
import { connectorStatusOf, readConnector, updateAndRefresh, type UpdateResult } from './connector-store.js';
import { storedString } from './stored-field.js';

/**
 * Makes a connector Elastic-managed or self-managed. One that was connected has to connect again. Before 9.0 every
 * connector became `configured`, and any index would do. Source: connectors §3.15, §9.
 * @throws ElasticsearchError 404 without the connector; 400 if its index lacks the prefix of Elastic-managed ones.
 */
export function updateNative(
  store: Store,
  id: string,
  isNative: boolean,
  rules: ConnectorRules,
): UpdateResult {
  const document = readConnector(store, id, rules);
  if (!rules.hasManagedPrefix) {
    return updateAndRefresh(store, id, { is_native: isNative, status: 'configured' });
  }
  checkAttachedIndex(document, isNative);
  const status = connectorStatusOf(document);
  return updateAndRefresh(store, id, {
    is_native: isNative,
    status: status === 'connected' ? 'configured' : status,
  });
}

function checkAttachedIndex(document: StoredDocument, isNative: boolean): void {
  const indexName = storedString(document, 'index_name');
  if (isNative && indexName !== null && !isManagedIndexName(indexName)) {
    throw attachedIndexNotManaged(indexName, document.id, MANAGED_INDEX_PREFIX);
  }
}
