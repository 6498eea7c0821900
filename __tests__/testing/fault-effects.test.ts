import { Client } from '@elastic/elasticsearch';
import { clientOptions } from '../../src/adapters/client.js';
import {
  conflict,
  corruptBody,
  createFakeElasticsearch,
  delay,
  dropConnection,
  FakeUsageError,
  payloadTooLarge,
  respond,
  tooManyRequests,
  unavailable,
  type Delivery,
  type Effect,
  type EsRequest,
  type EsResponse,
  type FakeElasticsearch,
} from '../../src/index.js';
import { claim, JOB, send } from './requests.js';

const CLAIM = 'connector.sync_job_claim';
const DROPPED: Delivery = { kind: 'dropped' };

function errorOf(response: EsResponse): unknown {
  return (JSON.parse(response.bodyText) as { error: unknown }).error;
}

let es: FakeElasticsearch;
beforeEach(() => {
  es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
});

/** The request as adapters send it, when something holds it. */
function held(request: EsRequest, signal?: AbortSignal): Promise<Delivery> {
  const outcome = es.exchange(request, signal);
  if (outcome instanceof Promise) return outcome;
  throw new Error('was answered at once');
}

/** A promise that is still open after everything that was under way has run. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  await Promise.resolve();
  return (await Promise.race([promise, Promise.resolve(open)])) === open;
}

describe('a fault rule', () => {
  it('answers in the place of Elasticsearch, which then writes nothing', () => {
    es.faults.add({ api: CLAIM }, respond(503));
    expect(es.handle(claim()).status).toBe(503);
    expect(es.syncJob(JOB)?.status).toBe('pending');
    expect(es.history(JOB)).toEqual([]);
  });

  it('leaves other APIs alone', () => {
    es.faults.add({ api: CLAIM }, respond(503));
    expect(es.handle(send('GET', `/_connector/_sync_job/${JOB}`)).status).toBe(200);
  });

  it.each([
    ['method', { method: 'put' }],
    ['whole path', { path: `/_connector/_sync_job/${JOB}/_claim` }],
    ['pattern of a path', { path: /_claim$/g }],
    ['condition', { when: (request: EsRequest) => request.bodyText.includes('some-machine') }],
  ])('matches by %s', (_, match) => {
    es.faults.add(match, respond(503));
    expect([es.handle(claim()).status, es.handle(claim()).status]).toEqual([503, 503]);
    expect(es.handle(send('GET', `/_connector/_sync_job/${JOB}`)).status).toBe(200);
  });

  it('is listed with its hits, and can be removed', () => {
    const rule = es.faults.add({ api: CLAIM }, respond(503));
    es.handle(claim());
    expect(es.faults.list).toEqual([{ rule: { api: CLAIM }, effect: 'respond(503)', hits: 1 }]);
    rule.remove();
    expect(es.faults.list).toEqual([]);
    expect(es.handle(claim()).status).toBe(200);
  });

  it('is gone after clear() and after reset()', () => {
    es.faults.add({}, respond(503));
    es.faults.clear();
    expect(es.handle(claim()).status).toBe(200);
    es.faults.add({}, respond(503));
    es.reset();
    expect(es.handle(claim()).status).toBe(200);
  });

  it('stands in the journal, with the API of the request', () => {
    es.faults.add({ api: CLAIM }, respond(503));
    es.handle(claim());
    expect(es.journal.of(CLAIM)).toMatchObject([
      { number: 1, api: CLAIM, fault: 'respond(503)', response: { status: 503 } },
    ]);
  });

  it('for an API that does not exist is refused', () => {
    expect(() => es.faults.add({ api: 'connector.sync_job_clam' }, respond(503))).toThrow(
      /sync_job_clam.*Did you mean.*connector\.sync_job_claim/,
    );
  });

  it.each<[unknown, RegExp]>([
    [{ times: -1 }, /\[times\] must be a whole number, 0 or more: received -1/],
    [{ skip: 0.5 }, /\[skip\] must be a whole number/],
    [null, /The fault rule must be an object with api, method, path, when, times, skip: received null/],
    ['connector.list', /received "connector.list"/],
    [/claim/, /received \[object RegExp\]/],
    [{ apis: CLAIM }, /The fault rule has no \[apis\]\. Did you mean "api"\?/],
    [{ api: 5 }, /\[api\] must be a text/],
    [{ method: 'FETCH' }, /\[method\] must be one of GET, POST, .*: received "FETCH"/],
    [{ method: 5 }, /\[method\]/],
    [{ path: '_connector' }, /\[path\] must be a raw path that begins with \/ .*: received "_connector"/],
    [{ path: '' }, /\[path\]/],
    [{ path: '/_search?q=a' }, /\[path\] .* no query/],
    [{ path: {} }, /\[path\]/],
    [{ when: true }, /\[when\] must be a function/],
  ])('%p is refused', (rule, message) => {
    expect(() => es.faults.add(rule as never, respond(503))).toThrow(message);
    expect(() => es.faults.add(rule as never, respond(503))).toThrow(FakeUsageError);
    expect(es.faults.list).toEqual([]);
  });

  it.each([[undefined], ['conflict'], [respond], [{}], [{ kind: 'answer', name: 'x' }]])(
    'the effect %p is refused',
    (effect) => {
      expect(() => es.faults.add({}, effect as never)).toThrow(
        /The effect of a fault rule must be what a call such as respond\(503\)/,
      );
    },
  );

  it('a rule stays as it was added', () => {
    const rule = { method: 'PUT', path: /claim/g };
    es.faults.add(rule, respond(503));
    rule.method = 'GET';
    expect(es.faults.list[0]?.rule.path).not.toBe(rule.path);
    expect(es.handle(claim()).status).toBe(503);
    expect(Object.isFrozen(es.faults.list[0]?.rule)).toBe(true);
  });

  it('a path may have * for any text within a segment', () => {
    es.faults.add({ path: '/_connector/*/*b/_claim' }, respond(503));
    const status = (rawPath: string) => es.handle({ ...claim(), rawPath }).status;
    expect(status('/_connector/_sync_job/ab/_claim')).toBe(503);
    expect(status('/_connector/_sync_job/ba/_claim')).not.toBe(503);
    expect(status('/_connector/_sync_job/a/b/_claim')).not.toBe(503);
    expect(status('/_connector/_sync_job/ab/_claim/more')).not.toBe(503);
  });

  it.each([delay(5), dropConnection({ when: 'after' })])(
    'handle() refuses what would wait, and leaves the rule unused',
    async (effect) => {
      es.faults.add({ times: 1, skip: 1 }, respond(502));
      es.faults.add({ api: CLAIM, times: 1 }, effect);
      expect(() => es.handle(claim())).toThrow(FakeUsageError);
      expect(es.faults.list.map(({ hits }) => hits)).toEqual([0, 0]);
      const outcome = es.exchange(claim());
      es.clock.advance(5);
      expect(await outcome).not.toHaveProperty('status');
      expect(es.faults.list.map(({ hits }) => hits)).toEqual([0, 1]);
      expect(es.handle(claim()).status).toBe(502);
    },
  );
});

