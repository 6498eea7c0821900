import { parseDateMath } from '../../clock/date-math.js';
import type { Instant } from '../../clock/instant.js';
import { doubleFormat } from '../../errors/request-errors.js';
import { notBoolean } from '../../errors/query-errors.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { isIntegerType, isNumberType, numberValue, type Scalar } from '../field-values.js';

/** A term as the column of a field holds it; undefined if no document can have it. */
export function termValue(field: MappedField, value: Scalar): Scalar | undefined {
  const { type } = field;
  if (type === 'boolean') return booleanTerm(value);
  if (!isNumberType(type)) return String(value);
  const number = boundValue(field, value);
  // ES: `NumberFieldMapper.NumberType.hasDecimalPart`: no whole number equals 1.5.
  return isIntegerType(type) && typeof number === 'number' && !Number.isInteger(number) ? undefined : number;
}

/** A number to compare with; its fraction counts for whole numbers too. */
export function boundValue(field: MappedField, value: Scalar): number | bigint {
  const number = numberValue(value, false);
  if (number === undefined) throw doubleFormat(String(value));
  const isExact = isIntegerType(field.type) && typeof value === 'string' && /^-?\d+$/.test(value);
  return isExact ? (numberValue(value, true) ?? number) : number;
}

function booleanTerm(value: Scalar): boolean {
  if (typeof value === 'boolean') return value;
  const text = String(value);
  if (text === 'true') return true;
  if (text === 'false' || text === '') return false;
  throw notBoolean(text);
}

/** First and last millisecond that a date term means: `2024-01-15` is a whole day. ES: `DateFieldType.termQuery`. */
export function dateTerm(field: MappedField, value: Scalar, now: Instant): readonly [number, number] {
  const { format } = field;
  const text = String(value);
  return [
    parseDateMath(text, now, { roundUp: false, format }),
    parseDateMath(text, now, { roundUp: true, format }),
  ];
}
