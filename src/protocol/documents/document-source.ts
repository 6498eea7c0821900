import {
  sourceBroken,
  sourceBrokenOutside,
  sourceEmpty,
  sourceNotAnObject,
  sourceTrailed,
} from '../../errors/document-errors.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import type { JsonObject } from '../../xcontent/json.js';
import { JsonReader } from '../../xcontent/json-reader.js';
import { JsonValueScanner } from '../../xcontent/json-value-scanner.js';

const OPEN_BRACE = 0x7b;

/**
 * Reads the JSON of a document. Source: rest-layer B.2; ES: `DocumentParser.parseDocument`.
 * @throws ElasticsearchError `document_parsing_exception` (400) for what is no JSON object
 */
export function parseDocumentSource(text: string): JsonObject {
  if (text.charCodeAt(0) === OPEN_BRACE) {
    const scanner = new JsonValueScanner(text);
    const value = scanner.read(0, 0);
    if (value !== undefined && isSpaceFrom(text, scanner.end)) return value as JsonObject;
  }
  return readExactly(text);
}

function isSpaceFrom(text: string, start: number): boolean {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return false;
  }
  return true;
}

function readExactly(text: string): JsonObject {
  if (text === '') throw sourceEmpty();
  const reader = new JsonReader(text);
  const first = wrapped(() => reader.nextToken());
  if (first !== 'START_OBJECT') throw sourceNotAnObject();
  const source = readObject(reader);
  const next = wrapped(() => reader.nextToken());
  if (next !== undefined) throw sourceTrailed(next);
  return source;
}

function wrapped<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isElasticsearchError(error) ? sourceBrokenOutside(error) : error;
  }
}

function readObject(reader: JsonReader): JsonObject {
  try {
    return reader.readValue() as JsonObject;
  } catch (error) {
    throw isElasticsearchError(error) ? sourceBroken(reader.location(), error) : error;
  }
}
