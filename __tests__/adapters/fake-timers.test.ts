import { Client as Client9, HttpConnection } from '@elastic/elasticsearch';
import axios from 'axios';
import { Client as Client8 } from 'es8';
import express from 'express';
import nock from 'nock';
import { gzipSync } from 'node:zlib';
import { clientOptions } from '../../src/adapters/client.js';
import { createApp, startServer } from '../../src/adapters/express.js';
import { interceptWithNock } from '../../src/adapters/nock.js';
import type { Delivery } from '../../src/adapters/target.js';
import { createFakeElasticsearch } from '../../src/index.js';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { send } from './raw-http.js';
import { dropped, json, stubTarget } from './stub-target.js';

type FakeTimersConfig = NonNullable<Parameters<typeof jest.useFakeTimers>[0]>;

const everything = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
] as const;

const modes: [string, FakeTimersConfig][] = [
  ['everything faked', {}],
  ['nextTick real', { doNotFake: ['nextTick'] }],
  ['setImmediate real', { doNotFake: ['setImmediate'] }],
  ['nextTick and setImmediate real', { doNotFake: ['nextTick', 'setImmediate'] }],
  ['timers that advance by themselves', { advanceTimers: true }],
  ['only Date faked', { doNotFake: everything.filter((name) => name !== 'Date') }],
];

/** Fails and loses requests as a server may, besides answering. */
const target = stubTarget((request) => {
  switch (request.rawPath) {
    case '/missing':
      return json(404, { error: 'missing', status: 404 });
    case '/held':
      return Promise.resolve<Delivery>({ kind: 'response', response: json(200, { held: true }) });
    case '/dropped':
      return Promise.resolve(dropped);
    case '/broken':
      throw new Error('broken');
    default:
      return json(200, { ok: true });
  }
});

const clients: [string, (node: string) => Client9][] = [
  ['client 9', (node) => new Client9(clientOptions(target, { node }))],
  ['client 8', (node) => new Client8(clientOptions(target, { node })) as unknown as Client9],
];

/** A host application that reads bodies before the fake, which it has mounted below a path. */
async function mounted(): Promise<{ server: Server; url: string }> {
  const host = express();
  host.use(express.json());
  host.use('/es', createApp(createFakeElasticsearch({ fixtures: ['pending-full-sync'] })));
  const server = await new Promise<Server>((resolve) => {
    const starting = host.listen(0, '127.0.0.1', () => resolve(starting));
  });
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/es` };
}

async function useHttp(url: string): Promise<void> {
  const json200 = { ok: true };
  const headers = { 'content-type': 'application/json' };
  expect(await (await fetch(`${url}/x`, { method: 'PUT', body: '{}', headers })).json()).toEqual(json200);
  expect((await fetch(`${url}/missing`)).status).toBe(404);
  expect((await send(`${url}/x`, { method: 'DELETE' })).status).toBe(200);
  expect(
    (await send(`${url}/x`, { method: 'PUT', body: gzipSync('{}'), headers: { 'content-encoding': 'gzip' } }))
      .status,
  ).toBe(200);
  expect((await send(`${url}/held`, { method: 'HEAD' })).status).toBe(200);
  expect((await axios.get<unknown>(`${url}/x`)).data).toEqual(json200);
  await expect(send(`${url}/dropped`)).rejects.toMatchObject({ code: 'ECONNRESET' });
}

afterEach(() => jest.useRealTimers());
afterAll(() => nock.restore());

describe.each(modes)('with %s', (_name, config) => {
  test('the server answers', async () => {
    jest.useFakeTimers(config);
    const server = await startServer(target);
    await useHttp(server.url);
    expect((await fetch(`${server.url}/broken`)).status).toBe(500);
    const client = new Client9({ node: server.url });
    expect(await client.transport.request({ method: 'PUT', path: '/x', body: {} })).toEqual({ ok: true });
    await expect(client.transport.request({ method: 'GET', path: '/missing' })).rejects.toThrow('missing');
    // client.close() would wait for a timer of undici's.
    await server.close();
  });

  test('the Express application answers', async () => {
    jest.useFakeTimers(config);
    const server = await new Promise<Server>((resolve) => {
      const starting = createApp(target).listen(0, '127.0.0.1', () => resolve(starting));
    });
    await useHttp(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    server.closeAllConnections();
  });

  test('a mounted fake claims, and refuses what Elasticsearch refuses', async () => {
    jest.useFakeTimers(config);
    const { server, url } = await mounted();
    const claim = `${url}/_connector/_sync_job/my-connector-sync-job-id/_claim`;
    const ask = async (method: string, path: string, body?: string) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method, headers, ...(body !== undefined && { body }) });
      return [answer.status, answer.headers.get('allow')];
    };
    expect(await ask('PUT', claim, '{"worker_hostname":"w"}')).toEqual([200, null]);
    expect(await ask('PUT', claim, '{}')).toEqual([400, null]);
    expect(await ask('POST', claim)).toEqual([405, 'PUT']);
    expect(await ask('PUT', `${url}/_connector/_sync_job/nope/_claim`, '{"worker_hostname":"w"}')).toEqual([
      404,
      null,
    ]);
    expect(await ask('GET', `${url}/_no/such/api`)).toEqual([400, null]);
    server.close();
    server.closeAllConnections();
  });

  test.each(clients)('the official %s is answered, retries included', async (_client, create) => {
    jest.useFakeTimers(config);
    const client = create('http://localhost:9200');
    expect(await client.transport.request({ method: 'PUT', path: '/x', body: {} })).toEqual({ ok: true });
    expect(await client.transport.request({ method: 'GET', path: '/held' })).toEqual({ held: true });
    expect(await client.indices.exists({ index: 'missing' })).toBe(false);
    await expect(client.transport.request({ method: 'GET', path: '/missing' })).rejects.toThrow('missing');
    await expect(client.transport.request({ method: 'GET', path: '/dropped' })).rejects.toMatchObject({
      name: 'ConnectionError',
    });
    await expect(client.transport.request({ method: 'GET', path: '/broken' })).rejects.toThrow('broken');
    await client.close();
  });
});

// nock itself waits on nextTick and setImmediate, so these are the modes in which anything behind it can answer.
describe.each(modes.slice(3))('with %s', (_name, config) => {
  test('requests that nock intercepts are answered', async () => {
    jest.useFakeTimers(config);
    const { remove } = interceptWithNock(target, 'http://localhost:9200');
    await useHttp('http://localhost:9200');
    const client = new Client9({ node: 'http://localhost:9200', Connection: HttpConnection });
    expect(await client.transport.request({ method: 'PUT', path: '/x', body: {} })).toEqual({ ok: true });
    remove();
  });
});
