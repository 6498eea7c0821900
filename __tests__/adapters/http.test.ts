import { Agent, request as httpRequest } from 'node:http';
import { deflateRawSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { isFakeUsageError } from '../../src/errors/fake-usage-error.js';
import { nodeHandler, startServer } from '../../src/adapters/express.js';
import type { RunningServer } from '../../src/adapters/express.js';
import type { Delivery, RequestTarget } from '../../src/adapters/target.js';
import type { EsRequest, EsResponse } from '../../src/rest/exchange.js';
import { send, sendBytes } from './raw-http.js';
import { dropped, echo, json, stubTarget } from './stub-target.js';

const servers: RunningServer[] = [];

async function serve(target: RequestTarget): Promise<RunningServer> {
  const server = await startServer(target);
  servers.push(server);
  return server;
}

async function echoed(answer: Promise<{ body: Buffer }>): Promise<EsRequest> {
  return JSON.parse((await answer).body.toString()) as EsRequest;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('the request that reaches the fake', () => {
  test('keeps path and query as they stood on the request line', async () => {
    const { url } = await serve(stubTarget());
    const request = await echoed(send(`${url}/_connector/a%2Fb%20c//_claim?pretty&x=%zz?y`));
    expect(request).toMatchObject({ rawPath: '/_connector/a%2Fb%20c//_claim', rawQuery: 'pretty&x=%zz?y' });
  });

  test('lists a header that was sent more than once and lower-cases names', async () => {
    const { port } = await serve(stubTarget());
    const head =
      'GET /x HTTP/1.1\r\nHost: h\r\nAccept: a/b\r\nACCEPT: c/d\r\nconstructor: k\r\n__proto__: p\r\n';
    const answer = await sendBytes(port, `${head}Connection: close\r\n\r\n`);
    const { headers } = JSON.parse(answer.split('\r\n\r\n')[1] ?? '') as EsRequest;
    expect(headers).toMatchObject({ host: 'h', accept: ['a/b', 'c/d'], constructor: 'k' });
  });

  test('has the raw text of the body, whatever its type says', async () => {
    const { url } = await serve(stubTarget());
    const body = '{"a":1,"a":2,\n "ö": ]';
    const request = await echoed(
      send(`${url}/x`, { method: 'PUT', body, headers: { 'content-type': 'application/json' } }),
    );
    expect(request.bodyText).toBe(body);
  });

  test('has a body on GET and DELETE, and none if none was sent', async () => {
    const { url } = await serve(stubTarget());
    expect(await echoed(send(`${url}/x`, { method: 'GET', body: '{}' }))).toMatchObject({ bodyText: '{}' });
    expect(await echoed(send(`${url}/x`, { method: 'DELETE', body: '{}' }))).toMatchObject({
      bodyText: '{}',
    });
    expect(await echoed(send(`${url}/x`, { method: 'DELETE' }))).toMatchObject({ bodyText: '' });
    expect(await echoed(send(`${url}/x`, { method: 'POST', body: '' }))).toMatchObject({ bodyText: '' });
  });

  test('joins a body that comes in pieces, a character cut in two included', async () => {
    const { url } = await serve(stubTarget());
    const bytes = Buffer.from('{"name":"Zoë"}');
    const answer = new Promise<Buffer>((resolve, reject) => {
      const outgoing = httpRequest(`${url}/x`, { method: 'PUT' }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(Buffer.concat(chunks)));
      });
      outgoing.on('error', reject);
      outgoing.write(bytes.subarray(0, 12), () => outgoing.end(bytes.subarray(12)));
    });
    expect((JSON.parse((await answer).toString()) as EsRequest).bodyText).toBe('{"name":"Zoë"}');
  });

  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['deflate', deflateRawSync],
    ['GZIP', gzipSync],
  ])('decodes %s bodies (rest-layer A.12)', async (coding, encode) => {
    const { url } = await serve(stubTarget());
    const body = encode('{"a":"ü"}');
    const request = await echoed(
      send(`${url}/x`, { method: 'PUT', body, headers: { 'content-encoding': coding } }),
    );
    expect(request.bodyText).toBe('{"a":"ü"}');
  });

  test.each(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'has the method %s',
    async (method) => {
      const target = stubTarget();
      const { url } = await serve(target);
      await send(`${url}/x`, { method });
      expect(target.requests[0]?.method).toBe(method);
    },
  );

  test('has a method that Node does not know', async () => {
    const target = stubTarget();
    const { port } = await serve(target);
    const answer = await sendBytes(port, 'BREW /pot?x=1 HTTP/1.1\r\nHost: h\r\n\r\n');
    expect(target.requests[0]).toMatchObject({
      method: 'BREW',
      rawPath: '/pot',
      rawQuery: 'x=1',
      headers: { host: 'h' },
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\nX-elastic-product: Elasticsearch\r\n/);
  });

  test('may come without a host', async () => {
    const { port } = await serve(stubTarget());
    const answer = await sendBytes(port, 'GET /x HTTP/1.1\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\nX-elastic-product: Elasticsearch\r\n/);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ rawPath: '/x' });
  });

  test('loses scheme and host if the client takes the fake for a proxy', async () => {
    const { port } = await serve(stubTarget());
    const answer = await sendBytes(
      port,
      'GET http://es:9200/a?b HTTP/1.1\r\nHost: es\r\nConnection: close\r\n\r\n',
    );
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ rawPath: '/a', rawQuery: 'b' });
  });
});

