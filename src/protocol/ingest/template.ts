import { scriptNotEmulated } from '../../errors/ingest-errors.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import { writeJson } from '../../xcontent/write-json.js';
import type { IngestDocument } from './ingest-document.js';

export type Template = (document: IngestDocument) => string;

const VARIABLE = /\{\{\{?\s*([^{}#^/!&>=\s]+)\s*\}?\}\}/g;

/**
 * A Mustache template of plain variables. What a document lacks is empty text.
 *
 * @throws ElasticsearchError `script_exception` (400) for sections, partials and the like, which are not emulated.
 */
export function compileTemplate(text: string): Template {
  if (!text.includes('{{')) return () => text;
  if (text.replace(VARIABLE, '').includes('{{')) throw scriptNotEmulated(text, 'Mustache template');
  return (document) =>
    text.replace(VARIABLE, (_, path: string) => {
      const value = document.find(path);
      if (value === undefined || value === null) return '';
      return typeof value === 'object' ? writeJson(value) : String(value);
    });
}

/** A value in which every text may be a template. ES: `ValueSource.wrap`. */
export function compileValue(value: JsonValue): (document: IngestDocument) => JsonValue {
  if (typeof value === 'string') return compileTemplate(value);
  if (Array.isArray(value)) {
    const members = (value as readonly JsonValue[]).map(compileValue);
    return (document) => members.map((member) => member(document));
  }
  if (!isJsonObject(value)) return () => value;
  const members = Object.entries(value).map(([key, member]) => [key, compileValue(member)] as const);
  return (document) => Object.fromEntries(members.map(([key, member]) => [key, member(document)]));
}
