import { indexNameInUse } from '../../errors/connector-errors.js';
import { findDocuments, type SearchContext } from '../../search/find-documents.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import { indexToRead } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';

/**
 * No two connectors share an index, soft-deleted ones aside. A search: it sees what is refreshed.
 * Source: connectors §3.1; ES: `ConnectorIndexService.isDataIndexNameAlreadyInUse`.
 * @param id the connector that may keep the name; undefined for a new one
 * @throws ElasticsearchError 400 if another connector has the name.
 */
export function checkIndexNameIsFree(
  store: Store,
  indexName: string | null | undefined,
  id: string | undefined,
  rules: ConnectorRules,
  context: SearchContext,
): void {
  const index = indexToRead(store, CONNECTORS_INDEX);
  if (indexName == null || !index) return;
  const { documents } = findDocuments(
    index,
    {
      filters: [['index_name', [indexName]]],
      ...(rules.hasSoftDelete && { mustNot: [['deleted', [true]]] }),
      from: 0,
      size: 2,
    },
    context,
  );
  if (documents.some((document) => document.id !== id)) throw indexNameInUse(indexName);
}