describe('the answer on the wire', () => {
  test('has the headers of the fake and no others', async () => {
    const { port } = await serve(stubTarget(() => json(200, { ok: true })));
    const closed = await sendBytes(port, 'GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(closed).toBe(
      'HTTP/1.1 200 OK\r\nX-elastic-product: Elasticsearch\r\ncontent-type: application/json\r\n' +
        'content-length: 11\r\nconnection: close\r\n\r\n{"ok":true}',
    );
  });

  test('says nothing about a connection that stays open, and keeps it open', async () => {
    const { url, server } = await serve(stubTarget());
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const names = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      await new Promise<void>((resolve, reject) => {
        const outgoing = httpRequest(`${url}/x`, { agent, method: 'PUT' }, (response) => {
          response.rawHeaders.filter((_, at) => at % 2 === 0).forEach((name) => names.add(name));
          response.on('end', resolve).resume();
        });
        outgoing.on('error', reject).end('{}');
      });
    }
    agent.destroy();
    expect([...names]).toEqual(['X-elastic-product', 'content-type', 'content-length']);
    expect(connections).toBe(1);
  });

  test('keeps an HTTP/1.0 connection open only when asked, and says so', async () => {
    const { port } = await serve(stubTarget(() => json(200, {})));
    expect(await sendBytes(port, 'GET / HTTP/1.0\r\n\r\n')).toContain('\r\nconnection: close\r\n');
  });

  test('sends a repeated header as often as the fake lists it', async () => {
    const { url } = await serve(
      stubTarget(() => json(401, {}, { 'WWW-Authenticate': ['Basic realm="s"', 'ApiKey'] })),
    );
    const { rawHeaders } = await send(`${url}/`);
    expect(rawHeaders.filter((_, at) => rawHeaders[at - 1] === 'WWW-Authenticate')).toEqual([
      'Basic realm="s"',
      'ApiKey',
    ]);
  });

  test('gives HEAD the length of the body that is not sent', async () => {
    const { url } = await serve(stubTarget());
    const answer = await send(`${url}/x`, { method: 'HEAD' });
    expect(answer.body).toHaveLength(0);
    expect(Number(answer.headers['content-length'])).toBeGreaterThan(50);
  });

  test.each([
    ['gzip', 'gzip'],
    ['gzip,deflate', 'gzip'],
    ['deflate, gzip;q=0.5', 'deflate'],
    ['gzip;q=0, deflate', 'deflate'],
    ['*', 'gzip'],
    ['br', undefined],
    ['gzip;q=0', undefined],
    ['identity', undefined],
  ])('is compressed for Accept-Encoding: %s with %s', async (accepted, coding) => {
    const { url } = await serve(stubTarget(() => json(200, { ok: true })));
    const answer = await send(`${url}/`, { headers: { 'accept-encoding': accepted } });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(Number(answer.headers['content-length'])).toBe(answer.body.length);
    if (coding === 'gzip') expect(gunzipSync(answer.body).toString()).toBe('{"ok":true}');
  });

  test('answers requests that were pipelined in their order', async () => {
    const { port } = await serve(stubTarget());
    const answer = await sendBytes(
      port,
      'GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n',
    );
    expect(answer.match(/"rawPath":"[^"]+"/g)).toEqual(['"rawPath":"/1"', '"rawPath":"/2"']);
  });

  test('is compressed for fetch, which undoes it', async () => {
    const { url } = await serve(stubTarget(() => json(200, { ok: true })));
    const answer = await fetch(url);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.json()).toEqual({ ok: true });
  });
});

