import { attachmentErrors, fieldErrors } from '../../errors/ingest-document-errors.js';
import { lazily } from '../../lazily.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import type { JsonValue } from '../../xcontent/json.js';
import { decodeJavaBase64 } from './java-base64.js';
import type { IngestDocument } from './ingest-document.js';
import type { ProcessorConfig } from './processor-config.js';
import type { ProcessorFactory } from './processors.js';

/** In the order in which messages list them. ES: `AttachmentProcessor.Property`. */
const properties = lazily(() => [
  ...['CONTENT', 'TITLE', 'AUTHOR', 'KEYWORDS', 'DATE', 'CONTENT_TYPE', 'CONTENT_LENGTH', 'LANGUAGE'],
  ...['MODIFIED', 'FORMAT', 'IDENTIFIER', 'CONTRIBUTOR', 'COVERAGE', 'MODIFIER', 'CREATOR_TOOL', 'PUBLISHER'],
  ...['RELATION', 'RIGHTS', 'SOURCE', 'TYPE', 'DESCRIPTION', 'PRINT_DATE', 'METADATA_DATE', 'LATITUDE'],
  ...['LONGITUDE', 'ALTITUDE', 'RATING', 'COMMENTS'],
]);

/**
 * Extracts the text of a file. DIVERGES: only of plain text, whose language it does not tell; another file (PDF,
 * Office…) gives an attachment without `content`, as a file without text does in Elasticsearch.
 * ES: `AttachmentProcessor`.
 */
export const attachment: ProcessorFactory = (config) => {
  const field = config.text('field');
  config.optionalText('resource_name');
  const target = config.optionalText('target_field') ?? 'attachment';
  const wanted = readProperties(config);
  const limit = config.int('indexed_chars') ?? 100_000;
  const ignoresMissing = config.flag('ignore_missing', false);
  const limitField = config.optionalText('indexed_chars_field');
  const removesBinary = config.flag('remove_binary', false);
  return (document) => {
    const sent = ignoresMissing ? (document.find(field) ?? null) : document.get(field);
    if (sent === null && ignoresMissing) return;
    const bytes = decode(field, sent);
    const attached = describe(bytes, ownLimit(document, limitField) ?? limit);
    const shown = Object.entries(attached).filter(([name]) => wanted.has(name.toUpperCase()));
    document.set(target, Object.fromEntries(shown));
    if (removesBinary) document.remove(field);
  };
};

function readProperties(config: ProcessorConfig): ReadonlySet<string> {
  const names = config.list('properties')?.map((name) => (typeof name === 'string' ? name : ''));
  const unknown = names?.find((name) => !properties().includes(name.toUpperCase()));
  if (unknown !== undefined) {
    const valid = properties().join(', ');
    throw config.fail('properties', `illegal field option [${unknown}]. valid values are [${valid}]`);
  }
  return new Set(names?.map((name) => name.toUpperCase()) ?? properties());
}

function decode(field: string, sent: JsonValue): Buffer {
  if (sent === null) throw attachmentErrors.isNull(field);
  if (typeof sent !== 'string') throw attachmentErrors.unknownType(field, javaClassOf(sent));
  return decodeJavaBase64(sent);
}

/** How much of this document is wanted, if it says so. */
function ownLimit(document: IngestDocument, field: string | undefined): number | undefined {
  const value = field === undefined ? null : (document.find(field) ?? null);
  if (value === null || field === undefined) return undefined;
  const type = javaClassOf(value);
  if (type !== 'java.lang.Integer') throw fieldErrors.notA(field, type, 'java.lang.Integer');
  return Number(value);
}

/** Tika ends the text with a line break of its own, which counts. */
function describe(bytes: Buffer, most: number): Record<string, JsonValue> {
  const text = bytes.length === 0 ? undefined : textOf(bytes);
  if (text === undefined) return { content_type: 'application/octet-stream', content_length: 0 };
  const parsed = most < 0 ? `${text}\n` : `${text}\n`.slice(0, most);
  return {
    content_type: `text/plain; charset=${charsetOf(text)}`,
    ...(parsed !== '' && { content: parsed.trim() }),
    content_length: parsed.length,
  };
}

/** Undefined if it is no text. */
function textOf(bytes: Buffer): string | undefined {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') || hasControls(text) ? undefined : text;
}

/** ES: ingest_attachment/20_attachment_processor.yml; Tika's `UniversalEncodingListener` for the line breaks. */
function charsetOf(text: string): string {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return 'UTF-8';
  return text.includes('\r') ? 'windows-1252' : 'ISO-8859-1';
}

/** Text has line breaks, tabs and form feeds, and no other controls. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true;
  }
  return false;
}
