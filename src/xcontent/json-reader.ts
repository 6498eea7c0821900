import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { illegalArgument } from '../errors/request-errors.js';
import { inputCoercion, type XContentLocation } from '../errors/xcontent-errors.js';
import type { JsonValue } from './json.js';
import { describeLocation, locationAt } from './json-location.js';
import { leadingPlus, numberEnd, numberOf, UNFINISHED, verifyRootSpace } from './json-numbers.js';
import { JsonScope } from './json-scope.js';
import { stringError, unescape } from './json-strings.js';
import {
  continuesWord,
  endOfInput,
  illegalSpace,
  mismatchedEnd,
  syntaxError,
  tooDeep,
  unclosed,
  unexpectedByte,
  unexpectedCharacter,
  unexpectedValue,
  unrecognizedToken,
} from './json-syntax-errors.js';
import { JsonValueScanner, setMember } from './json-value-scanner.js';

/** ES: `XContentParser.Token`. */
export type Token =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER'
  | 'VALUE_BOOLEAN'
  | 'VALUE_NULL';

const MAX_DEPTH = 1000;
const SLASH = 0x2f;
const END = -1;

/** How far the string of the current token was understood: `broken` strings fail when their text is asked for. */
type StringState = 'plain' | 'escaped' | 'broken';

/**
 * A pull parser with the errors, places and leniencies of the Jackson 2.15 parser inside Elasticsearch: comments are
 * allowed, duplicate names are not, what follows the root value is not looked at, and a broken string is noticed
 * only when its text is asked for or skipped. Like Jackson it reads a field's value start along with its name.
 * Source: rest-layer A.7; ES: `JsonXContentImpl`, `JsonXContentParser`.
 */
export class JsonReader {
  /** The current token; undefined before the first and after the last. */
  token: Token | undefined;

  private readonly source: string;
  private pos: number;
  private scope = new JsonScope(undefined, 'root', -1);
  private pending: Token | undefined;
  private nameStart = -1;
  private tokenStart = -1;
  private valueStart = 0;
  private valueEnd = 0;
  private stringState: StringState = 'plain';
  private cached: string | undefined;
  private name = '';

