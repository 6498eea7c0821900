import type { Store } from '../../store/store.js';
import { checkDocumentId } from './document-id.js';
import { ensureSecretsIndex } from './secret-store.js';

/** Keeps a secret under an id of the client's choice. Source: connectors §4. */
export function putSecret(store: Store, id: string, value: string): 'created' | 'updated' {
  checkDocumentId(id);
  const { result } = store.put(ensureSecretsIndex(store), { id, source: { value } });
  return result === 'created' ? 'created' : 'updated';
}
