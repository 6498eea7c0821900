import type { JsonValue } from './json.js';
import { numberOf } from './json-numbers.js';
import { markWholeFloats } from './whole-floats.js';

/**
 * The fast way to read a whole value. It decides nothing: whatever is not plainly sound — an error, a comment, a
 * duplicate key, a nesting too deep — makes it give up, and the caller reads the same text again, token by token.
 */
const UNSURE = new Error('read token by token');

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const MAX_DEPTH = 1000;
const EXACT_DIGITS = 15;

/** Sets a member as JSON.parse does: `__proto__` becomes an own property like any other. */
export function setMember<T>(target: Record<string, T>, name: string, value: T): void {
  if (name === '__proto__') {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
  } else {
    target[name] = value;
  }
}

export class JsonValueScanner {
  /** One past the value, once it was read. */
  end: number;
  private readonly source: string;
  /** Whether the last number was whole and not written so. */
  private isWholeFloat = false;

  constructor(source: string) {
    this.source = source;
    this.end = 0;
  }

  /**
   * Reads the object or array that starts at `start`.
   * @param depth how many objects and arrays are open around it
   * @returns undefined when the text needs the exact reader
   */
  read(start: number, depth: number): JsonValue | undefined {
    this.end = start + 1;
    try {
      return this.source.charCodeAt(start) === 0x7b ? this.object(depth + 1) : this.array(depth + 1);
    } catch (error) {
      if (error === UNSURE) return undefined;
      throw error;
    }
  }

  private object(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw UNSURE;
    const members: Record<string, JsonValue> = {};
    let floats: string[] | undefined;
    let code = this.next();
    if (code === 0x7d) return members;
    for (;;) {
      if (code !== QUOTE) throw UNSURE;
      const name = this.string();
      if (members[name] !== undefined && Object.hasOwn(members, name)) throw UNSURE;
      if (this.next() !== COLON) throw UNSURE;
      const value = this.value(this.next(), depth);
      if (name === '__proto__') setMember(members, name, value);
      else members[name] = value;
      if (this.isWholeFloat) {
        this.isWholeFloat = false;
        (floats ??= []).push(name);
      }
      code = this.next();
      if (code === 0x7d) {
        if (floats !== undefined) markWholeFloats(members, floats);
        return members;
      }
      if (code !== COMMA) throw UNSURE;
      code = this.next();
    }
  }

  private array(depth: number): JsonValue {
    if (depth > MAX_DEPTH) throw UNSURE;
    const elements: JsonValue[] = [];
    let floats: string[] | undefined;
    let code = this.next();
    if (code === 0x5d) return elements;
    for (;;) {
      elements.push(this.value(code, depth));
      if (this.isWholeFloat) {
        this.isWholeFloat = false;
        (floats ??= []).push(String(elements.length - 1));
      }
      code = this.next();
      if (code === 0x5d) {
        if (floats !== undefined) markWholeFloats(elements, floats);
        return elements;
      }
      if (code !== COMMA) throw UNSURE;
      code = this.next();
    }
  }

  private value(code: number, depth: number): JsonValue {
    if (code === QUOTE) return this.string();
    if (code === 0x7b) return this.object(depth + 1);
    if (code === 0x5b) return this.array(depth + 1);
    if (code === MINUS || (code >= ZERO && code <= NINE)) return this.number(code);
    if (code === 0x74) return this.word('rue', true);
    if (code === 0x66) return this.word('alse', false);
    if (code === 0x6e) return this.word('ull', null);
    throw UNSURE;
  }

  /** The next character that is no white space, consumed; NaN at the end. */
  private next(): number {
    const { source } = this;
    let code = source.charCodeAt(this.end++);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09)
      code = source.charCodeAt(this.end++);
    return code;
  }

  private word<T>(rest: string, value: T): T {
    if (!this.source.startsWith(rest, this.end)) throw UNSURE;
    this.end += rest.length;
    return value;
  }

  private string(): string {
    const { source } = this;
    const start = this.end;
    let at = start;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code === QUOTE) break;
      if (code === 0x5c) return this.escapedString(start, at);
      if (!(code >= 0x20)) throw UNSURE;
      at += 1;
    }
    this.end = at + 1;
    return source.slice(start, at);
  }

  private escapedString(start: number, firstEscape: number): string {
    const { source } = this;
    let at = firstEscape;
    for (let code = source.charCodeAt(at); code !== QUOTE; code = source.charCodeAt(at)) {
      if (!(code >= 0x20)) throw UNSURE;
      at += code === 0x5c ? 2 : 1;
    }
    this.end = at + 1;
    try {
      return JSON.parse(source.slice(start - 1, at + 1)) as string;
    } catch {
      throw UNSURE;
    }
  }

  private number(first: number): number | bigint {
    const { source } = this;
    const start = this.end - 1;
    const digits = first === MINUS ? start + 1 : start;
    let at = digits;
    let value = 0;
    let code = source.charCodeAt(at);
    while (code >= ZERO && code <= NINE) {
      value = value * 10 + (code - ZERO);
      code = source.charCodeAt(++at);
    }
    const count = at - digits;
    if (count === 0 || (count > 1 && source.charCodeAt(digits) === ZERO)) throw UNSURE;
    const isInteger = code !== 0x2e && (code | 0x20) !== 0x65;
    if (isInteger && count <= EXACT_DIGITS) {
      this.end = at;
      return first === MINUS ? -value : value;
    }
    return this.longNumber(start, at);
  }

  private longNumber(start: number, digitsEnd: number): number | bigint {
    const { source } = this;
    let at = this.fraction(digitsEnd);
    if ((source.charCodeAt(at) | 0x20) === 0x65) {
      const sign = source.charCodeAt(at + 1);
      at = this.digits(sign === 0x2b || sign === MINUS ? at + 2 : at + 1);
    }
    if (at - start > MAX_DEPTH) throw UNSURE;
    this.end = at;
    const value = numberOf(source.slice(start, at));
    this.isWholeFloat = at !== digitsEnd && Number.isInteger(value);
    return value;
  }

  private fraction(start: number): number {
    return this.source.charCodeAt(start) === 0x2e ? this.digits(start + 1) : start;
  }

  private digits(start: number): number {
    let at = start;
    for (let code = this.source.charCodeAt(at); code >= ZERO && code <= NINE;)
      code = this.source.charCodeAt(++at);
    if (at === start) throw UNSURE;
    return at;
  }
}
