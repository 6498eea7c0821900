import type { StoredDocument } from '../../store/document.js';
import type { JsonObject } from '../../xcontent/json.js';

/** A stored document as the Connector API shows it: its id first, then the source untouched. */
export function withId(document: StoredDocument): JsonObject {
  return { id: document.id, ...document.source };
}
