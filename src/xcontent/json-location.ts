import type { XContentLocation } from '../errors/xcontent-errors.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SNIPPET_BYTES = 500;

/** How many bytes UTF-8 needs for the code unit; both halves of a surrogate pair add up to 4. */
function byteLength(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code >= 0xd800 && code < 0xe000 ? 2 : 3;
}

/** Bytes of UTF-8 in `source[start, end)`. */
export function bytesBetween(source: string, start: number, end: number): number {
  let bytes = 0;
  for (let at = start; at < end; at += 1) bytes += byteLength(source.charCodeAt(at));
  return bytes;
}

/** Line and column of an offset, both from 1; `\n`, `\r` and `\r\n` each end a line. Before the first token: 1:0. */
export function locationAt(source: string, offset: number, extraBytes = 0): XContentLocation {
  if (offset < 0) return { line: 1, column: 0 };
  let line = 1;
  let rowStart = 0;
  for (let at = 0; at < offset; at += 1) {
    const code = source.charCodeAt(at);
    if (code !== LINE_FEED && code !== CARRIAGE_RETURN) continue;
    const isPair = code === CARRIAGE_RETURN && at + 1 < offset && source.charCodeAt(at + 1) === LINE_FEED;
    if (isPair) at += 1;
    line += 1;
    rowStart = at + 1;
  }
  return { line, column: bytesBetween(source, rowStart, offset) + 1 + extraBytes };
}

function isControl(code: number): boolean {
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

function escapeControls(text: string): string {
  let escaped = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const mustEscape = isControl(code) && code !== LINE_FEED && code !== CARRIAGE_RETURN;
    escaped += mustEscape ? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}` : text.charAt(at);
  }
  return escaped;
}

/** The first 500 bytes; a character cut in two becomes U+FFFD. */
function snippetOf(source: string): string {
  let bytes = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    const isPair = code >= 0xd800 && code < 0xdc00;
    const length = isPair ? 4 : byteLength(code);
    if (bytes + length > SNIPPET_BYTES) {
      return source.slice(0, at) + (bytes < SNIPPET_BYTES ? '\ufffd' : '');
    }
    bytes += length;
    if (isPair) at += 1;
  }
  return source;
}

/** Jackson's description of a place: `[Source: (byte[])"…"; line: 1, column: 6]`. ES: Jackson 2.15 `JsonLocation`. */
export function describeLocation(source: string, location: XContentLocation): string {
  const total = bytesBetween(source, 0, source.length);
  const truncated = total > SNIPPET_BYTES ? `[truncated ${total - SNIPPET_BYTES} bytes]` : '';
  const snippet = escapeControls(snippetOf(source));
  return `[Source: (byte[])"${snippet}"${truncated}; line: ${location.line}, column: ${location.column}]`;
}
