import { Client as Client9, errors as errors9 } from '@elastic/elasticsearch';
import { Client as Client8, errors as errors8 } from 'es8';
import { text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { clientOptions, connectionTo } from '../../src/adapters/client.js';
import { startServer } from '../../src/adapters/express.js';
import type { Delivery } from '../../src/adapters/target.js';
import { isFakeUsageError } from '../../src/errors/fake-usage-error.js';
import type { EsRequest, EsResponse } from '../../src/rest/exchange.js';
import { dropped, echo, json, stubTarget } from './stub-target.js';

/** What both majors have in common, so that one body of tests runs with each. */
type AnyClient = Client9;

const majors: [string, (options: object) => AnyClient, typeof errors9][] = [
  ['9', (options) => new Client9(options), errors9],
  ['8', (options) => new Client8(options) as unknown as AnyClient, errors8 as unknown as typeof errors9],
];

const delivered = (response: EsResponse): Delivery => ({ kind: 'response', response });

test('the options fit the constructors of both majors', () => {
  const target = stubTarget();
  expect(new Client9(clientOptions(target)).name).toBe('elasticsearch-js');
  expect(new Client8(clientOptions(target)).name).toBe('elasticsearch-js');
  expect(new Client9({ ...clientOptions(target), maxRetries: 1 }).name).toBe('elasticsearch-js');
  expect(clientOptions(target).retryBackoff()).toBe(0);
});

describe.each(majors)('the official client %s', (major, create, errors) => {
  test('reaches the fake with path, query, body and its own media types', async () => {
    const target = stubTarget();
    const client = create(clientOptions(target));
    await client.transport.request({
      method: 'PUT',
      path: '/_connector/_sync_job/a%2Fb/_claim',
      querystring: { pretty: true },
      body: { worker_hostname: 'ü' },
    });
    expect(target.requests[0]).toMatchObject({
      method: 'PUT',
      rawPath: '/_connector/_sync_job/a%2Fb/_claim',
      rawQuery: 'pretty=true',
      bodyText: '{"worker_hostname":"ü"}',
    });
    expect(target.requests[0]?.headers).toMatchObject({
      host: 'localhost:9200',
      accept: `application/vnd.elasticsearch+json; compatible-with=${major}`,
      'content-type': `application/vnd.elasticsearch+json; compatible-with=${major}`,
      'content-length': '24',
    });
  });

  test('sends what it sends over a socket', async () => {
    const target = stubTarget();
    const server = await startServer(target);
    for (const client of [
      create(clientOptions(target, { node: server.url })),
      create({ node: server.url }),
    ]) {
      await client.search({ index: 'i', q: 'a b', ignore_unavailable: true });
      await client.indices.exists({ index: 'i' });
      await client.bulk({ operations: [{ index: { _index: 'i' } }, { a: 1 }] });
      await client.connector.syncJobClaim({ connector_sync_job_id: 'j', worker_hostname: 'w' });
      await client.close();
    }
    await server.close();
    const withoutTransport = target.requests.map((request) => ({
      ...request,
      headers: { ...request.headers, connection: undefined, 'x-elastic-client-meta': undefined },
    }));
    expect(withoutTransport.slice(0, 4)).toEqual(withoutTransport.slice(4));
  });

  test('puts the path of its node before every request, and sends its credentials', async () => {
    const target = stubTarget();
    const client = create({
      ...clientOptions(target, { node: 'http://localhost:9200/clusters/a/' }),
      auth: { username: 'elastic', password: 'p' },
    });
    await client.transport.request({ method: 'GET', path: '/_connector' });
    expect(target.requests[0]?.rawPath).toBe('/clusters/a/_connector');
    expect(target.requests[0]?.headers.authorization).toBe('Basic ZWxhc3RpYzpw');
  });

  test('sends bulk lines, strings, buffers and streams', async () => {
    const target = stubTarget();
    const client = create(clientOptions(target));
    await client.bulk({ operations: [{ index: { _index: 'i' } }, { a: 1 }] });
    for (const body of ['{"a":2}', Buffer.from('{"a":3}'), Readable.from(['{"a"', Buffer.from(':4}')])]) {
      await client.transport.request({ method: 'POST', path: '/x', body });
    }
    expect(target.requests.map(({ bodyText }) => bodyText)).toEqual([
      '{"index":{"_index":"i"}}\n{"a":1}\n',
      '{"a":2}',
      '{"a":3}',
      '{"a":4}',
    ]);
  });

  test('compresses both ways if told to', async () => {
    const target = stubTarget();
    const client = create({ ...clientOptions(target), compression: true });
    const { body, headers } = await client.transport.request<EsRequest>(
      { method: 'PUT', path: '/x', body: { a: 1 } },
      { meta: true },
    );
    expect(body.bodyText).toBe('{"a":1}');
    expect(headers['content-encoding']).toBe('gzip');
    await client.transport.request({ method: 'PUT', path: '/x', body: Readable.from(['{"a":', '2}']) });
    expect(target.requests.map(({ bodyText }) => bodyText)).toEqual(['{"a":1}', '{"a":2}']);
  });

  test('gets lower-case headers and a parsed body', async () => {
    const client = create(
      clientOptions(
        stubTarget(() => json(200, { a: 1 }, { Location: '/x', Warning: '299 Elasticsearch-9 "w"' })),
      ),
    );
    const result = await client.transport.request({ method: 'GET', path: '/x' }, { meta: true });
    expect(result).toMatchObject({
      statusCode: 200,
      body: { a: 1 },
      headers: { 'x-elastic-product': 'Elasticsearch', location: '/x', 'content-length': '7' },
      warnings: ['299 Elasticsearch-9 "w"'],
      meta: { attempts: 0, aborted: false, connection: { status: 'alive' } },
    });
  });

  test('streams the answer if told to', async () => {
    const client = create(clientOptions(stubTarget(() => json(200, { a: 1 }))));
    const stream = await client.transport.request<Readable>(
      { method: 'GET', path: '/x' },
      { asStream: true },
    );
    expect(await text(stream)).toBe('{"a":1}');
    const zipped = create({ ...clientOptions(stubTarget(() => json(200, { a: 1 }))), compression: true });
    const bytes = await zipped.transport.request<Readable>({ method: 'GET', path: '/x' }, { asStream: true });
    expect(gunzipSync(Buffer.concat((await bytes.toArray()) as Buffer[])).toString()).toBe('{"a":1}');
  });

  test('turns HEAD into true and false', async () => {
    const client = create(clientOptions(stubTarget()));
    expect(await client.indices.exists({ index: 'there' })).toBe(true);
    expect(await client.indices.exists({ index: 'missing' })).toBe(false);
  });

  test('throws a ResponseError with the body of Elasticsearch', async () => {
    const body = {
      error: { type: 'resource_not_found_exception', reason: 'gone', root_cause: [] },
      status: 404,
    };
    const client = create(clientOptions(stubTarget(() => json(404, body))));
    const error = await client.connector.get({ connector_id: 'x' }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(errors.ResponseError);
    expect(error).toMatchObject({ statusCode: 404, body, meta: { meta: { attempts: 0 } } });
  });

  test('retries 503 at once, and a lost connection too', async () => {
    let round = 0;
    const rounds: (EsResponse | Promise<Delivery>)[] = [
      json(503, {}),
      Promise.resolve(dropped),
      Promise.resolve(delivered(json(200, { round: 3 }))),
    ];
    const target = stubTarget(() => rounds[round++] ?? json(500, {}));
    const client = create(clientOptions(target));
    const result = await client.transport.request({ method: 'PUT', path: '/x', body: {} }, { meta: true });
    expect(result).toMatchObject({ body: { round: 3 }, meta: { attempts: 2 } });
    expect(target.requests).toHaveLength(3);
  });

  test('throws a ConnectionError when every attempt was lost', async () => {
    const target = stubTarget(() => Promise.resolve(dropped));
    const error = await create(clientOptions(target))
      .info()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(errors.ConnectionError);
    expect(error).toMatchObject({ message: 'other side closed', meta: { meta: { attempts: 3 } } });
    expect(target.requests).toHaveLength(4);
  });

  test('throws a ConnectionError for a body that was cut', async () => {
    const cut = { ...json(200, { a: 1 }), bodyText: '{"a' };
    const client = create({ ...clientOptions(stubTarget(() => cut)), maxRetries: 0 });
    await expect(client.info()).rejects.toBeInstanceOf(errors.ConnectionError);
    const stream = await client.transport.request<Readable>(
      { method: 'GET', path: '/x' },
      { asStream: true },
    );
    await expect(text(stream)).rejects.toThrow('other side closed');
  });

  test('stops waiting when its signal aborts, and tells the fake', async () => {
    const target = stubTarget(() => new Promise<Delivery>(() => undefined));
    const client = create(clientOptions(target));
    const controller = new AbortController();
    const waiting = client.info({}, { signal: controller.signal }).catch((reason: unknown) => reason);
    while (target.requests.length === 0) await Promise.resolve();
    controller.abort();
    expect(await waiting).toBeInstanceOf(errors.RequestAbortedError);
    expect(target.signals[0]?.aborted).toBe(true);
    await expect(client.info({}, { signal: controller.signal })).rejects.toBeInstanceOf(
      errors.RequestAbortedError,
    );
    expect(target.requests).toHaveLength(1);
  });

  test('runs into its timeout on the clock of the fake', async () => {
    const alarms: { milliseconds: number; wake: () => void }[] = [];
    let cancelled = 0;
    const target = {
      ...stubTarget(() => new Promise<Delivery>(() => undefined)),
      after: (milliseconds: number, wake: () => void) => {
        alarms.push({ milliseconds, wake });
        return () => (cancelled += 1);
      },
    };
    const client = create(clientOptions(target));
    const waiting = client.info({}, { requestTimeout: 5000 }).catch((reason: unknown) => reason);
    while (alarms.length === 0) await Promise.resolve();
    alarms[0]?.wake();
    expect(await waiting).toBeInstanceOf(errors.TimeoutError);
    expect([alarms[0]?.milliseconds, cancelled]).toEqual([5000, 1]);
  });

  test('refuses an answer over its own limit', async () => {
    const client = create(clientOptions(stubTarget(() => json(200, { long: 'text' }))));
    await expect(client.info({}, { maxResponseSize: 5 })).rejects.toThrow(
      'The content length (15) is bigger than the maximum allowed string (5)',
    );
  });

  test('is refused what a socket would refuse', async () => {
    const target = stubTarget();
    const client = create(clientOptions(target));
    const error = await client.transport
      .request({ method: 'GET', path: `/${'a'.repeat(4096)}` })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      statusCode: 400,
      body: { error: { type: 'too_long_http_line_exception' } },
    });
    expect(target.requests).toHaveLength(0);
  });

  test('has diagnostics, children and an end', async () => {
    const client = create(clientOptions(stubTarget()));
    const seen: string[] = [];
    for (const event of ['request', 'deserialization', 'response'] as const) {
      client.diagnostic.on(event as 'request', () => seen.push(event));
    }
    await client.child({ headers: { 'x-child': '1' } }).transport.request({ method: 'GET', path: '/x' });
    expect(seen).toEqual(['request', 'deserialization', 'response']);
    await client.close();
    await expect(client.info()).rejects.toBeInstanceOf(errors.NoLivingConnectionsError);
  });

  test('fails a request whose streamed body fails', async () => {
    const body = new Readable({ read: () => undefined });
    const client = create(clientOptions(stubTarget()));
    const waiting = client.transport
      .request({ method: 'POST', path: '/x', body })
      .catch((reason: unknown) => reason);
    body.destroy(new Error('disk gone'));
    expect(await waiting).toBeInstanceOf(errors.ConnectionError);
    expect(String(await waiting)).toContain('disk gone');
  });

  test('runs its bulk helper', async () => {
    const target = stubTarget((request) =>
      json(200, {
        took: 1,
        errors: false,
        items: request.bodyText
          .split('\n')
          .slice(0, -1)
          .filter((_, at) => at % 2 === 0)
          .map(() => ({ index: { status: 201, _id: '1' } })),
      }),
    );
    const client = create(clientOptions(target));
    const result = await client.helpers.bulk({
      datasource: [{ a: 1 }, { a: 2 }],
      onDocument: () => ({ index: { _index: 'i' } }),
    });
    expect(result).toMatchObject({ total: 2, successful: 2, failed: 0 });
  });
});

