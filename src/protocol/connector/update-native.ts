import { attachedIndexNotManaged } from '../../errors/connector-errors.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import { isManagedIndexName, MANAGED_INDEX_PREFIX, type ConnectorRules } from './connector-rules.js';
import { connectorStatusOf, readConnector, updateAndRefresh, type UpdateResult } from './connector-store.js';

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
  if (isNative) checkAttachedIndex(document);
  const status = connectorStatusOf(document);
  return updateAndRefresh(store, id, {
    is_native: isNative,
    status: status === 'connected' ? 'configured' : status,
  });
}

function checkAttachedIndex({ id, source: { index_name } }: StoredDocument): void {
  if (typeof index_name === 'string' && !isManagedIndexName(index_name)) {
    throw attachedIndexNotManaged(index_name, id, MANAGED_INDEX_PREFIX);
  }
}
