import { nullPointer } from '../../errors/request-errors.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/**
 * Merges features into those that are there. Source: connectors §3.9.
 * @throws ElasticsearchError 500 without features: ES builds a `Map.of`, which takes no null.
 */
export function updateFeatures(store: Store, id: string, features: JsonObject | undefined): UpdateResult {
  if (features === undefined) throw nullPointer(null);
  return updateConnector(store, id, { features });
}
