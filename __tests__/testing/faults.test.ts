import { Client } from '@elastic/elasticsearch';
import { clientOptions } from '../../src/adapters/client.js';
import {
  conflict,
  corruptBody,
  createFakeElasticsearch,
  delay,
  dropConnection,
  payloadTooLarge,
  respond,
  tooManyRequests,
  unavailable,
  type EsRequest,
} from '../../src/index.js';
import { describeAdapters, type Conformance } from '../conformance/describe-adapters.js';

const JOB = 'my-connector-sync-job-id';
const CLAIM = `/_connector/_sync_job/${JOB}/_claim`;
const claimRequest: EsRequest = {
  method: 'PUT',
  rawPath: CLAIM,
  rawQuery: '',
  headers: { 'content-type': 'application/json' },
  bodyText: '{"worker_hostname":"w"}',
};

const claim = ({ call }: Conformance) => call('PUT', CLAIM, { worker_hostname: 'w' });
const seeded = () => createFakeElasticsearch({ fixtures: ['pending-full-sync'] });

describeAdapters(
  'fault rules',
  (given) => {
    it.each([
      ['respond(503)', respond(503), 503, 'cluster_block_exception'],
      ['respond(500)', respond(500), 500, 'exception'],
      ['respond(403)', respond(403), 403, 'security_exception'],
      ['conflict()', conflict(), 409, 'version_conflict_engine_exception'],
      ['tooManyRequests()', tooManyRequests(), 429, 'es_rejected_execution_exception'],
      ['unavailable()', unavailable(), 503, 'cluster_block_exception'],
    ])('%s answers in the place of Elasticsearch, in its shape', async (name, effect, status, type) => {
      given.es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, effect);
      expect(await claim(given)).toMatchObject({
        status,
        body: { error: { type, root_cause: [{ type }] }, status },
      });
      expect(given.es.syncJob(JOB)).toMatchObject({ status: 'pending' });
      expect(given.es.journal.requests.at(-1)).toMatchObject({
        api: 'connector.sync_job_claim',
        fault: name,
        response: { status },
      });
      expect((await claim(given)).status).toBe(200);
    });

    it('sends a body of its own', async () => {
      given.es.faults.add({ method: 'put', path: /_claim$/ }, respond(418, { tea: true }));
      expect(await claim(given)).toMatchObject({ status: 418, body: { tea: true } });
    });

    it('lets the first requests pass, then spoils so many', async () => {
      given.es.faults.add({ api: 'connector.sync_job_claim', skip: 1, times: 2 }, respond(500));
      const statuses: number[] = [];
      for (let turn = 0; turn < 4; turn += 1) statuses.push((await claim(given)).status);
      expect(statuses).toEqual([200, 500, 500, 200]);
      expect(given.es.faults.list).toMatchObject([{ effect: 'respond(500)', hits: 2 }]);
    });

    it('takes the first rule that matches; a removed one counts no more', async () => {
      const first = given.es.faults.add({ api: 'connector.sync_job_claim' }, respond(500));
      given.es.faults.add({}, respond(429));
      expect((await claim(given)).status).toBe(500);
      expect((await given.call('GET', '/')).status).toBe(429);
      first.remove();
      expect((await claim(given)).status).toBe(429);
      given.es.reset();
      expect((await claim(given)).status).toBe(200);
    });
  },
  { fixtures: ['pending-full-sync'] },
);

describe('a lost connection', () => {
  it.each([
    ['before', 'pending', 0],
    ['after', 'in_progress', 1],
  ] as const)('%s the write: the job is %s', async (when, status, changes) => {
    const es = seeded();
    es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, dropConnection({ when }));
    expect(await es.exchange(claimRequest)).toEqual({ kind: 'dropped' });
    expect(es.syncJob(JOB)).toMatchObject({ status });
    expect(es.history(JOB)).toHaveLength(changes);
    expect(es.journal.requests).toMatchObject([{ fault: `dropConnection(${when})`, response: undefined }]);
  });

  it('makes the official client claim twice', async () => {
    const es = seeded();
    es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, dropConnection({ when: 'after' }));
    const client = new Client(clientOptions(es));
    await client.connector.syncJobClaim({ connector_sync_job_id: JOB, worker_hostname: 'w' });
    expect(es.history(JOB)).toHaveLength(2);
    expect(es.lint.violations).toMatchObject([{ id: JOB }]);
  });
});

describe('other faults', () => {
  it('corruptBody() carries the request out and spoils the answer', () => {
    const es = seeded();
    es.faults.add({}, corruptBody());
    const answer = es.handle(claimRequest);
    expect(answer.status).toBe(200);
    expect(() => JSON.parse(answer.bodyText) as unknown).toThrow(SyntaxError);
    expect(es.syncJob(JOB)).toMatchObject({ status: 'in_progress' });
  });

  it('payloadTooLarge() is the empty 413 of the HTTP layer (rest-layer A.12)', () => {
    const es = seeded();
    es.faults.add({}, payloadTooLarge());
    expect(es.handle(claimRequest)).toEqual({
      status: 413,
      headers: { connection: 'close', 'content-length': '0' },
      bodyText: '',
    });
  });

  it('delay() waits for the clock of the fake, and is due there', async () => {
    const es = seeded();
    es.faults.add({ api: 'connector.sync_job_claim' }, delay({ seconds: 30 }));
    const outcome = es.exchange(claimRequest);
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
    expect(es.clock.upcoming()).toContainEqual({
      at: es.clock.now() + 30_000,
      kind: 'delay',
      what: `answer to PUT ${CLAIM}`,
    });
    es.clock.advance({ seconds: 29 });
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
    es.clock.advance({ seconds: 1 });
    expect(es.syncJob(JOB)).toMatchObject({
      status: 'in_progress',
      started_at: '2024-06-01T12:00:30.000Z',
    });
    expect(await outcome).toMatchObject({ kind: 'response', response: { status: 200 } });
  });

  it('forgets a delayed request whose client has gone', async () => {
    const es = seeded();
    es.faults.add({}, delay({ seconds: 30 }));
    const client = new AbortController();
    const outcome = es.exchange(claimRequest, client.signal);
    client.abort();
    expect(await outcome).toEqual({ kind: 'dropped' });
    es.clock.advance({ minutes: 1 });
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
  });

  it('handle() refuses to wait and says so', () => {
    const es = seeded();
    es.faults.add({}, delay(1000));
    expect(() => es.handle(claimRequest)).toThrow(
      'handle() answers at once, but a fault rule says delay(1000). Send this request through an adapter or through exchange().',
    );
  });

  it.each([
    [
      () => seeded().faults.add({ api: 'connector.sync_job_clam' }, conflict()),
      /names the API 'connector.sync_job_clam'.*Did you mean "connector.sync_job_claim"/,
    ],
    [
      () => seeded().faults.add({ times: -1 }, conflict()),
      /\[times\] must be a whole number, 0 or more: received -1/,
    ],
    [() => respond(99), /respond\(\) takes an HTTP status from 200 to 599, got 99/],
  ])('refuses misuse %#', (misuse, message) => {
    expect(misuse).toThrow(message);
  });
});
