import fc from 'fast-check';
import { createFakeElasticsearch, type Connector, type FakeElasticsearch } from '../../src/index.js';

interface Request {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly result?: string;
    readonly count?: number;
    readonly results?: readonly { id: string }[];
  };
}

const IDS = ['a', 'b', 'c'] as const;
const STATUSES = ['created', 'needs_configuration', 'configured', 'connected', 'error'] as const;

/** Source: connectors §7. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  created: ['needs_configuration', 'error'],
  needs_configuration: ['configured', 'error'],
  configured: ['needs_configuration', 'configured', 'connected', 'error'],
  connected: ['configured', 'connected', 'error'],
  error: ['configured', 'connected', 'error'],
};

const id = fc.constantFrom(...IDS);
const indexName = fc.constantFrom('search-1', 'search-2', 'content-1', 'content-2', null);

const rule = fc.record({
  field: fc.constantFrom('_', 'title'),
  id: fc.constantFrom('DEFAULT', 'r'),
  order: fc.integer({ min: -2, max: 3 }),
  policy: fc.constantFrom('include', 'exclude'),
  rule: fc.constant('regex'),
  value: fc.constant('.*'),
});

function update<T>(name: string, body: fc.Arbitrary<T>): fc.Arbitrary<Request> {
  return fc.record({ id, body }).map(({ id: of, body: sent }) => ({
    method: 'PUT',
    path: `/_connector/${of}/${name}`,
    ...(sent !== undefined && { body: sent }),
  }));
}

const request: fc.Arbitrary<Request> = fc.oneof(
  { arbitrary: update('', fc.record({ index_name: indexName, is_native: fc.boolean() })), weight: 3 },
  fc
    .record({ index_name: indexName })
    .map((body) => ({ method: 'POST' as const, path: '/_connector', body })),
  fc.record({ id, hard: fc.boolean(), jobs: fc.boolean() }).map(({ id: of, hard, jobs }) => ({
    method: 'DELETE' as const,
    path: `/_connector/${of}?hard=${hard}&delete_sync_jobs=${jobs}`,
  })),
  id.map((of) => ({ method: 'POST' as const, path: '/_connector/_sync_job', body: { id: of } })),
  update('_check_in', fc.constant(undefined)),
  update('_index_name', fc.record({ index_name: indexName })),
  update('_native', fc.record({ is_native: fc.boolean() })),
  update('_service_type', fc.record({ service_type: fc.constantFrom('x', 'y') })),
  { arbitrary: update('_status', fc.record({ status: fc.constantFrom(...STATUSES) })), weight: 3 },
  update('_error', fc.record({ error: fc.constantFrom('e', '', null) })),
  update('_configuration', fc.constant({ configuration: { k: { label: 'l' } } })),
  update('_configuration', fc.record({ values: fc.record({ k: fc.integer({ min: 0, max: 2 }) }) })),
  update('_filtering', fc.record({ rules: fc.array(rule, { maxLength: 4 }) })),
  update(
    '_filtering/_validation',
    fc.constantFrom('edited', 'invalid', 'valid').map((state) => ({ validation: { state, errors: [] } })),
  ),
  update('_filtering/_activate', fc.constant(undefined)),
);

function send(es: FakeElasticsearch, method: string, path: string, body?: unknown): Answer {
  const [rawPath = '', rawQuery = ''] = path.split('?');
  const { status, bodyText } = es.handle({
    method,
    rawPath: rawPath.replace(/\/$/, ''),
    rawQuery,
    headers: { 'content-type': 'application/json' },
    bodyText: body === undefined ? '' : JSON.stringify(body),
  });
  return { status, body: JSON.parse(bodyText) as Answer['body'] };
}

function isDeeplyFrozen(value: unknown): boolean {
  return (
    typeof value !== 'object' ||
    value === null ||
    (Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen))
  );
}

const idsOf = ({ body }: Answer): string[] => (body.results ?? []).map((one) => one.id);

/** What must hold of the store whatever was asked of it. */
function checkStore(es: FakeElasticsearch): void {
  const all = send(es, 'GET', '/_connector?include_deleted=true');
  const documents = idsOf(all).map((one) => [one, es.connector(one) as Connector] as const);
  expect(documents.every(([, document]) => isDeeplyFrozen(document))).toBe(true);
  const alive = documents.filter(([, { deleted }]) => deleted !== true);
  const listed = send(es, 'GET', '/_connector');
  expect(listed.body.count).toBe(alive.length);
  expect(idsOf(listed)).toEqual(alive.map(([one]) => one));
  const names = alive.map(([, { index_name }]) => index_name).filter((name) => name != null);
  expect(names).toEqual([...names].sort());
  expect(new Set(names).size).toBe(names.length);
  for (const [, { is_native, index_name, status, filtering }] of documents) {
    expect(STATUSES).toContain(status);
    if (is_native && index_name != null) expect(index_name).toMatch(/^content-/);
    expect(filtering).toHaveLength(1);
    const { draft, active } = filtering[0] as Connector['filtering'][number];
    for (const { rules } of [draft, active]) {
      expect(rules.at(-1)).toMatchObject({ id: 'DEFAULT', field: '_', policy: 'include', value: '.*' });
      const orders = rules.map(({ order }) => order);
      expect(orders).toEqual([...orders].sort((left, right) => left - right));
    }
    expect(active.validation.state).toBe('valid');
  }
}

