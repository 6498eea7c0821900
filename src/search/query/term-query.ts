import {
  arrayAsTermValue,
  arrayOfTerms,
  multipleFields,
  noFieldName,
  noValue,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readBoolean, readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { Column } from '../column.js';
import { isDateType, type Scalar } from '../field-values.js';
import { ignoredQuery } from './ignored-query.js';
import { idsQuery } from './match-all-query.js';
import { named } from './named-query.js';
import {
  boosted,
  noSlots,
  slotsClause,
  testClause,
  type Clause,
  type Query,
  type QueryContext,
} from './query.js';
import { isScalarToken } from './tokens.js';
import { dateTerm, termValue } from './term-value.js';

interface TermOptions {
  value: JsonValue | undefined;
  boost: number;
  isCaseInsensitive: boolean;
  name: string | undefined;
}

/** ES: `TermQueryBuilder.fromXContent`. */
export function parseTerm(reader: JsonReader): Query {
  const options: TermOptions = { value: undefined, boost: 1, isCaseInsensitive: false, name: undefined };
  let field: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (reader.token === 'START_OBJECT') {
      if (field !== undefined) throw multipleFields(reader.location(), 'term', field, name);
      field = name;
      readOptions(reader, options);
    } else if (isScalarToken(reader.token)) {
      if (field !== undefined) throw multipleFields(reader.location(), 'term', field, name);
      field = name;
      options.value = reader.readValue();
    } else if (reader.token === 'START_ARRAY') {
      throw arrayOfTerms(reader.location());
    }
  }
  if (field === undefined || field === '') throw noFieldName();
  const { value } = options;
  if (value === undefined || value === null) throw noValue();
  const query = termQuery(field, value as Scalar, options.isCaseInsensitive);
  return named(boosted(query, options.boost), options.name);
}

function readOptions(reader: JsonReader, options: TermOptions): void {
  while (reader.nextToken() !== 'END_OBJECT') {
    const name = reader.fieldName;
    reader.nextToken();
    if (name === 'term' || name === 'value') {
      if (name === 'value' && reader.token === 'START_ARRAY') throw arrayAsTermValue(reader.location());
      options.value = reader.readValue();
    } else if (name === 'boost') options.boost = readDouble(reader);
    else if (name === 'case_insensitive') options.isCaseInsensitive = readBoolean(reader);
    else if (name === '_name') options.name = reader.text;
    else throw unsupportedOption(reader.location(), 'term', name);
  }
}

export function termQuery(field: string, value: Scalar, isCaseInsensitive = false): Query {
  if (field === '_id') return idsQuery([String(value)]);
  if (field === '_ignored') return ignoredQuery((name) => name === String(value));
  return { compile: (context) => compileTerm(field, value, isCaseInsensitive, context) };
}

function compileTerm(
  field: string,
  value: Scalar,
  isCaseInsensitive: boolean,
  context: QueryContext,
): Clause {
  const { view } = context;
  if (field === '_index') return String(value) === view.index.name ? slotsClause(view.live, 1) : noSlots();
  const column = view.column(field);
  if (column === undefined) return noSlots();
  if (isDateType(column.field.type)) {
    const [first, last] = dateTerm(column.field, value, context.now);
    return testClause(
      (slot) => column.has(slot, (date) => (date as number) >= first && (date as number) <= last),
      1,
    );
  }
  return isCaseInsensitive ? anyCase(column, String(value)) : exactTerm(column, value);
}

function exactTerm(column: Column, value: Scalar): Clause {
  const term = termValue(column.field, value);
  return term === undefined ? noSlots() : slotsClause(column.slotsOf(term), 1);
}

function anyCase(column: Column, value: string): Clause {
  const wanted = value.toLowerCase();
  return testClause((slot) => column.has(slot, (term) => String(term).toLowerCase() === wanted), 1);
}
