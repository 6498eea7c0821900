import fc from 'fast-check';
import { searchDocuments } from '../../src/search/execute.js';
import { parseSearchRequest } from '../../src/search/parse-search-request.js';
import { Store } from '../../src/store/store.js';
import type { JsonObject, JsonValue } from '../../src/xcontent/json.js';
import { writeJson } from '../../src/xcontent/write-json.js';

// A naive search: one document at a time, no index, written from rest-layer B.9 alone.

const DAY = 86_400_000;
const KEYWORDS = ['a', 'b', 'c'];
const mappings: JsonObject = {
  dynamic: 'false',
  properties: {
    k: { type: 'keyword' },
    n: { type: 'long' },
    d: { type: 'date' },
    b: { type: 'boolean' },
    o: { properties: { k: { type: 'keyword' } } },
  },
};

type Doc = Readonly<Record<string, JsonValue>>;
type Clause = Readonly<Record<string, JsonObject>>;

const day = fc.integer({ min: 0, max: 5 }).map((days) => new Date(days * DAY).toISOString());
const oneOrMany = <T extends JsonValue>(value: fc.Arbitrary<T>): fc.Arbitrary<JsonValue> =>
  fc.oneof<fc.Arbitrary<JsonValue>[]>(value, fc.array(value, { maxLength: 2 }), fc.constant(null));
const document: fc.Arbitrary<Doc> = fc.record<Record<string, JsonValue>>(
  {
    k: oneOrMany(fc.constantFrom(...KEYWORDS)),
    n: oneOrMany(fc.integer({ min: -3, max: 3 })),
    d: oneOrMany(day),
    b: oneOrMany(fc.boolean()),
    o: fc.record({ k: oneOrMany(fc.constantFrom(...KEYWORDS)) }),
    'o.k': fc.constantFrom(...KEYWORDS),
    unmapped: fc.integer(),
  },
  { requiredKeys: [] },
);

const field = fc.constantFrom('k', 'n', 'd', 'b', 'o.k', 'unmapped');
const bound = fc.integer({ min: -3, max: 3 });
const keyword = fc.constantFrom('k', 'o.k', 'unmapped');

const { clause } = fc.letrec<{ clause: Clause; leaf: Clause; bool: Clause }>((tie) => ({
  clause: fc.oneof({ maxDepth: 2 }, tie('leaf'), tie('bool')),
  leaf: fc.oneof<fc.Arbitrary<Clause>[]>(
    fc.record({
      term: fc.tuple(keyword, fc.constantFrom(...KEYWORDS, 'z')).map(([key, value]) => ({ [key]: value })),
    }),
    fc.record({ term: bound.map((n) => ({ n })) }),
    fc.record({ term: fc.boolean().map((b) => ({ b })) }),
    fc.record({
      terms: fc
        .tuple(keyword, fc.array(fc.constantFrom(...KEYWORDS)))
        .map(([key, values]) => ({ [key]: values })),
    }),
    fc.record({ exists: field.map((name) => ({ field: name })) }),
    fc.record({ exists: fc.constant({ field: 'o' }) }),
    fc.record({ range: fc.record({ n: fc.record({ gte: bound, lt: bound }, { requiredKeys: [] }) }) }),
    fc.record({ range: fc.record({ d: fc.record({ gt: day, lte: day }, { requiredKeys: [] }) }) }),
    fc.record({ prefix: fc.record({ k: fc.constantFrom('a', '') }) }),
    fc.record({ ids: fc.record({ values: fc.array(fc.nat({ max: 9 }).map(String)) }) }),
    fc.record({ match_all: fc.constant({}) }),
  ),
  bool: fc.record({
    bool: fc.record<Record<string, JsonValue>>(
      {
        must: fc.array(tie('clause'), { maxLength: 2 }),
        filter: tie('clause'),
        should: fc.array(tie('clause'), { maxLength: 2 }),
        must_not: fc.array(tie('clause'), { maxLength: 2 }),
        minimum_should_match: fc.integer({ min: 0, max: 2 }),
      },
      { requiredKeys: [] },
    ),
  }),
}));

function flat(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.flatMap((member: JsonValue) => flat(member)) : [value];
}

function valuesOf(doc: Doc, path: string): JsonValue[] {
  if (path === 'unmapped') return [];
  if (path === 'o.k') return [...flat((doc['o'] as JsonObject | undefined)?.['k']), ...flat(doc['o.k'])];
  if (path === 'o') return valuesOf(doc, 'o.k');
  const values = flat(doc[path]);
  return path === 'd' ? values.map((value) => Date.parse(value as string)) : values;
}

function within(value: JsonValue, range: JsonObject, convert: (limit: JsonValue) => number): boolean {
  const number = Number(value);
  return (
    (range['gte'] === undefined || number >= convert(range['gte'])) &&
    (range['gt'] === undefined || number > convert(range['gt'])) &&
    (range['lt'] === undefined || number < convert(range['lt'])) &&
    (range['lte'] === undefined || number <= convert(range['lte']))
  );
}

