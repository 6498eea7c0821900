import { dateTimeParse, emptyDate, invalidDateFormat, unreadableDate } from '../errors/date-errors.js';
import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { formatSeconds } from './format-instant.js';
import { parseEpoch } from './parse-epoch.js';
import { parseIsoDate, type IsoTime } from './parse-iso-date.js';
import type { Missing, ParsedDate } from './parsed-date.js';
import { strictEpoch } from './resolve-date.js';

export { toInstant, toInstantStrictly } from './resolve-date.js';
export type { Missing, ParsedDate } from './parsed-date.js';

/** The format of every date of the connector protocol, and of a `date` mapping that names none. */
export const DEFAULT_DATE_FORMAT = 'strict_date_optional_time||epoch_millis';

type Reader = (text: string, missing: Missing) => ParsedDate | undefined;

const readers: ReadonlyMap<string, readonly Reader[]> = new Map<string, readonly Reader[]>([
  ['strict_date_optional_time', [iso('any')]],
  ['strict_date_optional_time_nanos', [iso('whole')]],
  ['iso8601', [iso('any')]],
  // Elasticsearch has two parsers for these, which decides the wording of the error only.
  ['epoch_millis', [epoch(1000), nothing]],
  ['epoch_second', [epoch(1), nothing]],
]);

/** Whether {@link parseDate} knows every part of a date format such as `strict_date_optional_time||epoch_millis`. */
export function isDateFormat(format: string): boolean {
  return format.split('||').every((name) => readers.has(name));
}

/**
 * Reads a date by the first part of the format that fits; `2024` is a year, not an epoch millisecond.
 * ES: `JavaDateFormatter`, `Iso8601Parser`, `EpochTime`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` with a `date_time_parse_exception` as its cause
 */
export function parseDate(
  text: string,
  format: string = DEFAULT_DATE_FORMAT,
  missing: Missing = 'absent',
): ParsedDate {
  if (text === '') throw emptyDate();
  const chain = readersOf(format);
  for (const read of chain) {
    const date = read(text, missing);
    if (date) return date;
  }
  throw unreadableDate(text, format, whyUnread(chain));
}

/** {@link parseDate} with its default format. */
export function parseStrictDateOptionalTime(text: string): ParsedDate {
  return parseDate(text);
}

/**
 * Prints the date of a connector API body as Elasticsearch stores it: in UTC, with 3 to 9 fraction digits.
 * Source: sync-jobs §11; ES: `ConnectorUtils.parseInstant`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` if it is no date, `date_time_exception` if it is no instant
 *
 * @example reprintDate('2023-12-04T10:45:50.5+02:00') // '2023-12-04T08:45:50.500Z'
 */
export function reprintDate(text: string): string {
  const { epochSeconds, nanos } = strictEpoch(parseDate(text));
  return formatSeconds(epochSeconds, nanos);
}

function whyUnread(chain: readonly Reader[]): ElasticsearchError {
  return dateTimeParse(
    chain.length > 1 ? 'Failed to parse with all enclosed parsers' : 'Could not fully parse datetime',
  );
}

// Memory of a pure function, not state: the formats of a run are few.
const chains = new Map<string, readonly Reader[]>();

function readersOf(format: string): readonly Reader[] {
  const known = chains.get(format);
  if (known) return known;
  const chain = format.split('||').flatMap((name) => {
    const found = readers.get(name);
    if (!found) throw invalidDateFormat(format);
    return found;
  });
  chains.set(format, chain);
  return chain;
}

function iso(time: IsoTime): Reader {
  return (text, missing) => parseIsoDate(text, time, missing);
}

function epoch(unitsPerSecond: 1 | 1000): Reader {
  return (text, missing) => parseEpoch(text, unitsPerSecond, missing);
}

function nothing(): undefined {
  return undefined;
}
