import type { BodySpec } from '../../rest/endpoint.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { readJson } from '../../xcontent/json-reader.js';

/** A body that Elasticsearch reads as a map: what is no object counts as an empty one. ES: `XContentParser.map`. */
function parseMap(text: string): JsonObject {
  const value = readJson(text);
  return isJsonObject(value) ? value : {};
}

export const requiredMap: BodySpec<JsonObject> = { isRequired: true, parse: parseMap };

/** Undefined without a body. */
export const optionalMap: BodySpec<JsonObject | undefined> = {
  isRequired: false,
  parse: (text) => (text === '' ? undefined : parseMap(text)),
};