function matches(query: Clause, doc: Doc, id: string): boolean {
  const [kind, body] = Object.entries(query)[0]!;
  const [path, value] = Object.entries(body)[0] ?? [];
  switch (kind) {
    case 'match_all':
      return true;
    case 'term':
      return valuesOf(doc, path!).includes(value!);
    case 'terms':
      return valuesOf(doc, path!).some((one) => (value as JsonValue[]).includes(one));
    case 'exists':
      return valuesOf(doc, value as string).length > 0;
    case 'ids':
      return (value as string[]).includes(id);
    case 'prefix':
      return valuesOf(doc, path!).some((one) => (one as string).startsWith(value as string));
    case 'range':
      return valuesOf(doc, path!).some((one) =>
        within(one, value as JsonObject, (limit) =>
          path === 'd' ? Date.parse(limit as string) : Number(limit),
        ),
      );
    default:
      return matchesBool(body, doc, id);
  }
}

function matchesBool(body: JsonObject, doc: Doc, id: string): boolean {
  const clauses = (key: string): Clause[] => flat(body[key]) as unknown as Clause[];
  const [must, filter, should, mustNot] = ['must', 'filter', 'should', 'must_not'].map(clauses);
  const all = [...must!, ...filter!, ...should!, ...mustNot!];
  if (all.length === 0) return true;
  const required = must!.length + filter!.length;
  const explicit = body['minimum_should_match'] as number | undefined;
  const minimum = explicit ?? (should!.length > 0 && required === 0 ? 1 : 0);
  return (
    [...must!, ...filter!].every((each) => matches(each, doc, id)) &&
    !mustNot!.some((each) => matches(each, doc, id)) &&
    should!.filter((each) => matches(each, doc, id)).length >= minimum
  );
}

interface Sort {
  readonly field: string;
  readonly order: 'asc' | 'desc';
  readonly missing: '_last' | '_first';
}

const sort: fc.Arbitrary<Sort> = fc.record({
  field: fc.constantFrom('k', 'n', 'd', 'b'),
  order: fc.constantFrom('asc', 'desc'),
  missing: fc.constantFrom('_last', '_first'),
});

function compareBy(sorts: readonly Sort[]): (left: Doc, right: Doc) => number {
  return (left, right) => {
    for (const { field: path, order, missing } of sorts) {
      const sign = order === 'asc' ? 1 : -1;
      const key = (doc: Doc): JsonValue | undefined =>
        valuesOf(doc, path).sort((a, b) => (a! < b! ? -sign : a! > b! ? sign : 0))[0];
      const one = key(left);
      const other = key(right);
      if (one === other) continue;
      if (one === undefined || other === undefined)
        return (one === undefined) === (missing === '_last') ? 1 : -1;
      return one! < other! ? -sign : sign;
    }
    return 0;
  };
}

type Write =
  | { readonly kind: 'put'; readonly id: number; readonly source: Doc }
  | { readonly kind: 'remove'; readonly id: number }
  | { readonly kind: 'back' };

const write: fc.Arbitrary<Write> = fc.oneof<fc.Arbitrary<Write>[]>(
  fc.record({ kind: fc.constant('put' as const), id: fc.nat({ max: 9 }), source: document }),
  fc.record({ kind: fc.constant('remove' as const), id: fc.nat({ max: 9 }) }),
  fc.record({ kind: fc.constant('back' as const) }),
);

interface Question {
  readonly query: Clause;
  readonly sorts: readonly Sort[];
  readonly from: number;
  readonly size: number;
}

const question: fc.Arbitrary<Question> = fc.record({
  query: clause,
  sorts: fc.array(sort, { maxLength: 2 }),
  from: fc.nat({ max: 4 }),
  size: fc.nat({ max: 6 }),
});

function body({ query, sorts, from, size }: Question): string {
  // Without a sort of its own: a filter scores all alike.
  if (sorts.length === 0) return writeJson({ query: { bool: { filter: query } }, from, size });
  const sortBody = sorts.map(({ field: path, order, missing }) => ({ [path]: { order, missing } }));
  return writeJson({ query, sort: sortBody, from, size });
}

describe('search against a naive reference', () => {
  it('finds the same documents in the same order, after any writes and restores', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(write, { maxLength: 8 }), question), { minLength: 1, maxLength: 4 }),
        (rounds) => {
          const store = new Store({ templates: [], uuid: () => 'uuid' });
          const index = store.createIndex('i', { mappings });
          // In the order of the last write: an update goes to the end.
          let model = new Map<string, Doc>();
          const start = { point: store.snapshot(), model: new Map(model) };
          for (const [writes, asked] of rounds) {
            for (const step of writes) {
              if (step.kind === 'back') {
                store.restore(start.point);
                model = new Map(start.model);
              } else if (step.kind === 'put') {
                store.put(index, { id: String(step.id), source: structuredClone(step.source) });
                model.delete(String(step.id));
                model.set(String(step.id), step.source);
              } else {
                store.remove(index, String(step.id));
                model.delete(String(step.id));
              }
            }
            const expected = [...model].filter(([id, doc]) => matches(asked.query, doc, id));
            const order = compareBy(asked.sorts);
            const page = expected.toSorted(([, left], [, right]) => order(left, right));
            const found = searchDocuments([index], parseSearchRequest(body(asked)), {
              now: 0,
              refreshMode: 'immediate',
            });
            expect(found.total?.value).toBe(expected.length);
            expect(found.hits.map(({ document: { id } }) => id)).toEqual(
              page.slice(asked.from, asked.from + asked.size).map(([id]) => id),
            );
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
