import { secretNotFound } from '../../errors/connector-secret-errors.js';
import type { Store } from '../../store/store.js';
import { secretsIndex } from './secret-store.js';

/** Source: connectors §4. @throws ElasticsearchError 404 if there is no such secret, or no index yet. */
export function deleteSecret(store: Store, id: string): void {
  if (store.remove(secretsIndex(store), id).result === 'not_found') throw secretNotFound(id);
}
