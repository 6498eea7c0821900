import { isDateFormat } from '../clock/parse-date.js';
import { unsupportedDateFormat } from '../errors/mapping-errors.js';

/**
 * Sees to it that a date is not held against a format that only Elasticsearch can read (`yyyy-MM-dd`).
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400), with the gap
 */
export function checkDateFormat(format: string | undefined): void {
  if (format !== undefined && !isDateFormat(format)) throw unsupportedDateFormat(format);
}
