import type { XContentLocation } from '../errors/xcontent-errors.js';
import { JsonReader } from '../xcontent/json-reader.js';
import type { JsonObject } from '../xcontent/json.js';
import { writeJson } from '../xcontent/write-json.js';

/** Where the first value of a path starts, in the document's JSON without white space. */
export function locationOf(source: JsonObject, path: string): XContentLocation {
  const reader = new JsonReader(writeJson(source));
  reader.nextToken();
  return findIn(reader, '', path) ?? reader.location();
}

function findIn(reader: JsonReader, parent: string, path: string): XContentLocation | undefined {
  while (reader.nextToken() === 'FIELD_NAME') {
    const at = parent === '' ? reader.fieldName : `${parent}.${reader.fieldName}`;
    reader.nextToken();
    if (at === path) return reader.location();
    if (path.startsWith(`${at}.`)) {
      const found = findBelow(reader, at, path);
      if (found !== undefined) return found;
    } else reader.skipChildren();
  }
  return undefined;
}

function findBelow(reader: JsonReader, at: string, path: string): XContentLocation | undefined {
  if (reader.token === 'START_OBJECT') return findIn(reader, at, path);
  if (reader.token !== 'START_ARRAY') return undefined;
  let found: XContentLocation | undefined;
  while (found === undefined && reader.nextToken() !== 'END_ARRAY') found = findBelow(reader, at, path);
  return found;
}
