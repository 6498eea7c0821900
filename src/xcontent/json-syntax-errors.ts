import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { jsonParse, streamConstraints, xContentEof } from '../errors/xcontent-errors.js';
import { describeLocation, locationAt } from './json-location.js';
import { lazily } from '../lazily.js';

/** Jackson's list of what may stand where a value is expected. */
export const VALUE_TOKENS = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

const MAX_DEPTH = 1000;
const MAX_NUMBER_LENGTH = 1000;
const MAX_TOKEN_LENGTH = 256;
const ZERO = 0x30;
const CLOSE_BRACKET = 0x5d;
const CLOSE_BRACE = 0x7d;

/**
 * Texts and places of Jackson 2.15, the version inside Elasticsearch 8.15 to 9.x. `offset` plus `extraBytes` is where
 * Jackson's read pointer stands, mostly one past the offending character; a line feed just read is on its line still. Source: rest-layer A.7.2.
 */
export function syntaxError(
  source: string,
  offset: number,
  message: string,
  extraBytes = 0,
): ElasticsearchError {
  const location = locationAt(source, offset, extraBytes);
  return jsonParse(location, `${message}\n at ${describeLocation(source, location)}`);
}

/** Source: rest-layer A.7.3. */
export function endOfInput(source: string, offset: number, message: string): ElasticsearchError {
  const location = locationAt(source, offset);
  return xContentEof(
    location,
    `Unexpected end-of-input${message}\n at ${describeLocation(source, location)}`,
  );
}

function describeCode(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `(CTRL-CHAR, code ${code})`;
  const hex = code > 255 ? ` / 0x${code.toString(16)}` : '';
  return `'${String.fromCharCode(code)}' (code ${code}${hex})`;
}

function byteCount(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** The first byte of the UTF-8 form of the character at an offset: what Jackson sees before it decodes. */
function leadByte(source: string, offset: number): number {
  const code = source.charCodeAt(offset);
  if (code < 0x80) return code;
  if (code < 0x800) return 0xc0 | (code >> 6);
  if (code >= 0xd800 && code < 0xdc00) return 0xf0 | (((source.codePointAt(offset) ?? 0) >> 18) & 7);
  return 0xe0 | (code >> 12);
}

/** The second byte of the UTF-8 form of a character beyond ASCII. */
function secondByte(source: string, offset: number): number {
  const point = source.codePointAt(offset) ?? 0;
  const shift = point < 0x800 ? 0 : point < 0x10000 ? 6 : 12;
  return 0x80 | ((point >> shift) & 0x3f);
}

/** An unexpected character that Jackson reports byte by byte (separators, numbers, comments, escapes). */
export function unexpectedByte(source: string, offset: number, comment: string): ElasticsearchError {
  const byte = leadByte(source, offset);
  const message = `Unexpected character (${describeCode(byte)}): ${comment}`;
  return syntaxError(source, offset, message, 1);
}

/** An unexpected character inside a number; there the comment follows `in numeric value`. */
export function unexpectedInNumber(source: string, offset: number, comment: string): ElasticsearchError {
  const byte = leadByte(source, offset);
  const message = `Unexpected character (${describeCode(byte)}) in numeric value: ${comment}`;
  return syntaxError(source, offset, message, 1);
}

/** An unexpected character that Jackson decodes first. Characters beyond U+FFFF lose their upper bits there. */
export function unexpectedCharacter(source: string, offset: number, comment: string): ElasticsearchError {
  const point = source.codePointAt(offset) ?? 0;
  const message = `Unexpected character (${describeCode(point & 0xffff)}): ${comment}`;
  return syntaxError(source, offset, message, byteCount(point));
}

export function illegalSpace(source: string, offset: number): ElasticsearchError {
  const described = describeCode(source.charCodeAt(offset));
  const rule = 'only regular white space (\\r, \\n, \\t) is allowed between tokens';
  return syntaxError(source, offset + 1, `Illegal character (${described}): ${rule}`);
}

export function controlInString(source: string, offset: number, place: string): ElasticsearchError {
  const described = describeCode(source.charCodeAt(offset));
  const rule = `has to be escaped using backslash to be included in ${place}`;
  return syntaxError(source, offset, `Illegal unquoted character (${described}): ${rule}`, 1);
}

export function badEscape(source: string, offset: number): ElasticsearchError {
  const point = source.codePointAt(offset) ?? 0;
  const message = `Unrecognized character escape ${describeCode(point & 0xffff)}`;
  return syntaxError(source, offset, message, byteCount(point));
}

export function mismatchedEnd(
  source: string,
  offset: number,
  scope: string,
  start: number,
): ElasticsearchError {
  const found = source.charAt(offset);
  const expected = found === ']' ? '}' : ']';
  const opened = describeLocation(source, locationAt(source, start));
  const message = `Unexpected close marker '${found}': expected '${expected}' (for ${scope} starting at ${opened})`;
  return syntaxError(source, offset + 1, message);
}

export function unclosed(source: string, scope: string, start: number): ElasticsearchError {
  const opened = describeLocation(source, locationAt(source, start));
  return endOfInput(
    source,
    source.length,
    `: expected close marker for ${scope} (start marker at ${opened})`,
  );
}

/** Literals would have V8 gather their characters as it reads the file. */
const identifierPart = lazily(() => new RegExp(String.raw`[\p{ID_Continue}\p{Sc}\p{Pc}\p{Cf}]`, 'u'));
const identifierStart = lazily(() => new RegExp(String.raw`[\p{ID_Start}\p{Sc}\p{Pc}]`, 'u'));

function isIdentifierPart(character: string): boolean {
  if (identifierPart().test(character)) return true;
  // Java counts the control characters that are no white space as ignorable parts of an identifier.
  const code = character.charCodeAt(0);
  return code < 0x20 ? code < 0x09 || (code > 0x0d && code < 0x1c) : code >= 0x7f && code < 0xa0;
}

function isIdentifierStart(code: number): boolean {
  return identifierStart().test(String.fromCharCode(code));
}

/** Whether a word goes on at the offset, so that what stands before is no whole `true`, `false` or `null`. */
function continuesWord(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset);
  return (
    code >= ZERO && code !== CLOSE_BRACKET && code !== CLOSE_BRACE && isIdentifierPart(source.charAt(offset))
  );
}