describe('what Elasticsearch refuses on the wire (rest-layer A.12)', () => {
  test('a request line over 4096 bytes', async () => {
    const { url } = await serve(stubTarget());
    const longest = 4096 - 'GET '.length - ' HTTP/1.1'.length;
    expect(await send(url + '/'.padEnd(longest, 'a'))).toMatchObject({ status: 200 });
    for (const length of [longest + 1, 12_000, 60_000]) {
      const { status, body, headers } = await send(url + '/'.padEnd(length, 'a'));
      expect([status, headers['x-elastic-product']]).toEqual([400, 'Elasticsearch']);
      expect(JSON.parse(body.toString())).toMatchObject({
        error: { type: 'too_long_http_line_exception', reason: 'An HTTP line is larger than 4096 bytes.' },
        status: 400,
      });
    }
  });

  test.each([16_400, 40_000])('headers of %d bytes', async (length) => {
    const { url } = await serve(stubTarget());
    const { status, body } = await send(url, { headers: { 'x-long': 'a'.repeat(length) } });
    expect(status).toBe(400);
    expect(JSON.parse(body.toString())).toMatchObject({
      error: { type: 'too_long_http_header_exception', reason: 'HTTP header is larger than 16384 bytes.' },
    });
  });

  test('a body over 100 MB, counted after decoding', async () => {
    const { url } = await serve(stubTarget(() => json(200, {})));
    const large = Buffer.alloc(100 * 1024 * 1024 + 1, ' ');
    for (const [body, headers] of [
      [large, {}],
      [gzipSync(large, { level: 1 }), { 'content-encoding': 'gzip' }],
    ] as const) {
      const answer = await send(`${url}/_bulk`, { method: 'POST', body, headers });
      expect([answer.status, answer.body.length]).toEqual([413, 0]);
      expect(answer.rawHeaders).toEqual(['content-length', '0', 'connection', 'close']);
    }
    expect(await send(`${url}/_bulk`, { method: 'POST', body: large.subarray(1) })).toMatchObject({
      status: 200,
    });
  });

  test('a compressed body that is damaged', async () => {
    const { url } = await serve(stubTarget());
    for (const body of [Buffer.from('no gzip'), gzipSync('{"a":1}').subarray(0, 20)]) {
      const answer = await send(`${url}/x`, { method: 'PUT', body, headers: { 'content-encoding': 'gzip' } });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body.toString())).toMatchObject({
        error: { type: 'decompression_exception' },
      });
    }
  });

  test('an expectation other than 100-continue', async () => {
    const { url } = await serve(stubTarget());
    const answer = await send(`${url}/x`, { method: 'PUT', body: '{}', headers: { expect: 'tea' } });
    expect([answer.status, answer.headers['content-length']]).toEqual([417, '0']);
    expect(answer.headers.date).toBeUndefined();
    expect(
      await send(`${url}/x`, { method: 'PUT', body: '{}', headers: { expect: '100-continue' } }),
    ).toMatchObject({ status: 200 });
  });

  test('what is not HTTP', async () => {
    const { port } = await serve(stubTarget());
    const answer = await sendBytes(port, 'GET / HTTP/1.1\r\nHost h\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nX-elastic-product: Elasticsearch\r\n/);
    expect(answer).toContain('"status":400');
    expect(await sendBytes(port, '\u0016\u0003\u0001 hello\r\n\r\n')).toBe('');
  });
});

