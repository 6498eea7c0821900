import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/** Writes the schedules that were sent; the others stay. Source: connectors §3.17. */
export function updateScheduling(store: Store, id: string, scheduling: JsonObject): UpdateResult {
  return updateConnector(store, id, { scheduling });
}
