import { dateTimeParse, invalidDateFormat, unsupportedDateFormat } from '../errors/date-errors.js';
import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import { illegalArgument } from '../errors/request-errors.js';
import type { DateElement } from './date-elements.js';
import { parseJavaPattern } from './java-pattern.js';
import { ISO_NANOS_PRINTER, ISO_PRINTER, namedFormats, weekFormats } from './named-formats.js';
import { parseEpoch } from './parse-epoch.js';
import { parseIsoDate } from './parse-iso-date.js';
import type { Missing, ParsedDate } from './parsed-date.js';
import { printElements } from './print-elements.js';
import { elementReader, readElements, whereUnread, type ElementReader } from './read-elements.js';
import { resolveNumbers, type Resolver } from './resolve-numbers.js';

/** One alternative of a format. */
export interface DateReader {
  readonly read: (text: string, missing: Missing) => ParsedDate | undefined;
  /** Why it did not, where it was the only one. */
  readonly why: (text: string) => ElasticsearchError;
}

/** A date format such as `yyyy-MM-dd||epoch_millis`. ES: `DateFormatter`. */
export interface DateFormat {
  readonly readers: readonly DateReader[];
  /** As the first alternative prints. */
  readonly print: (epochSeconds: number, nanos: number) => string;
}

// Memory of a pure function, not state: the formats of a run are few.
const known = new Map<string, DateFormat>();

/**
 * Makes a format. ES: `DateFormatter.forPattern`.
 *
 * @throws ElasticsearchError `illegal_argument_exception`: it is none, or one that is not emulated (with the gap)
 */
export function dateFormat(text: string): DateFormat {
  const made = known.get(text);
  if (made !== undefined) return made;
  if (text === '') throw illegalArgument('No date pattern provided');
  const parts = text.split('||').map((part) => {
    if (part === '') throw illegalArgument(`Cannot have empty element in multi date format pattern: ${text}`);
    return formatOf(part);
  });
  const format: DateFormat = {
    readers: parts.flatMap(({ readers }) => readers),
    print: (parts[0] as DateFormat).print,
  };
  known.set(text, format);
  return format;
}

function formatOf(text: string): DateFormat {
  const special = SPECIAL.get(text);
  if (special !== undefined) return special;
  const named = namedFormats().get(text);
  if (named !== undefined) {
    const reader = readerOf(named.reads, named.resolver);
    return { readers: named.isSingle ? [reader] : [reader, NOTHING], print: printer(named.prints) };
  }
  if (weekFormats().has(text)) throw unsupportedDateFormat(text);
  return patternFormat(text);
}

function patternFormat(text: string): DateFormat {
  try {
    const elements = parseJavaPattern(text);
    // A year of an era makes no date on its own: Elasticsearch does that itself, later.
    const resolver = elements.some(isYearOfEra) ? 'late' : 'strict';
    return { readers: [readerOf(elements, resolver)], print: printer(elements) };
  } catch (error) {
    if (isElasticsearchError(error) && error.gap === undefined) throw invalidDateFormat(text, error);
    throw error;
  }
}

function isYearOfEra(element: DateElement): boolean {
  return typeof element !== 'string' && 'field' in element && element.field === 'yearOfEra';
}

function printer(elements: readonly DateElement[]): DateFormat['print'] {
  return (epochSeconds, nanos) => printElements(elements, epochSeconds, nanos);
}

function readerOf(elements: readonly DateElement[], resolver: Resolver): DateReader {
  const reader = elementReader(elements);
  return {
    read: (text, missing) => {
      const numbers = readElements(reader, text);
      if (numbers === undefined) return undefined;
      try {
        return resolveNumbers(numbers, resolver, missing);
      } catch (error) {
        if (isElasticsearchError(error)) return undefined;
        throw error;
      }
    },
    why: (text) => whyUnread(reader, resolver, text),
  };
}

/** Java: `DateTimeFormatter.parse`. */
function whyUnread(reader: ElementReader, resolver: Resolver, text: string): ElasticsearchError {
  const numbers = readElements(reader, text);
  if (numbers === undefined) return dateTimeParse(whereUnread(reader, text));
  try {
    resolveNumbers(numbers, resolver, 'absent');
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return dateTimeParse(`Text '${text}' could not be parsed: ${error.reason ?? 'null'}`, error);
  }
  return dateTimeParse('Could not fully parse datetime');
}

function plainReader(read: DateReader['read']): DateReader {
  return { read, why: () => dateTimeParse('Could not fully parse datetime') };
}

/** Stands for a second parser of Elasticsearch's, which decides the wording of errors only. */
const NOTHING = plainReader(() => undefined);

const isoPrint = printer(ISO_PRINTER);

const SPECIAL: ReadonlyMap<string, DateFormat> = new Map<string, DateFormat>([
  ['strict_date_optional_time', { readers: [plainReader(readIso)], print: isoPrint }],
  ['iso8601', { readers: [plainReader(readIso)], print: isoPrint }],
  [
    'strict_date_optional_time_nanos',
    {
      readers: [plainReader((text, missing) => parseIsoDate(text, 'whole', missing))],
      print: printer(ISO_NANOS_PRINTER),
    },
  ],
  [
    'epoch_millis',
    {
      readers: [plainReader((text, missing) => parseEpoch(text, 1000, missing)), NOTHING],
      print: (seconds, nanos) =>
        decimal(seconds * 1000 + Math.floor(nanos / 1_000_000), nanos % 1_000_000, 6),
    },
  ],
  [
    'epoch_second',
    {
      readers: [plainReader((text, missing) => parseEpoch(text, 1, missing)), NOTHING],
      print: (seconds, nanos) => decimal(seconds, nanos, 9),
    },
  ],
]);

function readIso(text: string, missing: Missing): ParsedDate | undefined {
  return parseIsoDate(text, 'any', missing);
}

/** A count with what is left over, without zeros at its end. ES: `EpochTime`. */
function decimal(count: number, rest: number, width: number): string {
  if (rest === 0) return String(count);
  const isNegative = count < 0;
  const whole = isNegative ? -count - 1 : count;
  const below = isNegative ? 10 ** width - rest : rest;
  return `${isNegative ? '-' : ''}${whole}.${String(below).padStart(width, '0').replace(/0+$/, '')}`;
}
