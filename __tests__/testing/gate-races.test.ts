import fc from 'fast-check';
import {
  createFakeElasticsearch,
  respond,
  type Delivery,
  type EsRequest,
  type FakeElasticsearch,
} from '../../src/index.js';
import { claim, JOB, send } from './requests.js';

const CLAIM = 'connector.sync_job_claim';

let es: FakeElasticsearch;
beforeEach(() => {
  es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
});

async function statusOf(outcome: ReturnType<FakeElasticsearch['exchange']>): Promise<number | 'dropped'> {
  const delivery: Delivery =
    outcome instanceof Promise ? await outcome : { kind: 'response', response: outcome };
  return delivery.kind === 'response' ? delivery.response.status : 'dropped';
}

async function reasonOf(outcome: ReturnType<FakeElasticsearch['exchange']>): Promise<string> {
  const delivery = await outcome;
  const { response } = delivery as Extract<Delivery, { kind: 'response' }>;
  return (JSON.parse(response.bodyText) as { error: { reason: string } }).error.reason;
}

const worker = () => es.syncJob(JOB)?.worker_hostname;

describe('a gate at arrival', () => {
  it('shows who waits', () => {
    const gate = es.gates.hold({ api: CLAIM });
    void es.exchange(claim('a'));
    expect(gate.waiting).toEqual([{ place: 1, api: CLAIM, request: claim('a') }]);
    expect(es.journal.requests).toMatchObject([{ number: 1, api: CLAIM, response: undefined }]);
    gate.release();
    expect(gate.waiting).toEqual([]);
    expect(es.journal.requests).toMatchObject([{ number: 1, response: { status: 200 } }]);
  });

  it('lets other requests pass at once', () => {
    es.gates.hold({ api: CLAIM });
    expect(es.exchange(send('GET', '/'))).toMatchObject({ status: 200 });
  });

  it('tells who awaits arrivals', async () => {
    const gate = es.gates.hold({ api: CLAIM });
    const two = gate.arrived(2);
    void es.exchange(claim('a'));
    await gate.arrived();
    void es.exchange(claim('b'));
    await two;
    expect(gate.waiting).toHaveLength(2);
  });

  it.each([
    ['nothing', undefined, 'a'],
    ['a number', 3, 'c'],
    ['last', 'last' as const, 'd'],
    ['third', 'third' as const, 'c'],
  ])('releases by %s', (_, which, expected) => {
    const gate = es.gates.hold({ api: CLAIM });
    for (const name of ['a', 'b', 'c', 'd']) void es.exchange(claim(name));
    gate.release(which);
    expect(worker()).toBe(expected);
    expect(gate.waiting).toHaveLength(3);
  });

  it('keeps places: the second remains the second when the first has gone', () => {
    const gate = es.gates.hold({ api: CLAIM });
    for (const name of ['a', 'b', 'c']) void es.exchange(claim(name));
    gate.release('first');
    gate.release('second');
    expect(worker()).toBe('b');
    expect(() => gate.release('first')).toThrow(/holds no request 'first': waiting are 3, arrived 3/);
  });

  it('open() lets all go in order of arrival and holds no more', async () => {
    const gate = es.gates.hold({ api: CLAIM });
    const claims = [es.exchange(claim('a')), es.exchange(claim('b'))];
    gate.open();
    expect(worker()).toBe('b');
    expect(await Promise.all(claims.map(statusOf))).toEqual([200, 200]);
    expect(es.exchange(claim('c'))).toMatchObject({ status: 200 });
    expect(es.gates.list).toEqual([]);
  });

  it('opens at the end of a using block', () => {
    const gate = es.gates.hold({ api: CLAIM });
    void es.exchange(claim('a'));
    gate[Symbol.dispose]();
    expect(worker()).toBe('a');
  });

  it.each(['before', 'after'] as const)('forgets a client that hung up %s it arrived', async (when) => {
    const gate = es.gates.hold({ api: CLAIM });
    const client = new AbortController();
    if (when === 'before') client.abort();
    const answer = es.exchange(claim('a'), client.signal);
    client.abort();
    expect(await statusOf(answer)).toBe('dropped');
    expect(gate.waiting).toEqual([]);
    gate.open();
    expect(es.history(JOB)).toEqual([]);
  });

  it('dates the request by its release', () => {
    const gate = es.gates.hold({ api: CLAIM });
    void es.exchange(claim('a'));
    es.clock.advance({ minutes: 5 });
    gate.release();
    expect(es.syncJob(JOB)?.started_at).toBe('2024-06-01T12:05:00.000Z');
  });

  it('stands before the fault rules', async () => {
    const gate = es.gates.hold({ api: CLAIM });
    es.faults.add({ api: CLAIM, times: 1 }, respond(503));
    const claims = [es.exchange(claim('a')), es.exchange(claim('b'))];
    gate.release('second');
    gate.release('first');
    expect(await Promise.all(claims.map(statusOf))).toEqual([200, 503]);
  });

  it('for an API that does not exist is refused', () => {
    expect(() => es.gates.hold({ api: 'connector.claim' })).toThrow(/'connector.claim'/);
  });
});