/** What is wrong after a word that was found whole; undefined when nothing is. ES: Jackson `_checkMatchEnd`. */
export function wordEndError(source: string, start: number, end: number): ElasticsearchError | undefined {
  const code = source.charCodeAt(end);
  if (code >= 0x80) {
    // Jackson decodes the character without having consumed its first byte.
    const message = `Invalid UTF-8 middle byte 0x${leadByte(source, end).toString(16)}`;
    return syntaxError(source, end, message, 1);
  }
  return continuesWord(source, end) ? unrecognizedToken(source, start, end) : undefined;
}

/** `Unrecognized token 'foo'`: Jackson reads on to the end of the word and one character further. */
export function unrecognizedToken(source: string, start: number, offset: number): ElasticsearchError {
  let at = offset;
  let past = 0;
  let token = source.slice(start, offset);
  while (at < source.length) {
    const point = source.codePointAt(at) ?? 0;
    const character = String.fromCharCode(point & 0xffff);
    if (!isIdentifierPart(character)) {
      past = byteCount(point);
      break;
    }
    token += character;
    at += point > 0xffff ? 2 : 1;
    if (token.length < MAX_TOKEN_LENGTH) continue;
    token += '...';
    break;
  }
  return syntaxError(source, at, `Unrecognized token '${token}': was expecting ${VALUE_TOKENS}`, past);
}

function nonStandardToken(source: string, offset: number, word: string): ElasticsearchError {
  const advice = 'enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow';
  return syntaxError(source, offset, `Non-standard token '${word}': ${advice}`);
}

/** `NaN`, `Infinity`, `-INF`…: known to Jackson, but switched off. */
export function nonStandardNumber(source: string, start: number, word: string): ElasticsearchError {
  let at = start;
  while (at < start + word.length && source[at] === word[at - start]) at += 1;
  if (at < start + word.length) return unrecognizedToken(source, start, at);
  return wordEndError(source, start, at) ?? nonStandardToken(source, at, word);
}

/** What Jackson says of a character that starts no value. ES: Jackson `_handleUnexpectedValue`. */
export function unexpectedValue(source: string, offset: number, isExpectedSoon: boolean): ElasticsearchError {
  const character = source.charAt(offset);
  if (isExpectedSoon) return unexpectedByte(source, offset, 'expected a value');
  if (character === 'N') return nonStandardNumber(source, offset, 'NaN');
  if (character === 'I') return nonStandardNumber(source, offset, 'Infinity');
  const byte = leadByte(source, offset);
  if (!isIdentifierStart(byte))
    return unexpectedByte(source, offset, `expected a valid value ${VALUE_TOKENS}`);
  if (byte < 0x80) return unrecognizedToken(source, offset, offset + 1);
  // Jackson takes the first byte for a Latin-1 letter and stumbles over the second.
  const second = secondByte(source, offset);
  return syntaxError(source, offset, `Invalid UTF-8 start byte 0x${second.toString(16)}`, 2);
}

export function tooDeep(): ElasticsearchError {
  return streamConstraints(
    `Depth (${MAX_DEPTH + 1}) exceeds the maximum allowed nesting depth (${MAX_DEPTH})`,
  );
}

export function numberTooLong(length: number): ElasticsearchError {
  return streamConstraints(`Number length (${length}) exceeds the maximum length (${MAX_NUMBER_LENGTH})`);
}
