import express from 'express';
import type { Express } from 'express';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp, nodeHandler } from '../../src/adapters/express.js';
import type { EsRequest } from '../../src/rest/exchange.js';
import { send } from './raw-http.js';
import { json, stubTarget } from './stub-target.js';

const servers: Server[] = [];

async function listen(app: Express): Promise<string> {
  const server = app.listen(0, '127.0.0.1');
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

const putJson = { method: 'PUT', headers: { 'content-type': 'application/json' } };

test('an application answers by itself, with nothing of Express in sight', async () => {
  const url = await listen(createApp(stubTarget()));
  for (const [method, path] of [
    ['GET', '/x'],
    ['OPTIONS', '/x'],
    ['DELETE', '/%zz'],
    ['GET', '/missing'],
  ] as const) {
    const { headers } = await send(url + path, { method });
    expect(headers).toMatchObject({
      'x-elastic-product': 'Elasticsearch',
      'content-type': 'application/json',
    });
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
    expect([headers.etag, headers.date]).toEqual([undefined, undefined]);
  }
});

test('an application does not answer 304 to a conditional request', async () => {
  const url = await listen(createApp(stubTarget()));
  const { headers } = await send(url, { headers: { 'if-none-match': '*' } });
  expect(headers['content-length']).not.toBe('0');
});

test('an application that is mounted sees paths below its mount point', async () => {
  const host = express();
  host.get('/health', (_request, response) => void response.send('fine'));
  host.use('/clusters/a', createApp(stubTarget()));
  const url = await listen(host);
  const { body, headers } = await send(`${url}/clusters/a/_connector/x%2Fy?pretty`);
  expect(JSON.parse(body.toString())).toMatchObject({ rawPath: '/_connector/x%2Fy', rawQuery: 'pretty' });
  expect(headers['x-powered-by']).toBeUndefined();
  expect(JSON.parse((await send(`${url}/clusters/a?v`)).body.toString())).toMatchObject({
    rawPath: '/',
    rawQuery: 'v',
  });
  expect((await send(`${url}/health`)).body.toString()).toBe('fine');
});

test('the handler mounts in a router and in a plain server', async () => {
  const host = express();
  const router = express.Router();
  router.use('/es', nodeHandler(stubTarget()));
  host.use('/api', router);
  const url = await listen(host);
  expect(JSON.parse((await send(`${url}/api/es/_bulk`)).body.toString())).toMatchObject({
    rawPath: '/_bulk',
  });

  const server = createServer(nodeHandler(stubTarget())).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const { headers } = await send(`http://127.0.0.1:${port}/x`);
  // That server closes idle connections after five seconds, so its hint to the client stays.
  expect(headers).toMatchObject({ 'x-elastic-product': 'Elasticsearch', 'keep-alive': 'timeout=5' });
});

describe('a body that the host application has read before', () => {
  async function bodyTextBehind(
    parser: express.RequestHandler,
    headers: Record<string, string>,
    body: string,
  ) {
    const host = express();
    host.use(parser);
    host.use(createApp(stubTarget()));
    const url = await listen(host);
    const answer = await send(`${url}/x`, { method: 'PUT', headers, body });
    return (JSON.parse(answer.body.toString()) as EsRequest).bodyText;
  }

  test('is written out again if it was parsed', async () => {
    expect(
      await bodyTextBehind(express.json(), { 'content-type': 'application/json' }, '{"a": [1, 2]}'),
    ).toBe('{"a":[1,2]}');
  });

  test('is used as it is if it is text or bytes', async () => {
    const type = 'application/vnd.elasticsearch+json; compatible-with=9';
    const raw = '{"a": 1, "a": 2}';
    expect(await bodyTextBehind(express.text({ type: '*/*' }), { 'content-type': type }, raw)).toBe(raw);
    expect(await bodyTextBehind(express.raw({ type: '*/*' }), { 'content-type': type }, raw)).toBe(raw);
  });

  test('comes from the raw body if the host kept it', async () => {
    const raw = '{"a": 1, "a": 2}';
    const keep = express.json({
      verify: (request, _response, buffer) => Object.assign(request, { rawBody: buffer }),
    });
    expect(await bodyTextBehind(keep, { 'content-type': 'application/json' }, raw)).toBe(raw);
  });

  test('is read here if the parser left it alone', async () => {
    expect(await bodyTextBehind(express.json(), { 'content-type': 'application/x-ndjson' }, '{}\n{}\n')).toBe(
      '{}\n{}\n',
    );
    expect(await bodyTextBehind(express.json(), { 'content-type': 'application/json' }, '')).toBe('');
  });

  test('is written out line by line if it was parsed as lines', async () => {
    const lines: express.RequestHandler = (request, _response, next) => {
      request.resume().on('end', () => {
        request.body = [{ index: {} }, { a: 1 }];
        next();
      });
    };
    expect(await bodyTextBehind(lines, { 'content-type': 'application/x-ndjson' }, 'x')).toBe(
      '{"index":{}}\n{"a":1}\n',
    );
  });

  test('is empty if it was thrown away', async () => {
    const waste: express.RequestHandler = (request, _response, next) =>
      void request.resume().on('end', () => next());
    expect(await bodyTextBehind(waste, { 'content-type': 'application/json' }, '{"a":1}')).toBe('');
  });
});

test('headers that middleware of the host has set are kept', async () => {
  const host = express();
  host.use((_request, response, next) => {
    response.setHeader('access-control-allow-origin', '*');
    next();
  });
  host.use(createApp(stubTarget(() => json(201, {}))));
  const url = await listen(host);
  const { status, headers } = await send(`${url}/x`, { ...putJson, body: '{}' });
  expect(status).toBe(201);
  expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-elastic-product': 'Elasticsearch' });
});
