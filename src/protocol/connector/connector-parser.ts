import type { JsonObject } from '../../xcontent/json.js';

/** What the rest of the protocol needs of a stored connector. */
export interface ParsedConnector {
  readonly index_name?: string | null;
  readonly service_type?: string | null;
  readonly language?: string | null;
  readonly pipeline?: JsonObject | null;
  readonly filtering?: readonly { readonly active: JsonObject }[] | null;
  readonly configuration?: JsonObject;
}

/** Reads a stored connector. */
export function parseConnector(source: JsonObject): ParsedConnector {
  return source as ParsedConnector;
}
