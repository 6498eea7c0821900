/** A JSON value as Elasticsearch holds it: integers beyond 2^53 stay exact as `bigint`. */
export type JsonValue = string | number | bigint | boolean | null | JsonObject | JsonArray;

/** A JSON object that nobody changes. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** A JSON array that nobody changes. */
export type JsonArray = readonly JsonValue[];

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
