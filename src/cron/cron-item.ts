import { behindEnd, broken, cutTooLong, noElement, notANumber } from './cron-error.js';
import { ALL, addValues, UNSPECIFIED, type CronDraft, type FieldName } from './cron-fields.js';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MAX_JAVA_INT = 2147483647;

/** One item of a comma list: its text, its field and what it adds to. */
interface Item {
  readonly text: string;
  readonly field: FieldName;
  readonly draft: CronDraft;
}

function charAt(text: string, index: number): string {
  const character = text[index];
  if (character === undefined) throw behindEnd(index, text.length);
  return character;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function parseInteger(text: string): number {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= -MAX_JAVA_INT - 1 && value <= MAX_JAVA_INT)) throw notANumber(text);
  return value;
}

/** The digit at `start` (anything else fails) and the digits behind it. */
function readNumber(text: string, start: number): { value: number; end: number } {
  const first = charAt(text, start);
  if (!isDigit(first)) throw notANumber(first);
  let end = start + 1;
  while (isDigit(text[end])) end += 1;
  return { value: parseInteger(text.slice(start, end)), end };
}

/** ES: `Cron.storeExpressionVals`. */
export function readItem(item: Item): void {
  const { text } = item;
  const first = text.charAt(0);
  const isLastDay = text === 'L' || text === 'LW' || /^L-[0-9]*W?$/.test(text);
  if (first >= 'A' && first <= 'Z' && !isLastDay) readNamed(item);
  else if (first === '?') readUnspecified(item);
  else if (first === '*' || first === '/') readAll(item);
  else if (first === 'L') readLastDay(item);
  else if (isDigit(first)) readNumeric(item);
  else throw broken(`Unexpected character [${first}] at pos [0] `);
}

function nameAt(text: string, start: number): string {
  if (start + 3 > text.length) throw cutTooLong(start, start + 3, text.length);
  return text.slice(start, start + 3);
}

function readNamed(item: Item): void {
  const { text, field, draft } = item;
  const name = nameAt(text, 0);
  if (field !== 'month' && field !== 'dayOfWeek') throw broken(`illegal characters [${name}] at pos [0] '`);
  const value = namedValue(field, name, 0);
  if (text[3] === '-') {
    addValues(draft, field, value, namedValue(field, nameAt(text, 4), 4), 1);
    return;
  }
  if (field === 'dayOfWeek' && text[3] === '#') draft.nthDayOfWeek = nthOf(text, 4);
  if (field === 'dayOfWeek' && text[3] === 'L') draft.isLastDayOfWeek = true;
  addValues(draft, field, value, -1, 0);
}

function namedValue(field: 'month' | 'dayOfWeek', name: string, position: number): number {
  const index = (field === 'month' ? MONTHS : DAYS).indexOf(name);
  if (index >= 0) return index + 1;
  throw broken(`invalid ${field === 'month' ? 'Month' : 'Day-of-Week'} value [${name}] at pos [${position}]`);
}

function nthOf(text: string, start: number): number {
  const nth = /^[+-]?\d+$/.test(text.slice(start)) ? Number(text.slice(start)) : NaN;
  if (nth >= 1 && nth <= 5) return nth;
  throw broken(`a numeric value between 1 and 5 must follow the '#' option at pos [${start}]`);
}

function readUnspecified({ text, field, draft }: Item): void {
  if (text.length > 2 && text[1] !== ' ' && text[2] !== '\t') {
    throw broken(`illegal character [${text.charAt(1)}] after '?' at pos [1]`);
  }
  if (field !== 'dayOfWeek' && field !== 'dayOfMonth') {
    throw broken("'?' can only be specified for Day-of-Month or Day-of-Week. at pos [1]");
  }
  if (field === 'dayOfWeek' && !draft.isLastDayOfMonth) {
    const daysOfMonth = [...draft.values.dayOfMonth];
    if (daysOfMonth.length === 0) throw noElement();
    if (Math.max(...daysOfMonth) === UNSPECIFIED) {
      throw broken("'?' can only be specified for Day-of-Month -OR- Day-of-Week. at pos [1]");
    }
  }
  addValues(draft, field, UNSPECIFIED, -1, 0);
}

