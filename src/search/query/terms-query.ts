import { asRefusal } from '../../errors/elasticsearch-error.js';
import {
  noTermsValue,
  termsOfManyFields,
  termsWithoutField,
  tooManyTerms,
  unknownToken,
  unsupportedOption,
} from '../../errors/query-errors.js';
import { readDouble } from '../../xcontent/coercion.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
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

/** Up to here each term gets a bitset of its own, beyond it every document is looked up. */
const MOST_BITSETS = 64;
const MAX_TERMS = 65_536;

/** ES: `TermsQueryBuilder.fromXContent`. */
export function parseTerms(reader: JsonReader): Query {
  let field: string | undefined;
  let values: Scalar[] = [];
  let boost = 1;
  let queryName: string | undefined;
  while (reader.nextToken() !== 'END_OBJECT') {
    if (reader.token === 'FIELD_NAME') continue;
    const name = reader.fieldName;
    if (reader.token === 'START_ARRAY') {
      if (field !== undefined) throw termsOfManyFields(reader.location());
      field = name;
      values = readValues(reader);
    } else if (reader.token === 'START_OBJECT') {
      const error = unsupportedOption(reader.location(), 'terms', name);
      throw asRefusal(error, 'terms lookup');
    } else if (isScalarToken(reader.token)) {
      if (name === 'boost') boost = readDouble(reader);
      else if (name === '_name') queryName = reader.text;
      else throw unsupportedOption(reader.location(), 'terms', name);
    } else {
      throw unknownToken(reader.location(), 'terms', reader.token, name);
    }
  }
  if (field === undefined) {
    throw termsWithoutField(reader.location());
  }
  return named(boosted(termsQuery(field, values), boost), queryName);
}

function readValues(reader: JsonReader): Scalar[] {
  const values: Scalar[] = [];
  while (reader.nextToken() !== 'END_ARRAY') {
    const value = reader.readValue();
    if (value === null) throw noTermsValue(reader.location());
    values.push(typeof value === 'object' ? JSON.stringify(value) : value);
  }
  return values;
}

function termsQuery(field: string, values: readonly Scalar[]): Query {
  if (field === '_id') return idsQuery(values.map(String));
  if (field === '_ignored') return ignoredQuery((name) => values.includes(name));
  return { compile: (context) => compileTerms(field, values, context) };
}

function compileTerms(field: string, values: readonly Scalar[], { view, now }: QueryContext): Clause {
  const limit = Number(view.index.metadata.settings['max_terms_count'] ?? MAX_TERMS);
  if (values.length > limit) throw tooManyTerms(values.length, limit);
  if (field === '_index') return values.includes(view.index.name) ? slotsClause(view.live, 1) : noSlots();
  const column = view.column(field);
  if (column === undefined || values.length === 0) return noSlots();
  if (isDateType(column.field.type)) {
    const spans = values.map((value) => dateTerm(column.field, value, now));
    const isWithin = (date: Scalar): boolean =>
      spans.some(([first, last]) => (date as number) >= first && (date as number) <= last);
    return testClause((slot) => column.has(slot, isWithin), 1);
  }
  return anyTerm(column, values);
}

function anyTerm(column: Column, values: readonly Scalar[]): Clause {
  const terms = new Set<Scalar>();
  for (const value of values) {
    const term = termValue(column.field, value);
    if (term !== undefined) terms.add(term);
  }
  if (terms.size > MOST_BITSETS) return testClause((slot) => column.has(slot, (term) => terms.has(term)), 1);
  const [only, ...others] = terms;
  if (only === undefined) return noSlots();
  if (others.length === 0) return slotsClause(column.slotsOf(only), 1);
  const slots = new Bitset();
  for (const term of terms) slots.or(column.slotsOf(term));
  return slotsClause(slots, 1);
}
