import { indexNameNotManaged, unboxedNull } from '../../errors/connector-errors.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { Store } from '../../store/store.js';
import { isManagedIndexName, MANAGED_INDEX_PREFIX, type ConnectorRules } from './connector-rules.js';
import { readConnector, updateConnector, type UpdateResult } from './connector-store.js';
import { checkIndexNameIsFree } from './index-name-use.js';
import { storedBoolean } from './stored-field.js';

/**
 * Attaches another index, or none: null is stored as null. Source: connectors §3.13.
 * @throws ElasticsearchError 400 if another connector has the index, 404 without the connector, 400 if it is native
 * and the name lacks the prefix; in this order.
 */
export function updateIndexName(
  store: Store,
  id: string,
  indexName: string | null,
  rules: ConnectorRules,
  context: SearchContext,
): UpdateResult {
  checkIndexNameIsFree(store, indexName, id, rules, context);
  const connector = readConnector(store, id, rules);
  if (rules.hasManagedPrefix) {
    const isNative = storedBoolean(connector, 'is_native');
    if (isNative === null) throw unboxedNull('isNativeConnector');
    if (isNative && indexName !== null && !isManagedIndexName(indexName)) {
      throw indexNameNotManaged(indexName, MANAGED_INDEX_PREFIX);
    }
  }
  return updateConnector(store, id, { index_name: indexName });
}