/** A star, or a step with or without one before it. */
function readAll({ text, field, draft }: Item): void {
  if (text === '*') {
    addValues(draft, field, ALL, -1, 0);
    return;
  }
  if (text === '/') throw broken("'/' must be followed by an integer. at pos [0]");
  const slash = text.startsWith('*') ? 1 : 0;
  if (text[slash] !== '/') {
    addValues(draft, field, ALL, -1, 1);
    return;
  }
  if (slash + 1 >= text.length) throw broken(`Unexpected end of string. at pos [${slash + 1}]`);
  const step = parseInteger(text.slice(slash + 1));
  checkStep(field, step, slash + (step > 10 ? 3 : 2));
  addValues(draft, field, ALL, -1, step);
}

function checkStep(field: FieldName, step: number, position: number): void {
  const at = `at pos [${position}]`;
  if (step > 59 && (field === 'second' || field === 'minute')) throw broken(`increment [${step}] > 60 ${at}`);
  if (step > 23 && field === 'hour') throw broken(`increment [${step}] > 24 ${at}`);
  if (step > 31 && field === 'dayOfMonth') throw broken(`increment [${step}] > 31 ${at} `);
  if (step > 7 && field === 'dayOfWeek') throw broken(`increment [${step}] > 7 ${at} `);
  if (step > 12 && field === 'month') throw broken(`increment [${step}] > 12 ${at}`);
}

/** `L`, `LW`, `L-n` and `L-nW`. In other fields than the two of days it means nothing. */
function readLastDay({ text, field, draft }: Item): void {
  if (field === 'dayOfWeek') addValues(draft, field, 7, 7, 0);
  if (field !== 'dayOfMonth') return;
  draft.isLastDayOfMonth = true;
  let at = 1;
  if (text[1] === '-') {
    charAt(text, 2);
    while (isDigit(text[at + 1])) at += 1;
    draft.lastDayOffset = at === 1 ? 0 : parseInteger(`0${text.slice(2, at + 1)}`);
    if (draft.lastDayOffset > 30) throw broken('offset from last day must be <= 30 at pos [2]');
    at += 1;
  }
  if (text[at] === 'W') draft.isNearestWeekday = true;
}

/** ES: `Cron.checkNext`. */
function readNumeric(item: Item): void {
  const { text, field, draft } = item;
  const { value, end } = readNumber(text, 0);
  switch (text[end]) {
    case 'L':
      readLastWeekday(item, value, end);
      return;
    case 'W':
      readNearestWeekday(item, value, end);
      return;
    case '#':
      if (field !== 'dayOfWeek') throw broken(`'#' option is not valid here. at pos [${end}]`);
      draft.nthDayOfWeek = nthOf(text, end + 1);
      draft.values.dayOfWeek.add(value);
      return;
    case '-':
      readRange(item, value, end + 1);
      return;
    case '/':
      readStep(item, value, end + 1);
      return;
    default:
      addValues(draft, field, value, -1, 0);
  }
}

function readLastWeekday({ field, draft }: Item, value: number, position: number): void {
  if (field !== 'dayOfWeek') throw broken(`'L' option is not valid here. at pos [${position}]`);
  if (value < 1 || value > 7) throw broken('Day-of-Week values must be between 1 and 7');
  draft.isLastDayOfWeek = true;
  draft.values.dayOfWeek.add(value);
}

function readNearestWeekday({ field, draft }: Item, value: number, position: number): void {
  if (field !== 'dayOfMonth') throw broken(`'W' option is not valid here. at pos [${position}]`);
  if (value > 31) {
    const limit = 'larger than 31 (max number of days in a month)';
    throw broken(`the 'W' option does not make sense with values ${limit} at pos [${position}]`);
  }
  draft.isNearestWeekday = true;
  draft.values.dayOfMonth.add(value);
}

function readRange({ text, field, draft }: Item, value: number, start: number): void {
  const last = readNumber(text, start);
  const step = text[last.end] === '/' ? readNumber(text, last.end + 1).value : 1;
  addValues(draft, field, value, last.value, step);
}

function readStep({ text, field, draft }: Item, value: number, start: number): void {
  const first = charAt(text, start);
  if (!isDigit(first)) throw notANumber(first);
  const second = text[start + 1];
  if (second !== undefined && !isDigit(second)) {
    throw broken(`Unexpected character [${second}] after '/' at pos [${start + 1}]`);
  }
  addValues(draft, field, value, -1, readNumber(text, start).value);
}