/** What must hold of one change. */
function checkChange(
  { path, body }: Request,
  { status, body: { result } }: Answer,
  before: Connector | undefined,
  after: Connector | undefined,
): void {
  if (status >= 400 || result === 'noop') {
    expect(after).toBe(before);
    return;
  }
  if (path.endsWith('_status') && before) {
    expect(STEPS[before.status]).toContain((body as { status: string }).status);
  }
  const isRecreated = /^\/_connector\/\w\/$/.test(path);
  if (after?.status === 'created' && !isRecreated) expect(before?.status).toBe('created');
  if (before?.deleted === true && !isRecreated && after) expect(after.deleted).toBe(true);
  if (path.endsWith('_configuration')) expect(after?.status).toBe('configured');
  if (path.endsWith('_activate')) expect(after?.filtering[0]?.active).toEqual(after?.filtering[0]?.draft);
}

describe('any sequence of calls of the Connector API', () => {
  it('keeps the store in order and reaches no forbidden state', () => {
    fc.assert(
      fc.property(fc.array(request, { minLength: 1, maxLength: 40 }), (requests) => {
        const es = createFakeElasticsearch();
        const versions = new Map<string, number>();
        let highest = -1;
        for (const sent of requests) {
          const target = /^\/_connector\/([abc])\b/.exec(sent.path)?.[1];
          const before = target === undefined ? undefined : es.connector(target);
          const answer = send(es, sent.method, sent.path, sent.body);
          expect([200, 201, 400, 404]).toContain(answer.status);
          if (target !== undefined) {
            checkChange(sent, answer, before, es.connector(target));
            const view = es.document('.elastic-connectors', target);
            const { result } = answer.body;
            if (view && (result === 'updated' || result === 'created')) {
              expect(view._seq_no).toBeGreaterThan(highest);
              expect(view._version).toBeGreaterThan(versions.get(target) ?? 0);
              highest = view._seq_no;
              versions.set(target, view._version);
            }
          }
          checkStore(es);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('comes back to where it was from a snapshot', () => {
    const sequence = fc.array(request, { maxLength: 15 });
    fc.assert(
      fc.property(sequence, sequence, (first, second) => {
        const es = createFakeElasticsearch();
        for (const sent of first) send(es, sent.method, sent.path, sent.body);
        const snapshot = es.snapshot();
        const before = send(es, 'GET', '/_connector?include_deleted=true');
        const play = () => second.map((sent) => send(es, sent.method, sent.path, sent.body));
        const answers = play();
        es.restore(snapshot);
        expect(send(es, 'GET', '/_connector?include_deleted=true')).toEqual(before);
        expect(play()).toEqual(answers);
      }),
      { numRuns: 60 },
    );
  });
});
