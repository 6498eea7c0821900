import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import type { ConnectorRules } from './connector-rules.js';
import { readAnyConnector, readConnector } from './connector-store.js';
import { withId } from './with-id.js';

/**
 * Reads one connector, in real time. Source: connectors §3.2.
 * @throws ElasticsearchError 404 if there is none, or a soft-deleted one unless those are asked for.
 */
export function getConnector(
  store: Store,
  id: string,
  rules: ConnectorRules,
  { include_deleted }: { readonly include_deleted: boolean },
): JsonObject {
  return withId(include_deleted ? readAnyConnector(store, id) : readConnector(store, id, rules));
}
