import { scriptNotEmulated } from '../../errors/ingest-errors.js';
import { javaText } from '../../store/mapping-java-text.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import type { IngestDocument } from './ingest-document.js';
import type { MediaType } from './processor-config.js';

export type Template = (document: IngestDocument) => string;

const VARIABLE =
  /\{\{\{\s*([^{}#^/!&>=\s]+)\s*\}\}\}|\{\{&\s*([^{}\s]+)\s*\}\}|\{\{\s*([^{}#^/!&>=\s]+)\s*\}\}/g;

/**
 * A Mustache template of plain variables: `{{a}}` is escaped for what the template makes, `{{{a}}}` and `{{&a}}` are
 * not. What a document lacks is empty text. ES: `CustomMustacheFactory`.
 *
 * @throws ElasticsearchError `script_exception` (400) for sections, partials and the like, which are not emulated.
 */
export function compileTemplate(text: string, mediaType: MediaType = 'application/json'): Template {
  if (!isTemplate(text)) return () => text;
  if (text.replace(VARIABLE, '').includes('{{')) throw scriptNotEmulated(text, 'Mustache template');
  const escape = ESCAPES[mediaType];
  return (document) =>
    text.replace(VARIABLE, (_, raw?: string, plain?: string, escaped?: string) => {
      const value = textAt(document, raw ?? plain ?? escaped ?? '');
      return escaped === undefined ? value : escape(value);
    });
}

export function isTemplate(text: string): boolean {
  return text.includes('{{');
}

const ESCAPES: Readonly<Record<MediaType, (text: string) => string>> = {
  'application/json': (text) => JSON.stringify(text).slice(1, -1),
  'text/plain': (text) => text,
  'application/x-www-form-urlencoded': (text) =>
    encodeURIComponent(text)
      .replaceAll('%20', '+')
      .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`),
};

/** A value as Java prints it; a list is a map from its indices there. ES: `CustomReflectionObjectHandler`. */
function textAt(document: IngestDocument, path: string): string {
  const value = path === '.' ? undefined : document.find(path);
  if (value === undefined || value === null) return '';
  return javaText(Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : value);
}

/** A value in which every text may be a template. ES: `ValueSource.wrap`. */
export function compileValue(
  value: JsonValue,
  mediaType: MediaType,
): (document: IngestDocument) => JsonValue {
  if (typeof value === 'string') return compileTemplate(value, mediaType);
  if (Array.isArray(value)) {
    const members = (value as readonly JsonValue[]).map((member) => compileValue(member, mediaType));
    return (document) => members.map((member) => member(document));
  }
  if (!isJsonObject(value)) return () => value;
  const members = Object.entries(value).map(
    ([key, member]) => [key, compileValue(member, mediaType)] as const,
  );
  return (document) => Object.fromEntries(members.map(([key, member]) => [key, member(document)]));
}