describe('effects', () => {
  it.each<[string, Effect, number, unknown]>([
    ['respond(401)', respond(401), 401, { type: 'security_exception' }],
    ['respond(403)', respond(403), 403, { type: 'security_exception' }],
    ['respond(404)', respond(404), 404, { type: 'resource_not_found_exception' }],
    ['respond(429)', respond(429), 429, { type: 'es_rejected_execution_exception' }],
    ['respond(500)', respond(500), 500, { type: 'exception' }],
    ['respond(503)', respond(503), 503, { type: 'cluster_block_exception' }],
    ['tooManyRequests()', tooManyRequests(), 429, { type: 'es_rejected_execution_exception' }],
    [
      'unavailable()',
      unavailable(),
      503,
      { reason: 'blocked by: [SERVICE_UNAVAILABLE/1/state not recovered / initialized];' },
    ],
    [
      'conflict()',
      conflict(),
      409,
      {
        type: 'version_conflict_engine_exception',
        reason: `[${JOB}]: version conflict, required seqNo [0], primary term [1]. current document has seqNo [1] and primary term [1]`,
        index: '.elastic-connectors-sync-jobs-v1',
      },
    ],
  ])('%s answers as Elasticsearch does (rest-layer A.10)', (name, effect, status, error) => {
    es.faults.add({ api: CLAIM }, effect);
    const answer = es.handle(claim());
    expect(effect.name).toBe(name);
    expect(answer.status).toBe(status);
    expect(errorOf(answer)).toMatchObject({ root_cause: [error], ...(error as object) });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(answer.bodyText)),
    });
  });

  it.each([
    ['payloadTooLarge()', payloadTooLarge(), 413],
    ['respond(413)', respond(413), 413],
    ['respond(502)', respond(502), 502],
    ['respond(504)', respond(504), 504],
  ])('%s comes from before the REST layer: no body, no product header', (_, effect, status) => {
    es.faults.add({ api: CLAIM }, effect);
    const answer = es.handle(claim());
    expect(answer).toMatchObject({ status, bodyText: '', headers: { 'content-length': '0' } });
    expect(answer.headers).not.toHaveProperty('X-elastic-product');
  });

  it('repeat the vendor type that the client asks for', () => {
    const accept = 'application/vnd.elasticsearch+json; compatible-with=9';
    es.faults.add({}, unavailable());
    const request = { ...claim(), headers: { accept } };
    expect(es.handle(request).headers['content-type']).toBe(
      'application/vnd.elasticsearch+json;compatible-with=9',
    );
  });

  it('respond() takes a body and headers of one’s own', () => {
    es.faults.add({ times: 1 }, respond(418, { short: 'and stout' }, { 'retry-after': '5' }));
    expect(es.handle(claim())).toMatchObject({
      status: 418,
      bodyText: '{"short":"and stout"}',
      headers: { 'retry-after': '5', 'content-type': 'application/json' },
    });
    es.faults.add({ times: 1 }, respond(200, 'oops', { 'content-type': 'text/html' }));
    expect(es.handle(claim())).toMatchObject({ bodyText: 'oops', headers: { 'content-type': 'text/html' } });
  });

  it.each([
    [
      'an error of Elasticsearch',
      respond(503, undefined, { 'Retry-After': '5', 'Content-Type': 'text/plain' }),
    ],
    ['a proxy', respond(502, undefined, { 'Retry-After': '5', 'Content-Type': 'text/plain' })],
    ['a body of one’s own', respond(503, 'busy', { 'Retry-After': '5', 'Content-Type': 'text/plain' })],
  ])('respond() sends headers with %s, and ours of that name not', (_, effect) => {
    es.faults.add({ api: CLAIM }, effect);
    const { headers } = es.handle(claim());
    expect(headers).toMatchObject({ 'Retry-After': '5', 'Content-Type': 'text/plain' });
    expect(headers).not.toHaveProperty('content-type');
  });

  it('respond() knows the length of its body better', () => {
    es.faults.add({ api: CLAIM }, respond(503, 'busy', { 'Content-Length': '1' }));
    expect(es.handle(claim()).headers).toMatchObject({ 'content-length': '4' });
    expect(es.journal.requests.at(-1)?.response?.headers).not.toHaveProperty('Content-Length');
  });

  it('keep what they were given, whatever becomes of it later', () => {
    const body = { short: 'and stout' };
    const headers = { 'retry-after': '5' };
    es.faults.add({ api: CLAIM }, respond(418, body, headers));
    body.short = 'and long';
    headers['retry-after'] = '6';
    expect(es.handle(claim())).toMatchObject({
      bodyText: '{"short":"and stout"}',
      headers: { 'retry-after': '5' },
    });
  });

  it('send no body to HEAD', () => {
    es.faults.add({}, respond(503));
    expect(es.handle(send('HEAD', '/')).bodyText).toBe('');
  });

  it.each<[string, () => Effect]>([
    ['respond(99)', () => respond(99)],
    ['respond(101)', () => respond(101)],
    ['respond(503, a function)', () => respond(503, () => 'x')],
    ['respond(503, a cycle)', () => respond(503, cyclic())],
    ['respond(503, undefined, 5)', () => respond(503, undefined, 5 as never)],
    ['a header name with a space', () => respond(503, undefined, { 'retry after': '5' })],
    ['a header value with a line feed', () => respond(503, undefined, { 'retry-after': '5\n' })],
    ['a header that is no text', () => respond(503, undefined, { 'retry-after': 5 as never })],
    ['dropConnection()', () => (dropConnection as () => Effect)()],
    ['dropConnection("before")', () => dropConnection('before' as never)],
    ['dropConnection({})', () => dropConnection({} as never)],
    ['delay(-1)', () => delay(-1)],
    ['dropConnection({ when: "later" })', () => dropConnection({ when: 'later' as 'after' })],
  ])('%s is refused', (_, make) => {
    expect(make).toThrow(FakeUsageError);
  });

  it('corruptBody() carries the request out and sends half of the JSON', () => {
    es.faults.add({ api: CLAIM }, corruptBody());
    const answer = es.handle(claim());
    expect(answer.status).toBe(200);
    expect(answer.headers['content-length']).toBe(String(answer.bodyText.length));
    expect(() => JSON.parse(answer.bodyText) as unknown).toThrow(SyntaxError);
    expect(es.syncJob(JOB)?.status).toBe('in_progress');
  });
});