describe('a request that is held, dropped or spoilt', () => {
  test('is answered when the delivery arrives', async () => {
    let release: (delivery: Delivery) => void = () => undefined;
    const { url } = await serve(stubTarget(() => new Promise<Delivery>((resolve) => (release = resolve))));
    const answer = send(`${url}/x`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    release({ kind: 'response', response: json(503, { held: true }) });
    expect((await answer).status).toBe(503);
  });

  test('sees its connection closed', async () => {
    const { url } = await serve(stubTarget(() => Promise.resolve(dropped)));
    await expect(send(`${url}/x`, { method: 'PUT', body: '{}' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  test('learns through its signal that the client hung up', async () => {
    const target = stubTarget(() => new Promise<Delivery>(() => undefined));
    const { url } = await serve(target);
    const controller = new AbortController();
    const aborted = fetch(url, { signal: controller.signal });
    while (target.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    controller.abort();
    await expect(aborted).rejects.toThrow();
    while (target.signals[0]?.aborted !== true) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(target.signals[0].aborted).toBe(true);
  });

  test('breaks off where its body was cut', async () => {
    const cut = { ...json(200, { ok: true }), bodyText: '{"ok"' };
    const { url } = await serve(stubTarget(() => cut));
    await expect(send(url)).rejects.toThrow('aborted');
  });

  test('reports a fake that throws instead of ending the process', async () => {
    const target: RequestTarget = {
      handle: echo,
      exchange: (request): EsResponse | Promise<Delivery> => {
        if (request.rawPath === '/later') return Promise.reject(new Error('broken later'));
        throw new Error('broken at once');
      },
    };
    const { url } = await serve(target);
    expect((await send(`${url}/now`)).body.toString()).toContain('broken at once');
    expect(await send(`${url}/later`)).toMatchObject({ status: 500 });
  });
});

describe('startServer', () => {
  test('closes with a held request open, and again without harm', async () => {
    const { url, close } = await startServer(stubTarget(() => new Promise<Delivery>(() => undefined)));
    const held = send(`${url}/x`).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await close();
    await close();
    expect(await held).toMatchObject({ code: 'ECONNRESET' });
    await expect(send(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('says so if the port is in use', async () => {
    const { port } = await serve(stubTarget());
    const error = await startServer(stubTarget(), { port }).catch((reason: unknown) => reason);
    expect(isFakeUsageError(error)).toBe(true);
    expect(String(error)).toContain(`Cannot listen on port ${port} of 127.0.0.1: it is in use.`);
  });

  test('says so if it cannot listen', async () => {
    const error = await startServer(stubTarget(), { host: 'no.such.host.invalid' }).catch(
      (reason: unknown) => reason,
    );
    expect(isFakeUsageError(error)).toBe(true);
    expect(String(error)).toContain('Cannot listen on port 0 of no.such.host.invalid: ');
  });

  test.each([
    [{ port: 70_000 }, '[port] of startServer() must be a whole number from 0 to 65535: received 70000.'],
    [{ port: -1 }, 'received -1.'],
    [{ port: 1.5 }, 'received 1.5.'],
    [{ port: 'x' }, 'received "x".'],
    [{ port: null }, 'received null.'],
    [
      { host: '' },
      '[host] of startServer() must be an address or a name, such as 127.0.0.1 or 0.0.0.0: received "".',
    ],
    [{ host: ' ' }, 'received " ".'],
    [{ host: null }, 'received null.'],
    [{ host: 5 }, 'received 5.'],
    [{ prot: 1 }, '[prot] is no option of startServer(). Options are: port, host, listener.'],
    [null, 'The options of startServer() must be an object with port, host, listener: received null.'],
  ])('refuses the options %j', async (options, message) => {
    const attempt = startServer(stubTarget(), options as never);
    const error = await attempt.then(
      (server) => server.close(),
      (reason: unknown) => reason,
    );
    expect(isFakeUsageError(error)).toBe(true);
    expect(String(error)).toContain(message);
  });

  test.each([null, undefined, {}, 'es'])('refuses %j for a fake', async (target) => {
    const error = await startServer(target as never).catch((reason: unknown) => reason);
    expect(isFakeUsageError(error)).toBe(true);
    expect(String(error)).toContain('startServer() takes a fake first: received ');
  });

  test('can be disposed of', async () => {
    const server = await startServer(stubTarget());
    await server[Symbol.asyncDispose]();
    await expect(send(server.url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('serves through a listener of the caller', async () => {
    const own = nodeHandler(stubTarget(), { keepsIdleSockets: true });
    const server = await startServer(stubTarget(), {
      listener: (request, response) => {
        if (request.url === '/_fake') response.end('control');
        else own(request, response);
      },
    });
    servers.push(server);
    expect((await send(`${server.url}/_fake`)).body.toString()).toBe('control');
    expect(await send(`${server.url}/x`)).toMatchObject({ status: 200 });
  });
});
