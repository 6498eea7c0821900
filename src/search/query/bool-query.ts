import {
  custom,
  float,
  objectParser,
  optional,
  string,
  boolean,
  type FieldKind,
} from '../../xcontent/object-parser.js';
import type { JsonReader } from '../../xcontent/json-reader.js';
import { Bitset } from '../bitset.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import { named } from './named-query.js';
import {
  boosted,
  restrict,
  scoreOf,
  slotsClause,
  type Clause,
  type Query,
  type QueryContext,
  type Score,
} from './query.js';

interface BoolClauses {
  readonly must: readonly Query[];
  readonly filter: readonly Query[];
  readonly should: readonly Query[];
  readonly mustNot: readonly Query[];
  /** As it was written: a number, a percentage, or conditions on the number of clauses. */
  readonly minimum: string | undefined;
}

type InnerParser = (reader: JsonReader) => Query;

/** ES: `BoolQueryBuilder`, an object parser: its unknown fields and inner failures are worded as one's. */
export function parseBool(reader: JsonReader, parseInner: InnerParser): Query {
  const clauses = clauseList(parseInner);
  const parsed = objectParser('bool', {
    must: optional(clauses),
    should: optional(clauses),
    must_not: optional(clauses),
    filter: optional(clauses),
    adjust_pure_negative: optional(boolean()),
    minimum_should_match: optional(text()),
    _name: optional(string()),
    boost: optional(float()),
  }).parse(reader);
  const query = boosted(
    boolQuery({
      must: parsed.must ?? [],
      filter: parsed.filter ?? [],
      should: parsed.should ?? [],
      mustNot: parsed.must_not ?? [],
      minimum: parsed.minimum_should_match ?? undefined,
    }),
    parsed.boost ?? 1,
  );
  return named(query, parsed._name);
}

export function boolQuery(clauses: BoolClauses): Query {
  return { compile: (context) => compileBool(clauses, context) };
}

/** What matches any of some queries. */
export function anyOf(should: readonly Query[]): Query {
  const [only] = should;
  if (only !== undefined && should.length === 1) return only;
  return boolQuery({ must: [], filter: [], should, mustNot: [], minimum: '1' });
}

/** What a query finds within a filter, with its scores. */
export function filtered(query: Query, filter: Query): Query {
  return boolQuery({ must: [query], filter: [filter], should: [], mustNot: [], minimum: undefined });
}

/** ES: `declareObjectArrayOrNull`: an object, an array of objects, or null. */
function clauseList(parseInner: InnerParser): FieldKind<Query[]> {
  return custom(['START_OBJECT', 'START_ARRAY', 'VALUE_NULL'], (reader) => {
    if (reader.token === 'VALUE_NULL') return [];
    if (reader.token === 'START_OBJECT') return [parseInner(reader)];
    const queries: Query[] = [];
    while (reader.nextToken() !== 'END_ARRAY') queries.push(parseInner(reader));
    return queries;
  });
}

function text(): FieldKind<string | null> {
  return custom(['VALUE_NUMBER', 'VALUE_STRING', 'VALUE_BOOLEAN', 'VALUE_NULL'], (reader) =>
    reader.token === 'VALUE_NULL' ? null : reader.text,
  );
}

function compileBool(bool: BoolClauses, context: QueryContext): Clause {
  const compile = (query: Query): Clause => query.compile(context);
  const must = bool.must.map(compile);
  const mustNot = bool.mustNot.map(compile);
  const should = bool.should.map(compile);
  const filter = bool.filter.map(compile);
  const { view } = context;
  if (must.length + mustNot.length + should.length + filter.length === 0) return slotsClause(view.live, 1);
  const slots = view.live.clone();
  const required = [...must, ...filter];
  for (const clause of required) if (clause.slots) slots.and(clause.slots);
  for (const clause of mustNot) if (clause.slots) slots.andNot(clause.slots);
  const minimum =
    bool.minimum === undefined
      ? Number(required.length === 0)
      : minimumShouldMatch(bool.minimum, should.length);
  if (should.length > 0 || bool.minimum !== undefined) keepOptional(slots, should, minimum);
  for (const clause of required) if (!clause.slots) restrict(slots, clause.test);
  for (const clause of mustNot) if (!clause.slots) restrict(slots, (slot) => !clause.test(slot));
  return slotsClause(slots, scoreOfAll(must, should));
}

/** Keeps the slots that enough of the optional clauses match. */
function keepOptional(slots: Bitset, should: readonly Clause[], minimum: number): void {
  if (minimum <= 0) return;
  const sets = should.map((clause) => clause.slots).filter((set) => set !== undefined);
  if (minimum === 1 && sets.length === should.length) {
    const any = new Bitset();
    for (const set of sets) any.or(set);
    slots.and(any);
    return;
  }
  restrict(slots, (slot) => {
    let matches = 0;
    for (const clause of should) if (clause.test(slot)) matches += 1;
    return matches >= minimum;
  });
}

function scoreOfAll(must: readonly Clause[], should: readonly Clause[]): Score {
  const varying = must.filter(({ score }) => typeof score !== 'number');
  let fixed = 0;
  for (const { score } of must) if (typeof score === 'number') fixed += score;
  if (varying.length === 0 && should.length === 0) return fixed;
  return (slot) => {
    let total = fixed;
    for (const { score } of varying) total += scoreOf(score, slot);
    for (const clause of should) if (clause.test(slot)) total += scoreOf(clause.score, slot);
    return total;
  };
}
