import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { illegalArgument } from '../errors/request-errors.js';
import { inputCoercion, type XContentLocation } from '../errors/xcontent-errors.js';
import type { JsonValue } from './json.js';
import { END, JsonLexer } from './json-lexer.js';
import { describeLocation, locationAt } from './json-location.js';
import { leadingPlus, numberOf, verifyRootSpace } from './json-numbers.js';
import { JsonScope } from './json-scope.js';
import {
  endOfInput,
  mismatchedEnd,
  syntaxError,
  tooDeep,
  unclosed,
  unexpectedByte,
  unexpectedCharacter,
  unexpectedValue,
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

/**
 * A pull parser with the errors, places and leniencies of the Jackson 2.15 parser inside Elasticsearch: comments are
 * allowed, duplicate names are not, what follows the root value is not looked at, and a broken string is noticed
 * only when its text is asked for or skipped. Like Jackson it reads the start of a field's value along with its name.
 * Source: rest-layer A.7; ES: `JsonXContentImpl`, `JsonXContentParser`.
 */
export class JsonReader {
  /** The current token; undefined before the first and after the last. */
  token: Token | undefined;
  /** Name of the field that the current token is, or whose value it is. */
  fieldName = '';

  private readonly source: string;
  private readonly lexer: JsonLexer;
  private scope = new JsonScope(undefined, 'root', -1);
  private pending: Token | undefined;
  private nameStart = -1;
  private tokenStart = -1;

  constructor(text: string) {
    this.source = text;
    this.lexer = new JsonLexer(text);
  }

  /** Offset of the current token, in UTF-16 units. */
  get offset(): number {
    return this.token === 'FIELD_NAME' ? this.nameStart : this.tokenStart;
  }

  /** Name of a field, content of a string, or a number or boolean as it was written. */
  get text(): string {
    const { token } = this;
    if (token === 'FIELD_NAME') return this.fieldName;
    if (token === 'VALUE_STRING') return this.lexer.stringText();
    if (token === 'VALUE_NUMBER' || token === 'VALUE_BOOLEAN') return this.lexer.rawText();
    const { line, column } = this.location();
    throw illegalArgument(`Expected text at ${line}:${column} but found ${token ?? 'null'}`);
  }

  /** Integers beyond 2^53 - 1 as `bigint`. Only on `VALUE_NUMBER`. */
  numberValue(): number | bigint {
    return numberOf(this.lexer.rawText());
  }

  /** Only on `VALUE_BOOLEAN`. */
  booleanValue(): boolean {
    return this.source.charCodeAt(this.lexer.valueStart) === 0x74;
  }

  /** Place of the current token, or of an earlier {@link offset}. After an error: where Jackson says it stands. */
  location(offset = this.offset): XContentLocation {
    return locationAt(this.source, offset);
  }

  /** The number of the current token does not fit what it was asked for. ES: Jackson `reportOverflowLong`. */
  overflow(range: string): ElasticsearchError {
    const message = `Numeric value (${this.text}) out of range of ${range}`;
    const location = locationAt(this.source, this.lexer.pos);
    return inputCoercion(location, `${message}\n at ${describeLocation(this.source, location)}`);
  }

  nextToken(): Token | undefined {
    const { lexer } = this;
    if (this.token === 'FIELD_NAME') return this.valueAfterName();
    if (this.token === 'VALUE_STRING') lexer.skipString();
    let code = lexer.skipSpace();
    if (code === END) {
      this.endOfText();
      return undefined;
    }
    if (code === 0x7d) return this.close('Object');
    if (code === 0x5d) return this.close('Array');
    const { scope } = this;
    if (scope.hasEntries) code = this.afterComma(code);
    else scope.hasEntries = scope.kind !== 'root';
    if (scope.kind === 'Object') return this.fieldNameToken(code);
    this.tokenStart = lexer.pos - 1;
    return this.enter(this.startValue(code));
  }

  /** The current token and all below it; the reader then stands on the last token of the value. */
  readValue(): JsonValue {
    switch (this.token) {
      case 'START_OBJECT':
      case 'START_ARRAY':
        return this.readStructure();
      case 'VALUE_STRING':
        return this.lexer.stringText();
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
    if (value === undefined) return this.readExactly();
    this.lexer.pos = scanner.end;
    this.tokenStart = scanner.end - 1;
    this.token = this.token === 'START_OBJECT' ? 'END_OBJECT' : 'END_ARRAY';
    this.leaveScope();
    return value;
  }

  private readExactly(): JsonValue {
    if (this.token === 'START_OBJECT') return this.readObject();
    return this.token === 'START_ARRAY' ? this.readArray() : this.readValue();
  }

  private readObject(): JsonValue {
    const members: Record<string, JsonValue> = {};
    while (this.nextToken() !== 'END_OBJECT') {
      const { fieldName } = this;
      this.nextToken();
      setMember(members, fieldName, this.readExactly());
    }
    return members;
  }

  private readArray(): JsonValue {
    const elements: JsonValue[] = [];
    while (this.nextToken() !== 'END_ARRAY') elements.push(this.readExactly());
    return elements;
  }

  private endOfText(): void {
    if (this.scope.kind !== 'root') throw unclosed(this.source, this.scope.kind, this.scope.start);
    this.token = undefined;
  }

  private close(kind: 'Array' | 'Object'): Token {
    const { scope } = this;
    this.tokenStart = this.lexer.pos - 1;
    if (scope.kind !== kind) throw mismatchedEnd(this.source, this.tokenStart, scope.kind, scope.start);
    this.leaveScope();
    this.token = kind === 'Object' ? 'END_OBJECT' : 'END_ARRAY';
    return this.token;
  }

  private leaveScope(): void {
    this.scope = this.scope.parent ?? this.scope;
  }

  private afterComma(code: number): number {
    const { lexer, source } = this;
    const { kind } = this.scope;
    if (code !== 0x2c) {
      throw unexpectedByte(source, lexer.pos - 1, `was expecting comma to separate ${kind} entries`);
    }
    const next = lexer.skipSpace();
    if (next !== END) return next;
    // Jackson: no end-of-file exception here, unlike everywhere else.
    throw syntaxError(source, lexer.pos, `Unexpected end-of-input within/between ${kind} entries`);
  }

  private fieldNameToken(code: number): Token {
    const { lexer } = this;
    const start = lexer.pos - 1;
    if (code !== 0x22) {
      throw unexpectedCharacter(this.source, start, 'was expecting double-quote to start field name');
    }
    const name = lexer.name();
    if (this.scope.isDuplicate(name)) throw syntaxError(this.source, lexer.pos, `Duplicate field '${name}'`);
    this.fieldName = name;
    this.nameStart = start;
    this.token = 'FIELD_NAME';
    const first = this.skipColon();
    this.tokenStart = lexer.pos - 1;
    this.pending = this.startValue(first);
    return this.token;
  }

  private skipColon(): number {
    const { lexer } = this;
    const code = lexer.skipSpace();
    if (code !== END && code !== 0x3a) {
      const rule = 'was expecting a colon to separate field name and value';
      throw unexpectedByte(this.source, lexer.pos - 1, rule);
    }
    const next = code === END ? END : lexer.skipSpace();
    if (next === END) throw endOfInput(this.source, lexer.pos, ` within/between ${this.scope.kind} entries`);
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
    const { lexer } = this;
    if (code === 0x22) {
      lexer.scanString();
      return 'VALUE_STRING';
    }
    if (code === 0x7b) return 'START_OBJECT';
    if (code === 0x5b) return 'START_ARRAY';
    if (code === 0x2d || (code >= 0x30 && code <= 0x39)) return this.startNumber();
    if (code === 0x74 || code === 0x66) {
      lexer.word(code === 0x74 ? 'true' : 'false');
      return 'VALUE_BOOLEAN';
    }
    if (code === 0x6e) {
      lexer.word('null');
      return 'VALUE_NULL';
    }
    throw this.notAValue(code);
  }

  private startNumber(): Token {
    const { lexer, source } = this;
    if (!lexer.number()) throw endOfInput(source, source.length, ` in ${this.jacksonToken()}`);
    if (this.scope.kind === 'root') verifyRootSpace(source, lexer.valueEnd);
    return 'VALUE_NUMBER';
  }

  private notAValue(code: number): Error {
    const offset = this.lexer.pos - 1;
    if (code === 0x2b) return leadingPlus(this.source, offset);
    const isExpectedSoon = code === 0x7d || code === 0x2c || (code === 0x5d && this.scope.kind === 'Array');
    return unexpectedValue(this.source, offset, isExpectedSoon);
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
