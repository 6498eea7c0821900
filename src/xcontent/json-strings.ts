import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { badEscape, controlInString, endOfInput, unexpectedByte } from './json-syntax-errors.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;
const SIMPLE_ESCAPES = '"\\/bfnrt';

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

function escapeError(source: string, offset: number): ElasticsearchError | undefined {
  if (offset >= source.length) return endOfInput(source, source.length, ' in character escape sequence');
  if (source[offset] !== 'u') {
    return SIMPLE_ESCAPES.includes(source.charAt(offset)) ? undefined : badEscape(source, offset);
  }
  for (let at = offset + 1; at <= offset + 4; at += 1) {
    if (at >= source.length) return endOfInput(source, source.length, ' in character escape sequence');
    if (isHexDigit(source.charCodeAt(at))) continue;
    return unexpectedByte(source, at, 'expected a hex-digit for character escape sequence');
  }
  return undefined;
}

/**
 * The first thing wrong with the string that starts after the quote before `start`; undefined for a sound one.
 * @param place what control characters must not be in: `name` or `string value`
 * @param unfinished how Jackson goes on after `Unexpected end-of-input`
 */
export function stringError(
  source: string,
  start: number,
  place: 'name' | 'string value',
  unfinished: string,
): ElasticsearchError | undefined {
  for (let at = start; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === QUOTE) return undefined;
    if (code < SPACE) return controlInString(source, at, place);
    if (code !== BACKSLASH) continue;
    const error = escapeError(source, at + 1);
    if (error) return error;
    at += 1;
  }
  return endOfInput(source, source.length, unfinished);
}

/** The value of a sound string with escapes; `start` and `end` are the places within the quotes. */
export function unescape(source: string, start: number, end: number): string {
  return JSON.parse(source.slice(start - 1, end + 1)) as string;
}
