import type { Store } from '../../store/store.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

export interface ApiKeyIdBody {
  readonly api_key_id?: string | null;
  readonly api_key_secret_id?: string | null;
}

/** Writes those of the two that are not null. Source: connectors §3.6. */
export function updateApiKeyId(store: Store, id: string, body: ApiKeyIdBody): UpdateResult {
  const { api_key_id, api_key_secret_id } = body;
  return updateConnector(store, id, {
    ...(api_key_id != null && { api_key_id }),
    ...(api_key_secret_id != null && { api_key_secret_id }),
  });
}
