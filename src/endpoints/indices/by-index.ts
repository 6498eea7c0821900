import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';

/** `{ name: shown }` of each index. */
export function byIndex(indices: readonly Index[], show: (index: Index) => object): JsonObject {
  const shown: Record<string, JsonValue> = {};
  for (const index of indices) setOwn(shown, index.name, show(index) as JsonObject);
  return shown;
}
