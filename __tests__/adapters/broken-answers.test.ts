import { Client } from '@elastic/elasticsearch';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';
import nock from 'nock';
import { clientOptions } from '../../src/adapters/client.js';
import { createApp, nodeHandler, startServer } from '../../src/adapters/express.js';
import { interceptWithNock } from '../../src/adapters/nock.js';
import type { Delivery, RequestTarget } from '../../src/adapters/target.js';
import { createFakeElasticsearch } from '../../src/index.js';
import type { EsResponse } from '../../src/rest/exchange.js';
import { send, sendBytes } from './raw-http.js';
import { json, stubTarget } from './stub-target.js';

type Outcome = EsResponse | Promise<Delivery>;

/** A fault rule of the tester's own may come out as any of these. */
function broken(make: () => unknown): RequestTarget {
  return stubTarget(() => make() as Outcome);
}

const withHeader = (name: string, value: string) => json(200, {}, { [name]: value });
const unsendable: [string, () => unknown, RegExp][] = [
  ['a header name with a space', () => withHeader('bad header', 'x'), /valid HTTP token \["bad header"\]/],
  ['an empty header name', () => withHeader('', 'x'), /valid HTTP token \[""\]/],
  ['a header value with a line break', () => withHeader('a', 'x\ny'), /character in header content \["a"\]/],
  ['a header value beyond Latin-1', () => withHeader('a', 'ü€'), /character in header content \["a"\]/],
  ['a status that is a hint', () => json(100, {}), /status from 200 to 599: received 100/],
  ['a status that is none', () => json(700, {}), /status from 200 to 599: received 700/],
  ['no answer', () => undefined, /TypeError|'in' operator/],
  ['an answer without headers', () => ({ status: 200, bodyText: '' }), /TypeError|undefined/],
  ['the promise of nothing', () => Promise.resolve(undefined), /TypeError|undefined/],
  ['a delivery of nothing', () => Promise.resolve({ kind: 'response' }), /TypeError|undefined/],
  ['an error of Node itself', () => readFileSync('/no/such/file'), /ENOENT/],
];
const held: typeof unsendable = unsendable
  .slice(0, 6)
  .map(([what, make, reason]) => [
    `${what}, held before`,
    () => Promise.resolve({ kind: 'response', response: make() }),
    reason,
  ]);
const cases = [...unsendable, ...held];

const servers: Server[] = [];

/** Express's types leave out that an application is one. */
function asListener(app: unknown): RequestListener {
  return app as RequestListener;
}

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});
afterAll(() => nock.restore());

async function errorOf(answer: Promise<{ status: number; body: Buffer }>): Promise<string> {
  const { status, body } = await answer;
  const { error } = JSON.parse(body.toString()) as { error: { type: string; reason: string } };
  expect([status, error.type]).toEqual([500, 'fake_elasticsearch_failure']);
  return error.reason;
}

test.each(cases)('a server answers 500 for %s, and serves on', async (_what, make, reason) => {
  await using server = await startServer(broken(make));
  for (const accepted of ['identity', 'gzip;q=0']) {
    expect(await errorOf(send(server.url, { headers: { 'accept-encoding': accepted } }))).toMatch(reason);
  }
  expect(await errorOf(send(server.url, { method: 'PUT', body: '{}' }))).toMatch(reason);
});

test.each(cases)('a mounted handler answers 500 for %s', async (_what, make, reason) => {
  expect(await errorOf(send(await listen(nodeHandler(broken(make)))))).toMatch(reason);
  expect(await errorOf(send(await listen(asListener(createApp(broken(make))))))).toMatch(reason);
});

test('a mounted handler answers 500 where the host has set headers, which Node then writes one by one', async () => {
  const app = asListener(createApp(broken(() => withHeader('bad header', 'x'))));
  const url = await listen((request, response) => {
    response.setHeader('x-host', '1');
    app(request, response);
  });
  expect(await errorOf(send(url))).toMatch(/valid HTTP token/);
});

test('a mounted handler answers 500 for a body of its host that is no JSON', async () => {
  const handler = nodeHandler(stubTarget());
  const url = await listen((request, response) => {
    request.resume().on('end', () => handler(Object.assign(request, { body: { at: 1n } }), response));
  });
  expect(await errorOf(send(url, { method: 'PUT', body: '{}' }))).toMatch(/BigInt/);
});

test.each(unsendable.slice(0, 7))('a method that Node does not know: 500 for %s', async (_, make, reason) => {
  await using server = await startServer(broken(make));
  const answer = await sendBytes(server.port, 'BREW / HTTP/1.1\r\nHost: h\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 500 Internal Server Error\r\n/);
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
    error: { type: 'fake_elasticsearch_failure', reason: expect.stringMatching(reason) as string },
  });
});

test('a method that Node does not know: the connection closes for a delivery that fails', async () => {
  await using server = await startServer(broken(() => Promise.reject(new Error('later'))));
  expect(await sendBytes(server.port, 'BREW / HTTP/1.1\r\nHost: h\r\n\r\n')).toBe('');
});

test.each(cases)('through nock the request fails for %s', async (_what, make, reason) => {
  using _interception = interceptWithNock(broken(make), 'http://localhost:9200');
  await expect(send('http://localhost:9200/')).rejects.toThrow(reason);
  await expect(fetch('http://localhost:9200/')).rejects.toThrow(reason);
  await expect(axios.get('http://localhost:9200/')).rejects.toThrow(reason);
});

test.each(unsendable.slice(6))(
  'in the official client the call fails for %s',
  async (_what, make, reason) => {
    const client = new Client({ ...clientOptions(broken(make)), maxRetries: 0 });
    await expect(client.info()).rejects.toThrow(reason);
  },
);

describe('a fault rule that throws', () => {
  function faulty() {
    const es = createFakeElasticsearch();
    es.faults.add(
      {
        when: () => {
          throw new Error('thrown by the rule');
        },
      },
      { kind: 'drop', name: 'drop', when: 'before' },
    );
    return es;
  }

  test('fails its request, with a gate before it too, and not the one who opens the gate', async () => {
    const es = faulty();
    await using server = await startServer(es);
    expect(await errorOf(send(server.url))).toBe('Error: thrown by the rule');
    const gate = es.gates.hold({});
    const answers = [errorOf(send(server.url)), errorOf(send(server.url))];
    await gate.arrived(2);
    gate.open();
    expect(await Promise.all(answers)).toEqual(Array(2).fill('Error: thrown by the rule'));
  });
});
