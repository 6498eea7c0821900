import {
  endOfInput,
  nonStandardNumber,
  numberTooLong,
  syntaxError,
  unexpectedByte,
  unexpectedInNumber,
  VALUE_TOKENS,
} from './json-syntax-errors.js';

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const MAX_LENGTH = 1000;
const EXACT_DIGITS = 15;

/** The text ended within a number. */
export const UNFINISHED = -1;

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function skipDigits(source: string, start: number): number {
  let at = start;
  while (isDigit(source.charCodeAt(at))) at += 1;
  return at;
}

function digitsAfterMinus(source: string, start: number): number {
  const at = start + 1;
  if (at >= source.length) return UNFINISHED;
  if (isDigit(source.charCodeAt(at))) return at;
  const comment = 'expected digit (0-9) to follow minus sign, for valid numeric value';
  if (source[at] === '.') throw unexpectedByte(source, at, `expected a valid value ${VALUE_TOKENS}`);
  if (source[at] !== 'I') throw unexpectedInNumber(source, at, comment);
  if (at + 1 >= source.length) throw endOfInput(source, at + 1, ' in a Number value');
  if (source[at + 1] === 'N') throw nonStandardNumber(source, start, '-INF');
  if (source[at + 1] === 'n') throw nonStandardNumber(source, start, '-Infinity');
  throw unexpectedInNumber(source, at + 1, comment);
}

function fractionEnd(source: string, start: number): number {
  const end = skipDigits(source, start + 1);
  if (end > start + 1) return end;
  const comment = 'Decimal point not followed by a digit';
  throw unexpectedInNumber(source, end < source.length ? end : start, comment);
}

function exponentEnd(source: string, start: number): number {
  const sign = source.charCodeAt(start + 1);
  const digits = sign === MINUS || sign === PLUS ? start + 2 : start + 1;
  if (digits >= source.length) return UNFINISHED;
  const end = skipDigits(source, digits);
  if (end === digits) throw unexpectedInNumber(source, end, 'Exponent indicator not followed by a digit');
  return end;
}

function isExponent(code: number): boolean {
  return (code | 0x20) === 0x65;
}

/**
 * Where the number that starts at `start` ends.
 * @returns {@link UNFINISHED} when the text ends where a digit must follow
 * @throws in Jackson's words for leading zeros, missing digits and more than 1000 digits
 */
export function numberEnd(source: string, start: number): number {
  const isNegative = source.charCodeAt(start) === MINUS;
  const digits = isNegative ? digitsAfterMinus(source, start) : start;
  if (digits === UNFINISHED) return UNFINISHED;
  let at = skipDigits(source, digits);
  if (at > digits + 1 && source.charCodeAt(digits) === ZERO) {
    throw syntaxError(source, digits + 1, 'Invalid numeric value: Leading zeroes not allowed');
  }
  let length = at - digits;
  if (source.charCodeAt(at) === POINT) {
    const end = fractionEnd(source, at);
    length += end - at - 1;
    at = end;
  }
  if (isExponent(source.charCodeAt(at))) {
    const end = exponentEnd(source, at);
    if (end === UNFINISHED) return UNFINISHED;
    length += end - at - (isDigit(source.charCodeAt(at + 1)) ? 1 : 2);
    at = end;
  }
  if (length > MAX_LENGTH) throw numberTooLong(length);
  return at;
}

/** A plus sign before a number. ES: Jackson `_handleInvalidNumberStart`. */
export function leadingPlus(source: string, offset: number): Error {
  if (offset + 1 >= source.length) return endOfInput(source, source.length, ' in a Number value');
  if (source.startsWith('+IN', offset)) return nonStandardNumber(source, offset, '+INF');
  if (source.startsWith('+In', offset)) return nonStandardNumber(source, offset, '+Infinity');
  if (source.endsWith('+I')) return endOfInput(source, source.length, ' in a Number value');
  const last = source[offset + 1] === 'I' ? offset + 2 : offset + 1;
  const advice = 'enable `JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS` to allow';
  const rule = `JSON spec does not allow numbers to have plus signs: ${advice}`;
  return syntaxError(source, last, `Unexpected character ('+' (code 43)) in numeric value: ${rule}`, 1);
}

/** A number at the root must be followed by white space or the end. */
export function verifyRootSpace(source: string, end: number): void {
  if (end >= source.length) return;
  const code = source.charCodeAt(end);
  if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) return;
  throw unexpectedByte(source, end, 'Expected space separating root-level values');
}

/** The value of a number's text: integers beyond 2^53 - 1 as `bigint`, all others as JavaScript reads them. */
export function numberOf(text: string): number | bigint {
  const value = Number(text);
  if (text.length <= EXACT_DIGITS || Number.isSafeInteger(value)) return value;
  return isInteger(text) ? BigInt(text) : value;
}

function isInteger(text: string): boolean {
  return !text.includes('.') && !text.includes('e') && !text.includes('E');
}