test('a fake that throws rejects the call with what it threw', async () => {
  const target = {
    handle: echo,
    exchange: () => {
      throw new TypeError('broken');
    },
  };
  await expect(new Client9(clientOptions(target)).info()).rejects.toThrow('broken');
});

test('the class can be used alone', async () => {
  const client = new Client9({ node: 'https://es.example:9243', Connection: connectionTo(stubTarget()) });
  expect(await client.transport.request({ method: 'GET', path: '/x' })).toMatchObject({
    headers: { host: 'es.example:9243' },
  });
});

test.each<[string, () => unknown, string]>([
  ['no fake', () => clientOptions(null as never), 'clientOptions() takes a fake first: received null.'],
  ['no fake', () => connectionTo(5 as never), 'connectionTo() takes a fake first: received 5.'],
  [
    'no settings',
    () => clientOptions(stubTarget(), null as never),
    'must be an object with node: received null.',
  ],
  ['an unknown setting', () => clientOptions(stubTarget(), { nodes: [] } as never), '[nodes] is no option'],
  [
    'a node that is no text',
    () => clientOptions(stubTarget(), { node: 5 as never }),
    'http://localhost:9200: received 5.',
  ],
  ['a node that is no URL', () => clientOptions(stubTarget(), { node: 'es' }), 'received "es".'],
])('says at once what is wrong with %s', (_what, attempt, message) => {
  const error = (() => {
    try {
      return attempt();
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(isFakeUsageError(error)).toBe(true);
  expect(String(error)).toContain(message);
});
