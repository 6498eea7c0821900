import fc from 'fast-check';
import { createFakeElasticsearch, type FakeElasticsearch } from '../../src/index.js';
import { lines } from './describe-documents.js';

interface Write {
  readonly action: 'index' | 'create' | 'update' | 'delete';
  readonly id: string;
  readonly routing: string | undefined;
  readonly source: object;
  readonly isUpsert: boolean;
  readonly seqNo: number | undefined;
}

const key = fc.constantFrom('a', 'b', '__proto__', 'ü');
const source = fc.dictionary(
  key,
  fc.oneof(fc.integer(), fc.constant(null), fc.dictionary(key, fc.integer())),
);

const write: fc.Arbitrary<Write> = fc.record({
  action: fc.constantFrom('index', 'create', 'update', 'delete'),
  id: fc.constantFrom('1', '2', 'ä/ ?'),
  routing: fc.constantFrom(undefined, 'r'),
  source,
  isUpsert: fc.boolean(),
  seqNo: fc.option(fc.nat(6), { nil: undefined }),
});

const isCompared = ({ action, seqNo, isUpsert }: Write): boolean =>
  seqNo !== undefined && action !== 'create' && !(action === 'update' && isUpsert);

function bodyOf({ action, source: doc, isUpsert }: Write): object {
  return action === 'update' ? { doc, ...(isUpsert && { doc_as_upsert: true }) } : doc;
}

function ask(es: FakeElasticsearch, method: string, path: string, bodyText: string): Record<string, unknown> {
  const [rawPath = '', rawQuery = ''] = path.split(/\?(.*)/s);
  const headers = { ...(bodyText !== '' && { 'content-type': 'application/json' }) };
  const answer = es.handle({ method, rawPath, rawQuery, headers, bodyText });
  const body = JSON.parse(answer.bodyText) as Record<string, unknown>;
  return { status: answer.status, ...body };
}

const PATHS = { index: 'PUT _doc', create: 'PUT _create', update: 'POST _update', delete: 'DELETE _doc' };

function alone(es: FakeElasticsearch, one: Write): unknown {
  const [method = '', api = ''] = PATHS[one.action].split(' ');
  const query = [
    ...(one.routing === undefined ? [] : [`routing=${one.routing}`]),
    ...(isCompared(one) ? [`if_seq_no=${one.seqNo ?? 0}`, 'if_primary_term=1'] : []),
  ].join('&');
  const content = one.action === 'delete' ? '' : JSON.stringify(bodyOf(one));
  return ask(es, method, `/books/${api}/${encodeURIComponent(one.id)}?${query}`, content);
}

function together(es: FakeElasticsearch, all: readonly Write[]): readonly Record<string, unknown>[] {
  const content = all.flatMap((one) => {
    const meta = {
      _id: one.id,
      ...(one.routing !== undefined && { routing: one.routing }),
      ...(isCompared(one) && { if_seq_no: one.seqNo, if_primary_term: 1 }),
    };
    return [{ [one.action]: meta }, ...(one.action === 'delete' ? [] : [bodyOf(one)])];
  });
  return ask(es, 'POST', '/books/_bulk', lines(...content))['items'] as readonly Record<string, unknown>[];
}

/** What both ways in say of a write, the frames of their errors apart. */
function told(answer: unknown): unknown {
  const { error, status, ...rest } = answer as Record<string, unknown>;
  if (error === undefined) return { status, ...rest };
  const { type, reason } = error as Record<string, unknown>;
  return { status, type, reason };
}

function stored(es: FakeElasticsearch): unknown {
  return ['1', '2', 'ä/ ?'].map((id) => es.document('books', id));
}

describe('a bulk', () => {
  it('does what its writes do one by one', () => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 1, maxLength: 12 }), (writes) => {
        const one = createFakeElasticsearch();
        const other = createFakeElasticsearch();
        for (const es of [one, other]) ask(es, 'PUT', '/books', '');
        const answers = writes.map((single) => told(alone(one, single)));
        const items = together(other, writes).map((item) => told(Object.values(item)[0]));
        expect(items).toEqual(answers);
        expect(stored(other)).toEqual(stored(one));
      }),
      { numRuns: 200 },
    );
  });
});
