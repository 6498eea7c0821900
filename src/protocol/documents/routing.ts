import { routingMissing } from '../../errors/document-errors.js';
import type { Index } from '../../store/store-index.js';
import { isJsonObject } from '../../xcontent/json.js';
import { shardOf } from '../../store/shard-of.js';

/** @throws ElasticsearchError `routing_missing_exception` (400) where the mapping asks for a routing */
export function checkRouting(index: Index, id: string, routing: string | undefined): void {
  if (routing !== undefined) return;
  const rule = index.metadata.mappings['_routing'];
  if (!isJsonObject(rule)) return;
  if (rule['required'] === true || rule['required'] === 'true') {
    throw routingMissing({ index: index.name, uuid: index.metadata.uuid }, id);
  }
}

/** Whether a read or delete with this routing comes to the shard that holds the document. */
export function isRoutedTo(
  index: Index,
  id: string,
  routing: string | undefined,
  stored: string | undefined,
): boolean {
  if (routing === stored) return true;
  return shardOf(index, routing ?? id) === shardOf(index, stored ?? id);
}
