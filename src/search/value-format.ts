import { dateFormat } from '../clock/date-format.js';
import { printDate } from '../clock/parse-date.js';
import { asRefusal } from '../errors/elasticsearch-error.js';
import { formatsUnsupported } from '../errors/search-errors.js';
import type { MappedField } from '../store/mapping-fields.js';
import { decimalFormat } from './decimal-format.js';
import { isDateType, isNumberType } from './field-values.js';

/**
 * Sees to it that the values of a field can be shown in a format: dates only.
 * ES: `MappedFieldType.checkNoFormat`, `DateFieldMapper.DateFieldType.docValueFormat`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function checkValueFormat(field: MappedField, format: string | undefined): void {
  if (format === undefined) return;
  if (isDateType(field.type)) dateFormat(format);
  else throw formatsUnsupported(field.path, field.type);
}

/** The same for values that come from the index, where numbers have formats, too. ES: `DocValueFormat.Decimal`. */
export function checkDocValueFormat(field: MappedField, format: string | undefined): void {
  if (format === undefined || !isNumberType(field.type)) checkValueFormat(field, format);
  else if (decimalFormat(format) === undefined)
    throw asRefusal(formatsUnsupported(field.path, field.type), `decimal format [${format}]`);
}

/** What the text beside a value says, and what stands in its place in hits; undefined where there is none. */
export function valueText(
  type: string,
  field: MappedField | undefined,
  value: number | bigint,
  format: string | undefined,
): string | undefined {
  if (isDateType(type)) return printDateValue(field, Number(value), format);
  if (type === 'boolean') return String(Number(value) !== 0);
  return format !== undefined && isNumberType(type) ? decimalFormat(format)?.(value) : undefined;
}

/** A date of the index as a format, or else the field's own, shows it. */
export function printDateValue(
  field: MappedField | undefined,
  value: number,
  format: string | undefined,
): string {
  return printDate(Math.trunc(value), format ?? field?.format);
}
