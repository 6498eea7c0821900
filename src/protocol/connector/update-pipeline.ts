import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/** Source: connectors §3.16. */
export function updatePipeline(store: Store, id: string, pipeline: JsonObject): UpdateResult {
  return updateConnector(store, id, { pipeline });
}
