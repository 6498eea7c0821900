import type { Store } from '../../store/store.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/** Writes the error, null included, and the status that follows from it, past the state machine. Source: connectors §3.8. */
export function updateError(store: Store, id: string, error: string | null): UpdateResult {
  const status = error === null || error === '' ? 'connected' : 'error';
  return updateConnector(store, id, { error, status });
}
