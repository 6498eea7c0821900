import { notAStringArray } from '../../errors/role-descriptor-errors.js';
import type { JsonReader } from '../../xcontent/json-reader.js';

/** An array of strings; undefined for null. ES: `XContentUtils.readStringArray`. */
export function readStringArray(role: string, reader: JsonReader, field: string): string[] | undefined {
  if (reader.token === 'VALUE_NULL') return undefined;
  if (reader.token !== 'START_ARRAY') {
    throw notAStringArray(role, field, `found [${reader.token ?? 'null'}] value instead`);
  }
  const texts: string[] = [];
  for (let token = reader.nextToken(); token !== 'END_ARRAY'; token = reader.nextToken()) {
    // ES: inside of an array the parser has no name of a field to tell.
    if (token !== 'VALUE_STRING') {
      throw notAStringArray(role, 'null', `one of the value in the array is [${token ?? 'null'}]`);
    }
    texts.push(reader.text);
  }
  return texts;
}
