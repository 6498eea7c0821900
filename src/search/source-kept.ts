import { isJsonObject } from '../xcontent/json.js';
import type { Index } from '../store/store-index.js';

/** Whether the mapping of an index keeps sources (`_source.enabled`). ES: `SourceFieldMapper`. */
export function isSourceKept(index: Index): boolean {
  const rule = index.metadata.mappings['_source'];
  return !isJsonObject(rule) || (rule['enabled'] !== false && rule['enabled'] !== 'false');
}