describe('dropConnection()', () => {
  it('before: Elasticsearch never saw the request', async () => {
    es.faults.add({ api: CLAIM }, dropConnection({ when: 'before' }));
    expect(await es.exchange(claim())).toEqual(DROPPED);
    expect(es.history(JOB)).toEqual([]);
  });

  it('after: the write happened and the answer is lost', async () => {
    es.faults.add({ api: CLAIM }, dropConnection({ when: 'after' }));
    expect(await es.exchange(claim())).toEqual(DROPPED);
    expect(es.history(JOB)).toMatchObject([{ from: 'pending', to: 'in_progress' }]);
    expect(es.journal.requests).toMatchObject([
      { api: CLAIM, fault: 'dropConnection(after)', response: undefined },
    ]);
  });
});

describe('delay()', () => {
  const delayedAnswers = () => es.clock.upcoming().filter(({ kind }) => kind === 'delay');

  it('holds the request until the fake’s clock has moved on', async () => {
    es.faults.add({ api: CLAIM }, delay({ seconds: 30 }));
    const answer = held(claim());
    es.clock.advance({ seconds: 29 });
    expect(await isOpen(answer)).toBe(true);
    expect(es.syncJob(JOB)?.status).toBe('pending');
    es.clock.advance({ seconds: 1 });
    expect(await answer).toMatchObject({ kind: 'response', response: { status: 200 } });
    expect(es.syncJob(JOB)?.started_at).toBe('2024-06-01T12:00:30.000Z');
  });

  it('is due on the clock, which can jump to it', async () => {
    es.faults.add({ api: CLAIM }, delay(30_000));
    const answer = held(claim());
    expect(es.clock.next()).toEqual({
      at: 1_717_243_230_000,
      kind: 'delay',
      what: `answer to PUT ${claim().rawPath}`,
    });
    expect(await answer).toMatchObject({ kind: 'response' });
    expect(delayedAnswers()).toEqual([]);
  });

  it('answers at the instant that is due, however far the clock moves', async () => {
    es.faults.add({ api: CLAIM }, delay({ seconds: 10 }));
    const answer = held(claim());
    const seen: number[] = [];
    const start = es.clock.now();
    const note = () => seen.push(es.clock.now() - start);
    es.after(3000, note);
    es.after(1000, () => {
      note();
      es.after(1000, note);
    });
    es.clock.advance({ minutes: 5 });
    await answer;
    expect(seen).toEqual([1000, 2000, 3000]);
    expect(es.syncJob(JOB)?.started_at).toBe('2024-06-01T12:00:10.000Z');
    expect(es.clock.now() - start).toBe(300_000);
  });

  it('lets go in the order in which the answers are due', async () => {
    es.faults.add({ when: ({ bodyText }) => bodyText.includes('slow') }, delay(20));
    es.faults.add({}, delay(10));
    const answers = [held(claim('slow')), held(claim('quick'))];
    es.clock.advance(60_000);
    await Promise.all(answers);
    expect(es.history(JOB).map(({ changed }) => changed['worker_hostname']?.after)).toEqual([
      'quick',
      'slow',
    ]);
  });

  it('ends at reset(): the request is carried out before the seed comes back', async () => {
    es.faults.add({ api: CLAIM }, delay(30_000));
    const answer = held(claim());
    es.reset();
    expect(await answer).toMatchObject({ kind: 'response', response: { status: 200 } });
    es.clock.advance(60_000);
    expect(es.syncJob(JOB)?.status).toBe('pending');
    expect(delayedAnswers()).toEqual([]);
  });

  it('takes real time on a clock that runs with it', async () => {
    es = createFakeElasticsearch({ fixtures: ['pending-full-sync'], clock: 'system' });
    es.faults.add({ api: CLAIM }, delay(5));
    const before = es.clock.now();
    await held(claim());
    expect(es.clock.now() - before).toBeGreaterThanOrEqual(5);
  });

  it('of a month does not overflow the timer of a running clock', async () => {
    es = createFakeElasticsearch({ fixtures: ['pending-full-sync'], clock: 'system' });
    es.faults.add({ api: CLAIM, times: 1 }, delay({ months: 2 }));
    const answer = held(claim());
    es.faults.add({ api: CLAIM }, delay(5));
    await held(claim());
    expect(await isOpen(answer)).toBe(true);
    es.clock.advance({ months: 3 });
    await answer;
  });

  it('runs on jest’s fake timers when the clock follows them', async () => {
    jest.useFakeTimers();
    try {
      es.clock.follow(() => Date.now());
      es.faults.add({ api: CLAIM }, delay({ seconds: 30 }));
      const answer = held(claim());
      jest.advanceTimersByTime(29_000);
      expect(es.syncJob(JOB)?.status).toBe('pending');
      jest.advanceTimersByTime(1000);
      expect(es.syncJob(JOB)?.status).toBe('in_progress');
      await answer;
    } finally {
      jest.useRealTimers();
    }
  });

  it('outlasts the client’s patience, which runs on the same clock', async () => {
    const client = new Client({ ...clientOptions(es), requestTimeout: 10_000, maxRetries: 0 });
    es.faults.add({ api: CLAIM }, delay({ seconds: 30 }));
    const call = client.connector.syncJobClaim({ connector_sync_job_id: JOB, worker_hostname: 'a' });
    const failure = expect(call).rejects.toThrow(/timed out/i);
    while (es.journal.requests.length === 0) await Promise.resolve();
    expect(es.clock.next()).toMatchObject({ kind: 'time-out' });
    await failure;
  });
});

function cyclic(): object {
  const own: Record<string, unknown> = {};
  own['own'] = own;
  return own;
}
