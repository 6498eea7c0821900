import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, numberFormat, parseException } from './request-errors.js';

/** Java's `DateTimeParseException`: the cause under a text that no format reads. ES: `JavaDateFormatter.doParse`. */
export function dateTimeParse(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'date_time_parse_exception',
    reason,
    family: 'java',
    cause,
  });
}

/** Java's `DateTimeException`: a date that reads well and does not exist, or is no instant. */
export function dateTime(reason: string, cause?: ElasticsearchError): ElasticsearchError {
  return new ElasticsearchError({ status: 500, type: 'date_time_exception', reason, family: 'java', cause });
}

/** A text that no part of the date format reads. ES: `JavaDateFormatter.parse`; rest-layer B.2. */
export function unreadableDate(text: string, format: string, cause: ElasticsearchError): ElasticsearchError {
  return illegalArgument(`failed to parse date field [${text}] with format [${format}]`, cause);
}

/** ES: `JavaDateFormatter.parse`. */
export function emptyDate(): ElasticsearchError {
  return illegalArgument('cannot parse empty datetime');
}

/** A date that a `date_nanos` field cannot hold. ES: `DateUtils.toLong`. */
export function beforeNanoseconds(date: string): ElasticsearchError {
  return illegalArgument(
    `date[${date}] is before the epoch in 1970 and cannot be stored in nanosecond resolution`,
  );
}

/** ES: `DateUtils.toLong`. */
export function afterNanoseconds(date: string): ElasticsearchError {
  return illegalArgument(
    `date[${date}] is after 2262-04-11T23:47:16.854775807 and cannot be stored in nanosecond resolution`,
  );
}

/** A date format that is neither a name nor a pattern. ES: `DateFormatters.forPattern`. */
export function invalidDateFormat(format: string, cause: ElasticsearchError): ElasticsearchError {
  return illegalArgument(`Invalid format: [${format}]: ${cause.reason ?? 'null'}`, cause);
}

/** Worded as Elasticsearch words a format that it cannot read. ES: `DateFormatters.forPattern`. */
export function unsupportedDateFormat(format: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'illegal_argument_exception',
    reason: `Invalid format: [${format}]`,
    family: 'java',
    gap: `date format [${format}]`,
  });
}

/**
 * A date that is no instant: it lacks its time of day, or its day does not exist. `fields` is the date as Java
 * prints the record. ES: `TimeUtils.parseTimeFieldToInstant`, Java's `Instant.from`.
 */
export function noInstant(fields: string, cause: ElasticsearchError): ElasticsearchError {
  const type = 'org.elasticsearch.common.time.DateTime';
  return dateTime(`Unable to obtain Instant from TemporalAccessor: ${fields} of type ${type}`, cause);
}

/** The cause under {@link noInstant} for a date without a time of day. */
export function noInstantSeconds(): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'unsupported_temporal_type_exception',
    reason: 'No InstantSeconds value available',
    family: 'java',
  });
}

/** The date part of a date-math expression cannot be read. ES: `JavaDateMathParser.parseDateTime`. */
export function unreadableDateMathDate(
  text: string,
  format: string,
  cause: ElasticsearchError,
): ElasticsearchError {
  const reason = `failed to parse date field [${text}] with format [${format}]: [${cause.reason ?? 'null'}]`;
  return parseException(reason, undefined, cause);
}

/** ES: `JavaDateMathParser.parseDateTime`. */
export function emptyDateMathDate(): ElasticsearchError {
  return parseException('cannot parse empty datetime');
}

/** ES: `JavaDateMathParser.parseMath`. */
export function unsupportedMathOperator(math: string): ElasticsearchError {
  return parseException(`operator not supported for date math [${math}]`);
}

/** ES: `JavaDateMathParser.parseMath`. */
export function truncatedMath(math: string): ElasticsearchError {
  return parseException(`truncated date math [${math}]`);
}

/** ES: `JavaDateMathParser.parseMath`. */
export function roundingByMany(math: string): ElasticsearchError {
  return parseException(`rounding \`/\` can only be used on single unit types [${math}]`);
}

/** ES: `JavaDateMathParser.parseMath`. */
export function unsupportedMathUnit(unit: string, math: string): ElasticsearchError {
  return parseException(`unit [${unit}] not supported for date math [${math}]`);
}

/** Source: rest-layer A.5; ES: `TimeValue.parseTimeValue`. */
export function timeUnitMissing(setting: string, text: string): ElasticsearchError {
  return illegalArgument(
    `failed to parse setting [${setting}] with value [${text}] as a time value: unit is missing or unrecognized`,
  );
}

/** ES: `TimeValue.parse`. */
export function negativeTimeValue(setting: string, text: string): ElasticsearchError {
  return illegalArgument(
    `failed to parse setting [${setting}] with value [${text}] as a time value: negative durations are not supported`,
  );
}

/** ES: `TimeValue.parse`. */
export function fractionalTimeValue(text: string, number: string): ElasticsearchError {
  return illegalArgument(
    `failed to parse [${text}], fractional time values are not supported`,
    notLong(number),
  );
}

/** ES: `TimeValue.parse`. */
export function unreadableTimeValue(text: string, number: string): ElasticsearchError {
  return illegalArgument(`failed to parse [${text}]`, notLong(number));
}

function notLong(text: string): ElasticsearchError {
  if (text !== '') return numberFormat(text);
  const reason = 'For input string: ""';
  return new ElasticsearchError({ status: 400, type: 'number_format_exception', reason, family: 'java' });
}
