import { formatInstant } from '../../clock/format-instant.js';
import type { IdSource } from '../../clock/ids.js';
import type { SearchContext } from '../../search/find-documents.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import type { Store } from '../../store/store.js';
import { indexToWrite } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';
import { refreshConnectors } from './connector-store.js';
import { checkDocumentId } from './document-id.js';
import { freshConnector, type CreateBody } from './fresh-connector.js';
import { checkIndexNameIsFree } from './index-name-use.js';

/** What a creation needs beside the body. */
export interface CreateContext {
  readonly ids: IdSource;
  readonly rules: ConnectorRules;
  readonly search: SearchContext;
}

export interface CreateResult {
  readonly id: string;
  readonly result: 'created' | 'updated';
}

/**
 * Writes a whole new connector, over the one of that id if there is one. Without an id, or with an empty one, it
 * gets an automatic one. Source: connectors §3.1.
 * @throws ElasticsearchError 400 if another connector has the index name.
 */
export function putConnector(
  store: Store,
  id: string | undefined,
  body: CreateBody,
  { ids, rules, search }: CreateContext,
): CreateResult {
  checkIndexNameIsFree(store, body.index_name, id, rules, search);
  const source = freshConnector(body, formatInstant(search.now), rules);
  const newId = id === undefined || id === '' ? ids.documentId() : id;
  checkDocumentId(newId);
  const { result } = store.put(indexToWrite(store, CONNECTORS_INDEX), { id: newId, source });
  refreshConnectors(store);
  return { id: newId, result: result as CreateResult['result'] };
}
