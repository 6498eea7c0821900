import type { Store } from '../../store/store.js';
import type { JsonValue } from '../../xcontent/json.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/** Records the last sync. Nulls are not written: nothing can be cleared. A cursor merges. Source: connectors §3.20. */
export function updateLastSync(
  store: Store,
  id: string,
  stats: Readonly<Record<string, unknown>>,
): UpdateResult {
  const patch: Record<string, JsonValue> = {};
  for (const [field, value] of Object.entries(stats)) if (value != null) patch[field] = value as JsonValue;
  return updateConnector(store, id, patch);
}
