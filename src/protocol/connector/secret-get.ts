import { secretNotFound } from '../../errors/connector-secret-errors.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { secretsIndex } from './secret-store.js';

/** Source: connectors §4. @throws ElasticsearchError 404 if there is no such secret, or no index yet. */
export function getSecret(store: Store, id: string): JsonObject {
  const document = secretsIndex(store).get(id);
  if (!document) throw secretNotFound(id);
  return { id, value: document.source['value'] as string };
}
