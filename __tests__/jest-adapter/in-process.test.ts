import http from 'node:http';
import { expect as importedExpect } from '@jest/globals';
import { Client, HttpConnection } from '@elastic/elasticsearch';
import nock from 'nock';
import { expectTypeOf } from 'expect-type';
import { es, type ConnectorFakeMatchers } from '../../src/adapters/jest/index.js';

const ID = 'my-connector-sync-job-id';
const ORIGIN = 'http://localhost:9200';

function claim(worker_hostname: string): Promise<Response> {
  return fetch(`${ORIGIN}/_connector/_sync_job/${ID}/_claim`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ worker_hostname }),
  });
}

beforeEach(() => es.load('pending-full-sync'));

test('a worker that uses fetch claims the pending job', async () => {
  es.clock.advance({ minutes: 5 });
  expect((await claim('some-machine')).status).toBe(200);
  expect(es.syncJob(ID)).toBeClaimedBy('some-machine');
  expect(es).toHaveTransitioned(ID, ['pending', 'in_progress']);
  expect(es.syncJob(ID)).toHaveBeenSeenAt('2024-06-01T12:05:00Z');
});

test('each test starts from the seed, with an empty journal', () => {
  expect(es).not.toHaveReceived();
  expect(es.syncJob(ID)).toHaveStatus('pending');
  expect(es.clock.now()).toBe(Date.parse('2024-06-01T12:00:00Z'));
});

test('the official client gets there with an HttpConnection', async () => {
  const client = new Client({ node: ORIGIN, Connection: HttpConnection });
  await client.connector.syncJobClaim({ connector_sync_job_id: ID, worker_hostname: 'some-machine' });
  expect(es.syncJob(ID)).toBeClaimedBy('some-machine');
  await client.close();
});

test('http.request gets there', async () => {
  const status = await new Promise((resolve, reject) => {
    http
      .get(`${ORIGIN}/_connector/_sync_job`, (response) => resolve(response.statusCode))
      .on('error', reject);
  });
  expect(status).toBe(200);
});

describe('a test that cleans nock up', () => {
  test.each(['the first', 'the second'])('has its requests answered: %s', async () => {
    expect((await claim('some-machine')).status).toBe(200);
    nock.cleanAll();
  });
});

test('requests are answered under fake timers that leave nock its two', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] });
  try {
    await claim('some-machine');
    expect(es.syncJob(ID)).toBeClaimedBy('some-machine');
  } finally {
    jest.useRealTimers();
  }
});

test('the module that is loaded again after jest.resetModules() gives the same fake', async () => {
  jest.resetModules();
  const again = await import('../../src/adapters/jest/index.js');
  expect(again.es).toBe(es);
  await claim('some-machine');
  expect(es).toHaveReceived('connector.sync_job_claim');
});

test('the matchers are there, and typed, on the global expect and on the one of @jest/globals', async () => {
  await claim('some-machine');
  importedExpect(es.syncJob(ID)).toBeClaimedBy('some-machine');
  importedExpect(es).not.toHaveTransitioned(ID, ['pending']);
  await expect(Promise.resolve(es.syncJob(ID))).resolves.toBeClaimedBy('some-machine');
  expectTypeOf<keyof ConnectorFakeMatchers<unknown>>().toExtend<keyof jest.Matchers<unknown>>();
  expectTypeOf(expect(es).toHaveReceived).returns.toBeVoid();
  expectTypeOf(importedExpect(es).toHaveReceived).returns.toBeVoid();
  // @ts-expect-error -- a misspelt matcher
  expect(expect(es).toHaveRecieved).toBeUndefined();
  // @ts-expect-error -- a misspelt matcher
  expect(importedExpect(es).toHaveRecieved).toBeUndefined();
});
