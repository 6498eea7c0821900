import { documentIdTooLong } from '../../errors/connector-errors.js';
import { bytesBetween } from '../../xcontent/json-location.js';

const MOST_BYTES = 512;

/** @throws ElasticsearchError 400 for an id that no document can have. Source: connectors §3.1; ES: `IndexRequest.validate`, `UpdateRequest.validate`. */
export function checkDocumentId(id: string): void {
  const bytes = bytesBetween(id, 0, id.length);
  if (bytes > MOST_BYTES) throw documentIdTooLong(id, bytes);
}
