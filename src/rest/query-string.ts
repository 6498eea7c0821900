import { badParameter } from '../errors/rest-errors.js';

const NONE: ReadonlyMap<string, string> = new Map();

/** Elasticsearch marks requests with these itself. ES: `RestRequest.INTERNAL_MARKER_REQUEST_PARAMETERS`. */
const RESERVED = new Set(['serverlessrequest', 'operatorrequest']);

/**
 * The parameters of a query string: `&` or `;` separates, `#` ends, the last of a repeated name wins.
 * Source: rest-layer A.4; ES: `RestUtils.decodeQueryString`.
 * @throws ElasticsearchError `bad_parameter_exception` for a broken escape or a reserved name.
 */
export function parseQueryString(rawQuery: string): ReadonlyMap<string, string> {
  if (rawQuery === '') return NONE;
  const params = new Map<string, string>();
  const end = rawQuery.indexOf('#');
  const text = end < 0 ? rawQuery : rawQuery.slice(0, end);
  for (const part of text.split(/[&;]/)) {
    const pair = part.startsWith('=') ? withoutLeadingEquals(part) : part;
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals < 0) addParameter(params, pair, '');
    else addParameter(params, pair.slice(0, equals), pair.slice(equals + 1));
  }
  return params;
}

/** ES: an equals sign with no name before it counts for nothing. */
function withoutLeadingEquals(pair: string): string {
  return pair.replace(/^=+/, '');
}

function addParameter(params: Map<string, string>, rawName: string, rawValue: string): void {
  const name = decodeComponent(rawName, true);
  if (RESERVED.has(name.toLowerCase())) {
    throw badParameter(`parameter [${name}] is reserved and may not be set`);
  }
  params.set(name, decodeComponent(rawValue, true));
}

/** Decodes one path segment: `+` stays, `%%` is a percent sign. Source: rest-layer A.4. */
export function decodePathSegment(segment: string): string {
  return segment.includes('%') ? decodeComponent(segment, false) : segment;
}

function decodeComponent(text: string, isPlusASpace: boolean): string {
  if (!text.includes('%') && !(isPlusASpace && text.includes('+'))) return text;
  const bytes: number[] = [];
  const source = Buffer.from(text, 'utf8');
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] as number;
    if (byte === PLUS && isPlusASpace) {
      bytes.push(SPACE);
    } else if (byte !== PERCENT) {
      bytes.push(byte);
    } else if (source[at + 1] === PERCENT) {
      bytes.push(PERCENT);
      at += 1;
    } else {
      bytes.push(escapedByte(text, source, at));
      at += 2;
    }
  }
  return Buffer.from(bytes).toString('utf8');
}

const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

function escapedByte(text: string, source: Buffer, at: number): number {
  if (at === source.length - 1) throw badParameter(`unterminated escape sequence at end of string: ${text}`);
  if (at === source.length - 2) throw badParameter(`partial escape sequence at end of string: ${text}`);
  const digits = source.toString('latin1', at + 1, at + 3);
  if (!/^[0-9a-fA-F]{2}$/.test(digits)) {
    throw badParameter(`invalid escape sequence \`%${digits}' at index ${at} of: ${text}`);
  }
  return parseInt(digits, 16);
}
