import { parseDateMath } from '../../clock/date-math.js';
import type { Instant } from '../../clock/instant.js';
import { doubleFormat } from '../../errors/request-errors.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { isDateType, isNumberType, numberValue, type Scalar } from '../field-values.js';

/** What an aggregation says of values that are not there, or not mapped. */
export interface MissingOptions {
  readonly missing: Scalar | undefined;
  readonly format: string | undefined;
  /** `value_type`: what a field is taken for that is not mapped. */
  readonly valueType: string | undefined;
}

const VALUE_TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'keyword'],
  ['ip', 'ip'],
  ['long', 'long'],
  ['integer', 'long'],
  ['short', 'long'],
  ['byte', 'long'],
  ['number', 'double'],
  ['numeric', 'double'],
  ['double', 'double'],
  ['float', 'double'],
  ['date', 'date'],
  ['boolean', 'boolean'],
]);

/**
 * The type of the values that an aggregation has: that of the field, or else what the request says; undefined where
 * there can be none. ES: `ValuesSourceConfig.internalResolve`.
 */
export function aggregatedType(
  field: MappedField | undefined,
  { missing, valueType }: MissingOptions,
): string | undefined {
  if (field !== undefined) return field.type;
  if (missing === undefined) return undefined;
  const said = valueType === undefined ? undefined : VALUE_TYPES.get(valueType.toLowerCase());
  const isFraction = typeof missing === 'number' && !Number.isInteger(missing);
  if (said !== undefined) return said === 'long' && isFraction ? 'double' : said;
  if (typeof missing === 'string') return 'keyword';
  return typeof missing === 'boolean' ? 'boolean' : isFraction ? 'double' : 'long';
}

/** `missing` as the index would hold it. ES: `ValuesSourceConfig.replaceMissing`. */
export function missingValue(
  type: string | undefined,
  field: MappedField | undefined,
  { missing, format }: MissingOptions,
  now: Instant,
): Scalar | undefined {
  if (missing === undefined || type === undefined) return undefined;
  if (isDateType(type) && typeof missing === 'string')
    return parseDateMath(missing, now, { roundUp: false, format: format ?? field?.format });
  if (type === 'boolean') return missing === true || missing === 'true' || missing === 1;
  if (!isNumberType(type)) return isDateType(type) ? missing : String(missing);
  const number = numberValue(missing, false);
  if (number === undefined) throw doubleFormat(String(missing));
  return number;
}