  constructor(source: string) {
    this.source = source;
    this.pos = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** Offset of the current token, in UTF-16 units. */
  get offset(): number {
    return this.token === 'FIELD_NAME' ? this.nameStart : this.tokenStart;
  }

  /** Name of the member that the current token is or belongs to. */
  get fieldName(): string {
    return this.name;
  }

  /** Name of a field, content of a string, or a number or boolean as it was written. */
  get text(): string {
    const { token } = this;
    if (token === 'FIELD_NAME') return this.name;
    if (token === 'VALUE_STRING') return this.stringText();
    if (token === 'VALUE_NUMBER' || token === 'VALUE_BOOLEAN') {
      return this.source.slice(this.valueStart, this.valueEnd);
    }
    const { line, column } = this.location();
    throw illegalArgument(`Expected text at ${line}:${column} but found ${token ?? 'null'}`);
  }

  /** Integers beyond 2^53 - 1 as `bigint`. Only on `VALUE_NUMBER`. */
  numberValue(): number | bigint {
    return numberOf(this.source.slice(this.valueStart, this.valueEnd));
  }

  /** Only on `VALUE_BOOLEAN`. */
  booleanValue(): boolean {
    return this.source.charCodeAt(this.valueStart) === 0x74;
  }

  /** Place of the current token, or of an earlier {@link offset}. After an error: where Jackson says it stands. */
  location(offset = this.offset): XContentLocation {
    return locationAt(this.source, offset);
  }

  /** The number of the current token does not fit what it was asked for. ES: Jackson `reportOverflowLong`. */
  overflow(range: string): ElasticsearchError {
    const message = `Numeric value (${this.text}) out of range of ${range}`;
    const location = locationAt(this.source, this.pos);
    return inputCoercion(location, `${message}\n at ${describeLocation(this.source, location)}`);
  }

  nextToken(): Token | undefined {
    if (this.token === 'FIELD_NAME') return this.valueAfterName();
    if (this.token === 'VALUE_STRING' && this.stringState !== 'plain') this.stringText();
    let code = this.skipSpace();
    if (code === END) return this.endOfText();
    if (code === 0x7d) return this.close('Object');
    if (code === 0x5d) return this.close('Array');
    const { scope } = this;
    if (scope.hasEntries) code = this.afterComma(code);
    else scope.hasEntries = scope.kind !== 'root';
    if (scope.kind === 'Object') return this.fieldNameToken(code);
    this.tokenStart = this.pos - 1;
    return this.enter(this.startValue(code));
  }

  /** The current token and all below it; the reader then stands on the last token of the value. */
  readValue(): JsonValue {
    switch (this.token) {
      case 'START_OBJECT':
      case 'START_ARRAY':
        return this.readStructure();
      case 'VALUE_STRING':
        return this.stringText();
      case 'VALUE_NUMBER':
        return this.numberValue();
      case 'VALUE_BOOLEAN':
        return this.booleanValue();
      default:
        return null;
    }
  }

  /** From a start to its end; nothing on any other token. */
  skipChildren(): void {
    if (this.token !== 'START_OBJECT' && this.token !== 'START_ARRAY') return;
    const { depth } = this.scope;
    while (this.scope.depth >= depth) this.nextToken();
  }

  private readStructure(): JsonValue {
    const scanner = new JsonValueScanner(this.source);
    const value = scanner.read(this.tokenStart, this.scope.depth - 1);
    if (value === undefined) return this.token === 'START_OBJECT' ? this.readObject() : this.readArray();
    this.pos = scanner.end;
    this.tokenStart = scanner.end - 1;
    this.token = this.token === 'START_OBJECT' ? 'END_OBJECT' : 'END_ARRAY';
    this.leaveScope();
    return value;
  }

  private readObject(): JsonValue {
    const members: Record<string, JsonValue> = {};
    while (this.nextToken() !== 'END_OBJECT') {
      const { name } = this;
      this.nextToken();
      setMember(members, name, this.readExactly());
    }
    return members;
  }

  private readArray(): JsonValue {
    const elements: JsonValue[] = [];
    while (this.nextToken() !== 'END_ARRAY') elements.push(this.readExactly());
    return elements;
  }

  private readExactly(): JsonValue {
    if (this.token === 'START_OBJECT') return this.readObject();
    return this.token === 'START_ARRAY' ? this.readArray() : this.readValue();
  }

  private endOfText(): undefined {
    if (this.scope.kind !== 'root') throw unclosed(this.source, this.scope.kind, this.scope.start);
    this.token = undefined;
    return undefined;
  }

  private close(kind: 'Array' | 'Object'): Token {
    this.tokenStart = this.pos - 1;
    const { scope } = this;
    if (scope.kind !== kind) throw mismatchedEnd(this.source, this.pos - 1, scope.kind, scope.start);
    this.leaveScope();
    this.token = kind === 'Object' ? 'END_OBJECT' : 'END_ARRAY';
    return this.token;
  }

  private leaveScope(): void {
    this.scope = this.scope.parent ?? this.scope;
  }

  private afterComma(code: number): number {
    const { kind } = this.scope;
    if (code !== 0x2c) {
      throw unexpectedByte(this.source, this.pos - 1, `was expecting comma to separate ${kind} entries`);
    }
    const next = this.skipSpace();
    if (next !== END) return next;
    throw syntaxError(this.source, this.pos, `Unexpected end-of-input within/between ${kind} entries`);
  }

  private fieldNameToken(code: number): Token {
    const start = this.pos - 1;
    if (code !== 0x22) {
      throw unexpectedCharacter(this.source, start, 'was expecting double-quote to start field name');
    }
    this.name = this.readName();
    if (this.scope.isDuplicate(this.name))
      throw syntaxError(this.source, this.pos, `Duplicate field '${this.name}'`);
    this.nameStart = start;
    this.token = 'FIELD_NAME';
    const first = this.skipColon();
    this.tokenStart = this.pos - 1;
    this.pending = this.startValue(first);
    return this.token;
  }

  private readName(): string {
    const start = this.pos;
    this.scanString();
    const { valueStart, valueEnd, stringState } = this;
    if (stringState === 'plain') return this.source.slice(valueStart, valueEnd);
    const error = stringError(this.source, start, 'name', ' in field name');
    if (error) throw error;
    return unescape(this.source, valueStart, valueEnd);
  }

  private skipColon(): number {
    const code = this.skipSpace();
    if (code !== END && code !== 0x3a) {
      const rule = 'was expecting a colon to separate field name and value';
      throw unexpectedByte(this.source, this.pos - 1, rule);
    }
    const next = code === END ? END : this.skipSpace();
    if (next === END) throw endOfInput(this.source, this.pos, ` within/between ${this.scope.kind} entries`);
    return next;
  }

  private valueAfterName(): Token {
    const token = this.pending ?? 'VALUE_NULL';
    this.pending = undefined;
    return this.enter(token);
  }

  private enter(token: Token): Token {
    if (token === 'START_OBJECT' || token === 'START_ARRAY') {
      if (this.scope.depth >= MAX_DEPTH) throw tooDeep();
      this.scope = new JsonScope(this.scope, token === 'START_OBJECT' ? 'Object' : 'Array', this.tokenStart);
    }
    this.token = token;
    return token;
  }

  private startValue(code: number): Token {
    if (code === 0x22) {
      this.scanString();
      return 'VALUE_STRING';
    }
    if (code === 0x7b) return 'START_OBJECT';
    if (code === 0x5b) return 'START_ARRAY';
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.number();
    if (code === 0x74) return this.word('true', 'VALUE_BOOLEAN');
    if (code === 0x66) return this.word('false', 'VALUE_BOOLEAN');
    if (code === 0x6e) return this.word('null', 'VALUE_NULL');
    if (code === 0x2b) throw leadingPlus(this.source, this.pos - 1);
    const { kind } = this.scope;
    const isExpectedSoon = code === 0x7d || code === 0x2c || (code === 0x5d && kind === 'Array');
    throw unexpectedValue(this.source, this.pos - 1, isExpectedSoon);
  }

  private number(): Token {
    const start = this.pos - 1;
    const end = numberEnd(this.source, start);
    if (end === UNFINISHED) throw endOfInput(this.source, this.source.length, ` in ${this.jacksonToken()}`);
    if (this.scope.kind === 'root') verifyRootSpace(this.source, end);
    this.valueStart = start;
    this.valueEnd = end;
    this.pos = end;
    return 'VALUE_NUMBER';
  }

  private word(word: string, token: Token): Token {
    const { source } = this;
    const start = this.pos - 1;
    let at = this.pos;
    while (at < start + word.length && source[at] === word[at - start]) at += 1;
    if (at < start + word.length || continuesWord(source, at)) throw unrecognizedToken(source, start, at);
    this.valueStart = start;
    this.valueEnd = at;
    this.pos = at;
    return token;
  }

  /** Finds the closing quote. Whether the escapes are sound is left to {@link stringText}, as Jackson does. */
  private scanString(): void {
    const { source } = this;
    const start = this.pos;
    let at = start;
    let code = source.charCodeAt(at);
    while (code !== 0x22 && code !== 0x5c && code >= 0x20) code = source.charCodeAt(++at);
    this.stringState = 'plain';
    if (code === 0x5c) {
      this.stringState = 'escaped';
      while (code !== 0x22 && code >= 0x20) {
        at += code === 0x5c ? 2 : 1;
        code = source.charCodeAt(at);
      }
    }
    this.cached = undefined;
    this.valueStart = start;
    this.valueEnd = at;
    this.pos = at + 1;
    if (code !== 0x22) this.stringState = 'broken';
  }

  private stringText(): string {
    if (this.cached !== undefined) return this.cached;
    const { source, valueStart, valueEnd } = this;
    if (this.stringState !== 'plain') {
      const error = stringError(source, valueStart, 'string value', ' in VALUE_STRING');
      if (error) throw error;
    }
    this.cached =
      this.stringState === 'plain'
        ? source.slice(valueStart, valueEnd)
        : unescape(source, valueStart, valueEnd);
    return this.cached;
  }

  /** The next character that is neither white space nor comment, consumed; -1 at the end. */
  private skipSpace(): number {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.pos);
      if (code > SLASH) {
        this.pos += 1;
        return code;
      }
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
        this.pos += 1;
      } else if (code === SLASH) {
        this.skipComment();
      } else if (this.pos >= source.length) {
        return END;
      } else if (code < 0x20) {
        throw illegalSpace(source, this.pos);
      } else {
        this.pos += 1;
        return code;
      }
    }
  }

  private skipComment(): void {
    const { source } = this;
    const second = source[this.pos + 1];
    if (second === '/') {
      this.pos += 2;
      while (this.pos < source.length && source[this.pos] !== '\n' && source[this.pos] !== '\r')
        this.pos += 1;
      return;
    }
    if (second === undefined) throw endOfInput(source, source.length, ' in a comment');
    if (second !== '*') {
      throw unexpectedByte(source, this.pos + 1, "was expecting either '*' or '/' for a comment");
    }
    const end = source.indexOf('*/', this.pos + 2);
    if (end < 0) throw endOfInput(source, source.length, ' in a comment');
    this.pos = end + 2;
  }

  /** The current token as Jackson names it. */
  private jacksonToken(): string {
    if (this.token === 'VALUE_BOOLEAN') return this.booleanValue() ? 'VALUE_TRUE' : 'VALUE_FALSE';
    if (this.token !== 'VALUE_NUMBER') return this.token ?? 'null';
    return /[.eE]/.test(this.text) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
  }
}

/** The root value of a text; undefined when it holds nothing but white space. What follows is not looked at. */
export function readJson(text: string): JsonValue | undefined {
  const reader = new JsonReader(text);
  return reader.nextToken() === undefined ? undefined : reader.readValue();
}
