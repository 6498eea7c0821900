import axios from 'axios';
import { request as httpRequest } from 'node:http';
import nock from 'nock';
import { interceptWithNock } from '../../src/adapters/nock.js';
import { createFakeElasticsearch, delay, type FakeElasticsearch } from '../../src/index.js';

const JOB = 'my-connector-sync-job-id';
const CLAIM = `http://localhost:9200/_connector/_sync_job/${JOB}/_claim`;
const BODY = '{"worker_hostname":"w"}';
const headers = { 'content-type': 'application/json' };

afterAll(() => nock.restore());

/** Each way to send the claim and to give it up; resolves once the client knows that it has. */
const clients: [string, () => { gone: Promise<unknown>; abort: () => void }][] = [
  [
    'fetch',
    () => {
      const controller = new AbortController();
      const { signal } = controller;
      const gone = fetch(CLAIM, { method: 'PUT', headers, body: BODY, signal }).catch((e: unknown) => e);
      return { gone, abort: () => controller.abort() };
    },
  ],
  [
    'http',
    () => {
      const sent = httpRequest(CLAIM, { method: 'PUT', headers });
      const gone = new Promise((resolve) => sent.on('error', () => undefined).once('close', resolve));
      sent.end(BODY);
      return { gone, abort: () => sent.destroy() };
    },
  ],
  [
    'axios',
    () => {
      const controller = new AbortController();
      const gone = axios
        .put(CLAIM, BODY, { headers, signal: controller.signal })
        .catch((e: unknown) => e)
        .then(() => new Promise(setImmediate));
      return { gone, abort: () => controller.abort() };
    },
  ],
];

async function delayed({ clock }: FakeElasticsearch): Promise<void> {
  while (!clock.upcoming().some(({ kind }) => kind === 'delay')) await new Promise(setImmediate);
}

describe.each(clients)('a request that %s gives up', (_name, send) => {
  test('leaves the gate that held it', async () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    using _interception = interceptWithNock(es, 'http://localhost:9200');
    const gate = es.gates.hold({});
    const { gone, abort } = send();
    await gate.arrived();
    abort();
    await gone;
    expect(gate.waiting).toEqual([]);
    gate.open();
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
  });

  test('is not carried out when its delay is over', async () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    using _interception = interceptWithNock(es, 'http://localhost:9200');
    es.faults.add({}, delay({ seconds: 30 }));
    const { gone, abort } = send();
    await delayed(es);
    abort();
    await gone;
    es.clock.advance({ minutes: 1 });
    expect(es.syncJob(JOB)).toMatchObject({ status: 'pending' });
  });
});

test('a request that nobody gives up is carried out after its delay', async () => {
  const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
  using _interception = interceptWithNock(es, 'http://localhost:9200');
  es.faults.add({}, delay({ seconds: 30 }));
  const answer = fetch(CLAIM, { method: 'PUT', headers, body: BODY });
  await delayed(es);
  es.clock.advance({ minutes: 1 });
  expect((await answer).status).toBe(200);
  expect(es.syncJob(JOB)).toMatchObject({ status: 'in_progress' });
});
