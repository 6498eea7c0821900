import { contextBodyNotAnObject, contextParameterUnknown } from '../../errors/scroll-errors.js';
import { JsonReader } from '../../xcontent/json-reader.js';

/**
 * Reads the small body of a scroll or point-in-time request. `read` is told each field, with the reader on its value,
 * and says whether it took it. ES: `SearchScrollRequest.fromXContent` and its like.
 */
export function readContextBody(text: string, read: (field: string, reader: JsonReader) => boolean): void {
  const reader = new JsonReader(text);
  if (reader.nextToken() !== 'START_OBJECT') throw contextBodyNotAnObject();
  while (reader.nextToken() === 'FIELD_NAME') {
    const { fieldName } = reader;
    const token = reader.nextToken() ?? 'null';
    if (!read(fieldName, reader)) throw contextParameterUnknown(fieldName, token);
  }
}