describe('a gate between read and write', () => {
  function race(...requests: EsRequest[]): ReturnType<FakeElasticsearch['exchange']>[] {
    const gate = es.gates.hold({ at: 'read' });
    const outcomes = requests.map((request) => es.exchange(request));
    gate.release('second');
    gate.open();
    return outcomes;
  }

  it('gives one of two claims that both read the real 409 (sync-jobs §10.4)', async () => {
    const [first, second] = race(claim('a'), claim('b'));
    expect(await statusOf(second!)).toBe(200);
    expect(await statusOf(first!)).toBe(409);
    expect(await reasonOf(first!)).toBe(
      `[${JOB}]: version conflict, required seqNo [0], primary term [1]. current document has seqNo [1] and primary term [1]`,
    );
    expect(worker()).toBe('b');
    expect(es.history(JOB)).toHaveLength(1);
  });

  it('lets a request see what it read, also where its write would be refused by now', async () => {
    const cancel = send('PUT', `/_connector/_sync_job/${JOB}/_cancel`);
    const [first, second] = race(cancel, cancel);
    expect([await statusOf(first!), await statusOf(second!)]).toEqual([409, 200]);
    expect(es.history(JOB)).toMatchObject([{ from: 'pending', to: 'canceled' }]);
  });

  it('gives a reader the state before the other’s write', async () => {
    const [reader] = race(send('GET', `/_connector/_sync_job/${JOB}`), claim('b'));
    const { response } = (await reader) as Extract<Delivery, { kind: 'response' }>;
    expect(JSON.parse(response.bodyText)).toMatchObject({ status: 'pending' });
    expect(worker()).toBe('b');
  });

  it('lets both write if they write to different documents', async () => {
    const check = send('PUT', '/_connector/my-connector/_check_in');
    const outcomes = race(claim('a'), check);
    expect(await Promise.all(outcomes.map(statusOf))).toEqual([200, 200]);
    expect(worker()).toBe('a');
  });

  it('says what a compare-and-set finds when the document was deleted meanwhile', async () => {
    const [first] = race(claim('a'), send('DELETE', `/_connector/_sync_job/${JOB}`));
    expect(await reasonOf(first!)).toBe(
      `[${JOB}]: version conflict, required seqNo [0], primary term [1]. but no document was found`,
    );
  });

  it('gives new documents their ids as if nobody had waited', async () => {
    const post = send('POST', '/_connector/_sync_job', { id: 'my-connector' });
    const [first] = race(post, claim('b'));
    const { response } = (await first) as Extract<Delivery, { kind: 'response' }>;
    const other = createFakeElasticsearch({ fixtures: ['pending-full-sync'] }).handle(post);
    expect(response.bodyText).toBe(other.bodyText);
  });

  it('lets exactly one of any number of claims through, whoever is first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5, maxLength: 5 }),
        async (order) => {
          es.reset();
          const gate = es.gates.hold({ api: CLAIM, at: 'read' });
          const claims = order.map((_, at) => es.exchange(claim(`worker-${at + 1}`)));
          for (const place of order) gate.release(place);
          const statuses = await Promise.all(claims.map(statusOf));
          expect(statuses.filter((status) => status === 200)).toHaveLength(1);
          expect(worker()).toBe(`worker-${order[0]!}`);
        },
      ),
      { numRuns: 30 },
    );
  });
});
