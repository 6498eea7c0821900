import type { DateElement, DateNumbers } from './date-elements.js';

type Capture = Exclude<DateElement, string | { readonly kind: 'optional' }>;

/** A list of elements made ready to read texts. */
export interface ElementReader {
  readonly elements: readonly DateElement[];
  readonly pattern: RegExp;
  readonly captures: readonly Capture[];
}

export function elementReader(elements: readonly DateElement[]): ElementReader {
  return {
    elements,
    pattern: new RegExp(`^${patternOf(elements)}$`, 's'),
    captures: capturesOf(elements),
  };
}

/** What a text says; undefined if it has another form. */
export function readElements({ pattern, captures }: ElementReader, text: string): DateNumbers | undefined {
  const groups = pattern.exec(text);
  if (groups === null) return undefined;
  const numbers: DateNumbers = {};
  captures.forEach((capture, at) => {
    const found = groups[at + 1];
    if (found !== undefined) note(numbers, capture, found);
  });
  return numbers;
}

/** Where and how a text leaves the form, as Java's `DateTimeParseException` says it. */
export function whereUnread({ elements }: ElementReader, text: string): string {
  for (let count = elements.length; count > 0; count -= 1) {
    const end = new RegExp(`^${patternOf(elements.slice(0, count))}`, 's').exec(text)?.[0].length;
    if (end === undefined) continue;
    const isWhole = count === elements.length;
    return isWhole
      ? `Text '${text}' could not be parsed, unparsed text found at index ${end}`
      : `Text '${text}' could not be parsed at index ${end}`;
  }
  return `Text '${text}' could not be parsed at index 0`;
}

function capturesOf(elements: readonly DateElement[]): Capture[] {
  return elements.flatMap((element) => {
    if (typeof element === 'string') return [];
    return element.kind === 'optional' ? capturesOf(element.elements) : [element];
  });
}

function patternOf(elements: readonly DateElement[]): string {
  return elements.map(patternOfOne).join('');
}

function patternOfOne(element: DateElement): string {
  if (typeof element === 'string') return element.replace(/[$()*+.?[\\\]^{|}/-]/g, String.raw`\$&`);
  switch (element.kind) {
    case 'number':
      return `(${numberPattern(element)})`;
    case 'shortYear':
      return String.raw`(\d{2})`;
    case 'fraction':
      return `${element.mark === '.' ? String.raw`\.` : element.mark}(\\d{${element.min},${element.max}})`;
    case 'name':
      return `(${element.names.join('|')})`;
    case 'zone':
      return `(${element.read})`;
    case 'optional':
      return `(?:${patternOf(element.elements)})?`;
  }
}

function numberPattern({ min, max, sign }: Extract<DateElement, { kind: 'number' }>): string {
  const plain = `\\d{${min},${max}}`;
  if (sign === 'none') return plain;
  if (sign === 'negative') return `-?${plain}`;
  const long = max > min ? String.raw`|\+\d{${min + 1},${max}}` : '';
  return `-${plain}|\\d{${min}}${long}`;
}

function note(numbers: DateNumbers, element: Capture, text: string): void {
  switch (element.kind) {
    case 'number':
      numbers[element.field] = Number(text);
      break;
    case 'shortYear':
      numbers[element.field] = 2000 + Number(text);
      break;
    case 'fraction':
      numbers.nanos = Number(text.padEnd(9, '0'));
      break;
    case 'name':
      numbers[element.field] = element.names.indexOf(text) + (element.field === 'halfDay' ? 0 : 1);
      break;
    case 'zone':
      numbers.zone = text;
      break;
  }
}
