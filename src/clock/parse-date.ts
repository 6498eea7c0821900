import { dateTimeParse, emptyDate, unreadableDate } from '../errors/date-errors.js';
import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { dateFormat, type DateReader } from './date-format.js';
import { formatSeconds } from './format-instant.js';
import { toMicros, type Instant } from './instant.js';
import type { Missing, ParsedDate } from './parsed-date.js';
import { strictEpoch } from './resolve-date.js';

export { toInstant, toInstantStrictly, toNanos } from './resolve-date.js';
export type { Missing, ParsedDate } from './parsed-date.js';

/** The format of every date of the connector protocol, and of a `date` mapping that names none. */
export const DEFAULT_DATE_FORMAT = 'strict_date_optional_time||epoch_millis';

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
  const { readers } = dateFormat(format);
  for (const { read } of readers) {
    const date = read(text, missing);
    if (date) return date;
  }
  throw unreadableDate(text, format, whyUnread(text, readers));
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

function whyUnread(text: string, [first, ...others]: readonly DateReader[]): ElasticsearchError {
  return first === undefined || others.length > 0
    ? dateTimeParse('Failed to parse with all enclosed parsers')
    : first.why(text);
}

/** Prints an instant in UTC as the first part of a format does. ES: `JavaDateFormatter.format`. */
export function printDate(instant: Instant, format: string = DEFAULT_DATE_FORMAT): string {
  const seconds = Math.floor(instant / 1000);
  return dateFormat(format).print(seconds, toMicros(instant - seconds * 1000) * 1000);
}
