import { numberEnd, UNFINISHED } from './json-numbers.js';
import { stringError, unescape } from './json-strings.js';
import {
  endOfInput,
  illegalSpace,
  unexpectedByte,
  unrecognizedToken,
  wordEndError,
} from './json-syntax-errors.js';

/** No further character. */
export const END = -1;

const SLASH = 0x2f;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** How far a string was understood: `broken` ones fail when their text is asked for. */
type StringState = 'plain' | 'escaped' | 'broken';

/** Walks over the characters of a JSON text and remembers where its last string, number or word stands. */
export class JsonLexer {
  readonly source: string;
  /** The next character to read. */
  pos: number;
  /** Where the last string (within its quotes), number or word starts and ends. */
  valueStart = 0;
  valueEnd = 0;
  private stringState: StringState = 'plain';
  private cached: string | undefined;

  constructor(source: string) {
    this.source = source;
    this.pos = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The last number or word as it was written. */
  rawText(): string {
    return this.source.slice(this.valueStart, this.valueEnd);
  }

  /** The next character that is neither white space nor comment, consumed; {@link END} when there is none. */
  skipSpace(): number {
    const { source } = this;
    for (;;) {
      const code = source.charCodeAt(this.pos);
      if (code > SLASH) {
        this.pos += 1;
        return code;
      }
      if (code === SPACE || code === 0x0a || code === 0x0d || code === 0x09) {
        this.pos += 1;
      } else if (code === SLASH) {
        this.skipComment();
      } else if (this.pos >= source.length) {
        return END;
      } else if (code < SPACE) {
        throw illegalSpace(source, this.pos);
      } else {
        this.pos += 1;
        return code;
      }
    }
  }

  /** Finds the closing quote. Whether the escapes are sound is left to {@link stringText}, as Jackson does. */
  scanString(): void {
    const { source } = this;
    const start = this.pos;
    let at = start;
    let code = source.charCodeAt(at);
    while (code !== QUOTE && code !== BACKSLASH && code >= SPACE) code = source.charCodeAt(++at);
    this.stringState = 'plain';
    if (code === BACKSLASH) {
      this.stringState = 'escaped';
      while (code !== QUOTE && code >= SPACE) {
        at += code === BACKSLASH ? 2 : 1;
        code = source.charCodeAt(at);
      }
    }
    if (code !== QUOTE) this.stringState = 'broken';
    this.cached = undefined;
    this.valueStart = start;
    this.valueEnd = at;
    this.pos = at + 1;
  }

  /** Passes over the last string; a bad one fails here at the latest. */
  skipString(): void {
    if (this.stringState !== 'plain') this.stringText();
  }

  /** The content of the last string. */
  stringText(): string {
    if (this.cached === undefined) {
      const error =
        this.stringState === 'plain'
          ? undefined
          : stringError(this.source, this.valueStart, 'string value', ' in VALUE_STRING');
      if (error) throw error;
      this.cached = this.stringContent();
    }
    return this.cached;
  }

  /** Reads a member's name, behind its opening quote. */
  name(): string {
    this.scanString();
    if (this.stringState !== 'plain') {
      const isEmpty = this.valueStart === this.source.length;
      const unfinished = isEmpty ? `: was expecting closing '"' for name` : ' in field name';
      const error = stringError(this.source, this.valueStart, 'name', unfinished);
      if (error) throw error;
    }
    return this.stringContent();
  }

  private stringContent(): string {
    const { source, valueStart, valueEnd } = this;
    return this.stringState === 'plain'
      ? source.slice(valueStart, valueEnd)
      : unescape(source, valueStart, valueEnd);
  }

  /**
   * Reads the number whose first character was consumed.
   * @returns false when the text ends where a digit must follow; the last value then still stands
   */
  number(): boolean {
    const start = this.pos - 1;
    const end = numberEnd(this.source, start);
    if (end === UNFINISHED) return false;
    this.valueStart = start;
    this.valueEnd = end;
    this.pos = end;
    return true;
  }

  /** Reads the rest of a word whose first character was consumed. */
  word(word: string): void {
    const { source } = this;
    const start = this.pos - 1;
    let at = this.pos;
    while (at < start + word.length && source[at] === word[at - start]) at += 1;
    if (at < start + word.length) throw unrecognizedToken(source, start, at);
    const error = wordEndError(source, start, at);
    if (error) throw error;
    this.valueStart = start;
    this.valueEnd = at;
    this.pos = at;
  }

  private skipComment(): void {
    const { source } = this;
    const second = source[this.pos + 1];
    if (second === '/') {
      this.skipLine();
    } else if (second === '*') {
      this.skipBlock();
    } else if (second === undefined) {
      throw endOfInput(source, source.length, ' in a comment');
    } else {
      throw unexpectedByte(source, this.pos + 1, "was expecting either '*' or '/' for a comment");
    }
  }

  private skipLine(): void {
    const { source } = this;
    this.pos += 2;
    while (this.pos < source.length && !isLineEnd(source.charCodeAt(this.pos))) this.skipCommentCharacter();
  }

  private skipBlock(): void {
    const { source } = this;
    this.pos += 2;
    while (!source.startsWith('*/', this.pos)) {
      if (this.pos >= source.length) throw endOfInput(source, source.length, ' in a comment');
      this.skipCommentCharacter();
    }
    this.pos += 2;
  }

  private skipCommentCharacter(): void {
    const code = this.source.charCodeAt(this.pos);
    if (code < SPACE && code !== 0x09 && !isLineEnd(code)) throw illegalSpace(this.source, this.pos);
    this.pos += 1;
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
