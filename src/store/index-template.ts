import type { JsonObject } from '../xcontent/json.js';

/** What an index of that name is made of when it comes into being. */
export interface IndexTemplate {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly mappings: JsonObject;
  readonly aliases: Readonly<Record<string, JsonObject>>;
}
