import type { IdSource } from '../../clock/ids.js';
import type { Store } from '../../store/store.js';
import { ensureSecretsIndex } from './secret-store.js';

/** Keeps a secret under an automatic id, which it returns. Source: connectors §4. */
export function postSecret(store: Store, value: string, ids: IdSource): string {
  const id = ids.documentId();
  store.put(ensureSecretsIndex(store), { id, source: { value } });
  return id;
}
