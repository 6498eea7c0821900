import { multipleFields, noFieldName, unsupportedOption } from '../../errors/query-errors.js';
import { dateFormat } from '../../clock/date-format.js';
import { parseDateMath } from '../../clock/date-math.js';
import { readBoolean, readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import type { JsonValue } from '../../xcontent/json.js';
import { isDateType, isNumberType, type Scalar } from '../field-values.js';
import { named } from './named-query.js';
import { boosted, noSlots, testClause, type Clause, type Query, type QueryContext } from './query.js';
import type { MappedField } from '../../store/mapping-fields.js';
import { isScalarToken } from './tokens.js';
import { boundValue, termValue } from './term-value.js';

interface Range {
  from: Scalar | null;
  to: Scalar | null;
  includesFrom: boolean;
  includesTo: boolean;
  timeZone: string | undefined;
  format: string | undefined;
  boost: number;
  name: string | undefined;
}

/** ES: `RangeQueryBuilder.fromXContent`. */
export function parseRange(reader: JsonReader): Query {
  const range: Range = {
    from: null,
    to: null,
    includesFrom: true,
    includesTo: true,
    timeZone: undefined,
    format: undefined,
    boost: 1,
    name: undefined,
  };
  let field: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (reader.token === 'START_OBJECT') {
      if (field !== undefined) throw multipleFields(reader.location(), 'range', field, name);
      field = name;
      readRange(reader, range);
    } else if (isScalarToken(reader.token)) throw unsupportedOption(reader.location(), 'range', name);
    else reader.skipChildren();
  }
  if (field === undefined || field === '') throw noFieldName();
  return named(boosted(rangeQuery(field, range), range.boost), range.name);
}

function readRange(reader: JsonReader, range: Range): void {
  while (reader.nextToken() !== 'END_OBJECT') {
    const name = reader.fieldName;
    reader.nextToken();
    if (!readBound(reader, name, range)) readOption(reader, name, range);
  }
}

function readBound(reader: JsonReader, name: string, range: Range): boolean {
  switch (name) {
    case 'from':
      range.from = bound(reader.readValue());
      return true;
    case 'to':
      range.to = bound(reader.readValue());
      return true;
    case 'gt':
    case 'gte':
      range.from = bound(reader.readValue());
      range.includesFrom = name === 'gte';
      return true;
    case 'lt':
    case 'lte':
      range.to = bound(reader.readValue());
      range.includesTo = name === 'lte';
      return true;
    default:
      return false;
  }
}

function readOption(reader: JsonReader, name: string, range: Range): void {
  if (name === 'include_lower') range.includesFrom = readBoolean(reader);
  else if (name === 'include_upper') range.includesTo = readBoolean(reader);
  else if (name === 'boost') range.boost = readDouble(reader);
  else if (name === 'time_zone') range.timeZone = reader.text;
  else if (name === 'format') range.format = reader.text;
  else if (name === '_name') range.name = reader.text;
  else if (name !== 'relation') throw unsupportedOption(reader.location(), 'range', name);
}

function bound(value: JsonValue): Scalar | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function rangeQuery(field: string, range: Range): Query {
  return { compile: (context) => compileRange(field, range, context) };
}

function compileRange(field: string, range: Range, context: QueryContext): Clause {
  const column = context.view.column(field);
  if (column === undefined) return noSlots();
  const from =
    range.from === null
      ? undefined
      : comparable(column.field, range.from, range, context, !range.includesFrom);
  const to =
    range.to === null ? undefined : comparable(column.field, range.to, range, context, range.includesTo);
  const { includesFrom, includesTo } = range;
  const isWithin = (value: Scalar): boolean =>
    (from === undefined || (includesFrom ? value >= from : value > from)) &&
    (to === undefined || (includesTo ? value <= to : value < to));
  return testClause((slot) => column.has(slot, isWithin), 1);
}

/**
 * A bound to compare with. Dates: `gt` and `lte` take the last millisecond of what they name, `gte` and `lt` the first.
 * Source: rest-layer B.9, date math.
 */
function comparable(
  field: MappedField,
  value: Scalar,
  { format, timeZone }: Range,
  { now }: QueryContext,
  isLast: boolean,
): Scalar {
  if (isDateType(field.type)) {
    if (format !== undefined) dateFormat(format);
    return parseDateMath(String(value), now, { roundUp: isLast, format: format ?? field.format, timeZone });
  }
  if (isNumberType(field.type)) return boundValue(field, value);
  return termValue(field, value) ?? String(value);
}
