import { unsupportedDateFormat } from '../errors/date-errors.js';
import { illegalArgument } from '../errors/request-errors.js';
import { digits, fraction, NAMES, type DateElement, type NumberField } from './date-elements.js';

/** Letters that Java knows and the fake does not. */
const OTHER_LETTERS = 'ABceFgGkKLnNOpqQvVwWY';

const NUMBERS: Readonly<Record<string, NumberField>> = {
  d: 'day',
  H: 'hour',
  h: 'clockHour',
  m: 'minute',
  s: 'second',
};

interface Pattern {
  readonly text: string;
  at: number;
}

/**
 * Reads a pattern such as `yyyy-MM-dd'T'HH:mm`. Java: `DateTimeFormatterBuilder.appendPattern`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` in Java's words, or with the gap
 */
export function parseJavaPattern(text: string): readonly DateElement[] {
  const unknown: string[] = [];
  const pattern: Pattern = { text, at: 0 };
  const elements = readSection(pattern, unknown);
  if (pattern.at < text.length) throw illegalArgument('Pattern invalid as it contains ] without previous [');
  if (unknown.length > 0) throw unsupportedDateFormat(text);
  return elements;
}

function readSection(pattern: Pattern, unknown: string[]): readonly DateElement[] {
  const { text } = pattern;
  const elements: DateElement[] = [];
  while (pattern.at < text.length) {
    const letter = text.charAt(pattern.at);
    if (letter === ']') return elements;
    if (/[A-Za-z]/.test(letter)) {
      const element = elementOf(letter, runLength(pattern, letter));
      if (element === undefined) unknown.push(letter);
      else elements.push(element);
      continue;
    }
    pattern.at += 1;
    if (letter === '[') {
      elements.push({ kind: 'optional', elements: readSection(pattern, unknown) });
      // Java closes what is still open at the end.
      pattern.at += 1;
    } else if (letter === "'") elements.push(readQuoted(pattern));
    else if ('{}#'.includes(letter))
      throw illegalArgument(`Pattern includes reserved character: '${letter}'`);
    else elements.push(letter);
  }
  return elements;
}

function runLength(pattern: Pattern, letter: string): number {
  const start = pattern.at;
  while (pattern.text.charAt(pattern.at) === letter) pattern.at += 1;
  return pattern.at - start;
}

function readQuoted(pattern: Pattern): string {
  const { text } = pattern;
  const start = pattern.at;
  for (; pattern.at < text.length; pattern.at += 1) {
    if (text.charAt(pattern.at) !== "'") continue;
    if (text.charAt(pattern.at + 1) === "'") pattern.at += 1;
    else {
      const quoted = text.slice(start, pattern.at);
      pattern.at += 1;
      return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    }
  }
  throw illegalArgument(`Pattern ends with an incomplete string literal: ${text}`);
}

/** One run of a letter; undefined if the fake does not know what it stands for. */
function elementOf(letter: string, count: number): DateElement | undefined {
  switch (letter) {
    case 'u':
      return year('year', count);
    case 'y':
      return year('yearOfEra', count);
    case 'M':
      return count < 3 ? number('month', letter, count) : name('month', letter, count);
    case 'E':
      return name('weekday', letter, Math.max(count, 3));
    case 'a':
      if (count > 1) throw tooMany(letter);
      return { kind: 'name', field: 'halfDay', names: NAMES.halfDay };
    case 'D':
      if (count > 3) throw tooMany(letter);
      return digits('dayOfYear', count, count === 1 ? 19 : 3, count === 1 ? 'negative' : 'none');
    case 'S':
      if (count > 9) throw illegalArgument(`Minimum width must be from 0 to 9 inclusive but was ${count}`);
      return fraction(count, count, '');
    case 'X':
    case 'x':
    case 'Z':
    case 'z':
      return zone(letter, count);
    default: {
      const field = NUMBERS[letter];
      if (field !== undefined) return number(field, letter, count);
      if (OTHER_LETTERS.includes(letter)) return undefined;
      throw illegalArgument(`Unknown pattern letter: ${letter}`);
    }
  }
}

function tooMany(letter: string): ReturnType<typeof illegalArgument> {
  return illegalArgument(`Too many pattern letters: ${letter}`);
}

function year(field: 'year' | 'yearOfEra', count: number): DateElement {
  if (count === 2) return { kind: 'shortYear', field };
  return digits(field, count, 19, count < 4 ? 'negative' : 'exceeding');
}

function number(field: NumberField, letter: string, count: number): DateElement {
  if (count > 2) throw tooMany(letter);
  return count === 1 ? digits(field, 1, 19, 'negative') : digits(field, 2);
}

/** Of the narrow names, one letter each, several are the same. */
function name(field: 'month' | 'weekday', letter: string, count: number): DateElement | undefined {
  if (count > 5) throw tooMany(letter);
  return count === 5
    ? undefined
    : { kind: 'name', field, names: NAMES[field][count === 4 ? 'long' : 'short'] };
}

const HOURS = String.raw`[+-]\d\d`;
const OFFSETS: readonly string[] = [
  String.raw`${HOURS}(?:\d\d)?`,
  String.raw`${HOURS}\d\d`,
  String.raw`${HOURS}:\d\d`,
  String.raw`${HOURS}\d\d(?:\d\d)?`,
  String.raw`${HOURS}:\d\d(?::\d\d)?`,
];

function zone(letter: 'X' | 'x' | 'Z' | 'z', count: number): DateElement | undefined {
  const limit = letter === 'z' ? 4 : 5;
  if (count > limit) throw tooMany(letter);
  if (letter === 'z')
    return { kind: 'zone', read: String.raw`Z|[+-]\d\d:\d\d|[A-Z][A-Za-z0-9~/._+-]*`, zero: 'Z' };
  if (letter === 'Z') {
    // Four of them are the localized offset, `GMT+8`.
    if (count === 4) return undefined;
    return count === 5
      ? { kind: 'zone', read: `Z|${OFFSETS[4] ?? ''}`, zero: 'Z' }
      : { kind: 'zone', read: OFFSETS[1] ?? '', zero: '+0000' };
  }
  const read = OFFSETS[count - 1] ?? '';
  if (letter === 'X') return { kind: 'zone', read: `Z|${read}`, zero: 'Z' };
  return { kind: 'zone', read, zero: count === 1 ? '+00' : count % 2 === 0 ? '+0000' : '+00:00' };
}
