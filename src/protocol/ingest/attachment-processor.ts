import { fieldErrors } from '../../errors/ingest-errors.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { ProcessorFactory } from './processors.js';

/**
 * Extracts the text of a file. DIVERGES: only of plain text; another file (PDF, Office…) gives an attachment without
 * `content`, as a file without text does in Elasticsearch. ES: `AttachmentProcessor`.
 */
export const attachment: ProcessorFactory = (config) => {
  const field = config.text('field');
  const target = config.optionalText('target_field') ?? 'attachment';
  const ignoresMissing = config.flag('ignore_missing', false);
  const removesBinary = config.flag('remove_binary', false);
  const limit = config.int('indexed_chars') ?? 100_000;
  const limitField = config.optionalText('indexed_chars_field');
  config.optionalText('resource_name');
  config.list('properties');
  return (document) => {
    const sent = ignoresMissing ? document.find(field) : document.get(field);
    if (sent === undefined || (sent === null && ignoresMissing)) return;
    if (typeof sent !== 'string') throw fieldErrors.notA(field, shown(sent), 'java.lang.String');
    const own = limitField === undefined ? undefined : document.find(limitField);
    const most = typeof own === 'number' ? own : limit;
    const text = decode(sent);
    document.set(target, {
      content_type: text === undefined ? 'application/octet-stream' : 'text/plain; charset=UTF-8',
      ...(text !== undefined && { content: most < 0 ? text : text.slice(0, most) }),
      content_length: text?.length ?? 0,
    });
    if (removesBinary) document.remove(field);
  };
};

function shown(value: JsonValue): string {
  return value === null ? 'null' : javaClassOf(value);
}

/** The text in some base64; undefined if it is none. */
function decode(base64: string): string | undefined {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.includes('\uFFFD') || hasControls(text) ? undefined : text.trim();
}

/** Text has line breaks, tabs and form feeds, and no other controls. */
function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && (code < 0x09 || code > 0x0d)) return true;
  }
  return false;
}
