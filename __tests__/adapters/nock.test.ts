import { Client, HttpConnection } from '@elastic/elasticsearch';
import axios from 'axios';
import nock from 'nock';
import { gunzipSync, gzipSync, deflateSync } from 'node:zlib';
import { interceptWithNock } from '../../src/adapters/nock.js';
import type { NockInterception } from '../../src/adapters/nock.js';
import type { Delivery, RequestTarget } from '../../src/adapters/target.js';
import { isFakeUsageError } from '../../src/errors/fake-usage-error.js';
import type { EsRequest } from '../../src/rest/exchange.js';
import { send } from './raw-http.js';
import { dropped, json, stubTarget } from './stub-target.js';

const origin = 'http://localhost:9200';
const installed: NockInterception[] = [];

function intercept(target: RequestTarget, at = origin): NockInterception {
  const interception = interceptWithNock(target, at);
  installed.push(interception);
  return interception;
}

beforeAll(() => nock.disableNetConnect());
afterEach(() => installed.splice(0).forEach(({ remove }) => remove()));
afterAll(() => nock.restore());

async function echoed(answer: Promise<{ body: Buffer }>): Promise<EsRequest> {
  return JSON.parse((await answer).body.toString()) as EsRequest;
}

describe('what reaches the fake', () => {
  test.each(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS'])('the method %s', async (method) => {
    const target = stubTarget();
    intercept(target);
    await send(`${origin}/x`, { method });
    await fetch(`${origin}/y`, { method });
    expect(target.requests.map((request) => [request.method, request.rawPath])).toEqual([
      [method, '/x'],
      [method, '/y'],
    ]);
  });

  test('path and query as they were sent', async () => {
    const target = stubTarget();
    intercept(target);
    await send(`${origin}/_connector/a%2Fb%20c//_claim?pretty&x=%zz`);
    await fetch(`${origin}/_connector/a%2Fb%20c//_claim?pretty&a=1&a=2`);
    await axios.get(`${origin}/_connector/a%2Fb?q=a+b`);
    expect(target.requests.map(({ rawPath, rawQuery }) => [rawPath, rawQuery])).toEqual([
      ['/_connector/a%2Fb%20c//_claim', 'pretty&x=%zz'],
      ['/_connector/a%2Fb%20c//_claim', 'pretty&a=1&a=2'],
      ['/_connector/a%2Fb', 'q=a+b'],
    ]);
  });

  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'application/vnd.elasticsearch+json; compatible-with=9',
    'application/x-ndjson',
    'text/plain',
  ])('the raw body and the true type for %s, malformed JSON included', async (type) => {
    const target = stubTarget();
    intercept(target);
    for (const body of ['{"a": 1, "a": 2}', '{"a":', '{"ö": "ü"}\n', '12']) {
      await send(`${origin}/x`, { method: 'PUT', body, headers: { 'content-type': type } });
      await fetch(`${origin}/x`, { method: 'PUT', body, headers: { 'content-type': type } });
      for (const request of target.requests.splice(0)) {
        expect([request.bodyText, request.headers['content-type']]).toEqual([body, type]);
      }
    }
  });

  test('compressed bodies, decoded, and damaged ones as 400', async () => {
    const target = stubTarget();
    intercept(target);
    for (const [coding, body] of [
      ['gzip', gzipSync('{"a":1}')],
      ['deflate', deflateSync('{"a":1}')],
    ] as const) {
      for (const type of ['application/json', 'application/x-ndjson']) {
        const headers = { 'content-encoding': coding, 'content-type': type };
        expect((await echoed(send(`${origin}/x`, { method: 'PUT', body, headers }))).bodyText).toBe(
          '{"a":1}',
        );
      }
    }
    const damaged = { method: 'PUT', body: Buffer.from('zip'), headers: { 'content-encoding': 'gzip' } };
    expect((await send(`${origin}/x`, damaged)).status).toBe(400);
  });

  test('bytes that are not UTF-8, as a socket would bring them, and digits as digits', async () => {
    const target = stubTarget();
    intercept(target);
    const bytes = Buffer.from('7bfffe7d', 'hex');
    for (const body of [bytes, '7bfffe7d']) {
      await fetch(`${origin}/x`, { method: 'PUT', body });
      await send(`${origin}/x`, { method: 'PUT', body });
      await axios.put(`${origin}/x`, body);
    }
    const read = bytes.toString('utf8');
    expect(target.requests.map(({ bodyText }) => bodyText)).toEqual([
      ...Array<string>(3).fill(read),
      ...Array<string>(3).fill('7bfffe7d'),
    ]);
  });

  test('GET with a body, and DELETE with and without one', async () => {
    intercept(stubTarget());
    const type = { 'content-type': 'application/json' };
    expect(
      (await echoed(send(`${origin}/x`, { method: 'GET', body: '{"q":1}', headers: type }))).bodyText,
    ).toBe('{"q":1}');
    expect(
      (await echoed(send(`${origin}/x`, { method: 'DELETE', body: '{}', headers: type }))).bodyText,
    ).toBe('{}');
    expect((await echoed(send(`${origin}/x`, { method: 'DELETE', headers: type }))).bodyText).toBe('');
  });

  test('requests side by side, each with its own body', async () => {
    intercept(stubTarget());
    const bodies = Array.from({ length: 20 }, (_, at) => JSON.stringify({ at }));
    const answers = await Promise.all(
      bodies.map((body) =>
        echoed(send(`${origin}/x`, { method: 'PUT', body, headers: { 'content-type': 'application/json' } })),
      ),
    );
    expect(answers.map(({ bodyText }) => bodyText)).toEqual(bodies);
  });

  test('the official client, if it uses its HttpConnection', async () => {
    const target = stubTarget();
    intercept(target);
    const client = new Client({ node: origin, Connection: HttpConnection });
    await client.connector.syncJobClaim({ connector_sync_job_id: 'j', worker_hostname: 'w' });
    const zipping = new Client({ node: origin, Connection: HttpConnection, compression: true });
    await zipping.bulk({ operations: [{ index: { _index: 'i' } }, { a: 1 }] });
    expect(target.requests.map(({ bodyText }) => bodyText)).toEqual([
      '{"worker_hostname":"w"}',
      '{"index":{"_index":"i"}}\n{"a":1}\n',
    ]);
  });

  test('only what is below the path of the origin', async () => {
    const target = stubTarget();
    intercept(target, `${origin}/clusters/a/`);
    await send(`${origin}/clusters/a/_connector?v`);
    await send(`${origin}/clusters/a?v`);
    await expect(send(`${origin}/clusters/ab/x`)).rejects.toThrow('No match');
    expect(target.requests.map(({ rawPath, rawQuery }) => [rawPath, rawQuery])).toEqual([
      ['/_connector', 'v'],
      ['/', 'v'],
    ]);
  });
});

describe('what the client gets', () => {
  test('status, headers in their casing, and nothing else', async () => {
    intercept(
      stubTarget(() => json(201, { ok: true }, { 'WWW-Authenticate': ['Basic realm="s"', 'ApiKey'] })),
    );
    const { status, rawHeaders, body } = await send(`${origin}/x`, { method: 'PUT' });
    expect([status, body.toString()]).toEqual([201, '{"ok":true}']);
    expect(rawHeaders).toEqual([
      'X-elastic-product',
      'Elasticsearch',
      'content-type',
      'application/json',
      'WWW-Authenticate',
      'Basic realm="s"',
      'WWW-Authenticate',
      'ApiKey',
      'content-length',
      '11',
    ]);
  });

  test('the length of the body that HEAD leaves out', async () => {
    intercept(stubTarget());
    const answer = await send(`${origin}/x`, { method: 'HEAD' });
    expect([answer.body.length, Number(answer.headers['content-length']) > 20]).toEqual([0, true]);
    const fetched = await fetch(`${origin}/missing`, { method: 'HEAD' });
    expect([fetched.status, await fetched.text()]).toEqual([404, '']);
  });

  test('a compressed body if it asked for one', async () => {
    intercept(stubTarget(() => json(200, { ok: true })));
    const zipped = await send(`${origin}/x`, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe('{"ok":true}');
    expect(await (await fetch(`${origin}/x`)).json()).toEqual({ ok: true });
    expect(await (await fetch(`${origin}/x`, { headers: { 'accept-encoding': 'gzip' } })).json()).toEqual({
      ok: true,
    });
    expect((await axios.get<unknown>(`${origin}/x`)).data).toEqual({ ok: true });
  });

  test('ECONNRESET for a request that was dropped', async () => {
    intercept(stubTarget(() => Promise.resolve(dropped)));
    await expect(send(`${origin}/x`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(fetch(`${origin}/x`)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    const client = new Client({ node: origin, Connection: HttpConnection, maxRetries: 0 });
    await expect(client.info()).rejects.toMatchObject({ name: 'ConnectionError' });
  });

  test('an answer that was held, once it is delivered', async () => {
    const target = stubTarget(() => Promise.resolve<Delivery>({ kind: 'response', response: json(503, {}) }));
    intercept(target);
    expect((await send(`${origin}/x`)).status).toBe(503);
  });

  test('an error where a body was cut', async () => {
    intercept(stubTarget(() => ({ ...json(200, { ok: true }), bodyText: '{"ok"' })));
    await expect(send(`${origin}/x`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect((await fetch(`${origin}/x`)).text()).rejects.toThrow();
  });

  test('an error that names what a broken fake threw', async () => {
    intercept(
      stubTarget(() => {
        throw new Error('broken fake');
      }),
    );
    await expect(send(`${origin}/x`)).rejects.toThrow('broken fake');
  });

  test('what a socket would refuse', async () => {
    intercept(stubTarget());
    expect((await send(`${origin}/${'a'.repeat(5000)}`)).status).toBe(400);
  });
});

describe('installing and removing', () => {
  test('leaves interceptors of others in place', async () => {
    const others = nock(origin).persist();
    others.get('/theirs').reply(200, 'theirs');
    const { remove } = intercept(stubTarget());
    nock('http://elsewhere:80').get('/once').reply(200, 'elsewhere');
    expect((await send(`${origin}/theirs`)).body.toString()).toBe('theirs');
    remove();
    remove();
    expect((await send(`${origin}/theirs`)).body.toString()).toBe('theirs');
    expect((await send('http://elsewhere/once')).body.toString()).toBe('elsewhere');
    await expect(send(`${origin}/ours`)).rejects.toThrow('No match');
    nock.cleanAll();
  });

  test('forgets the origin when nobody else intercepts anything', async () => {
    const { remove } = intercept(stubTarget());
    await send(`${origin}/x`);
    remove();
    await expect(send(`${origin}/x`)).rejects.toThrow('Disallowed net connect');
  });

  test('does not show among the pending mocks', () => {
    intercept(stubTarget());
    expect([nock.isDone(), nock.pendingMocks()]).toEqual([true, []]);
  });

  test('two fakes on two origins keep apart', async () => {
    intercept(
      stubTarget(() => json(200, 'a')),
      'http://a:9200',
    );
    intercept(
      stubTarget(() => json(200, 'b')),
      'https://b',
    );
    expect((await send('http://a:9200/')).body.toString()).toBe('"a"');
    expect(await (await fetch('https://b/')).json()).toBe('b');
  });

  test('says whether it is in place', () => {
    const [removed, cleaned] = [intercept(stubTarget()), intercept(stubTarget(), 'http://other:9200')];
    expect([removed.isInPlace, cleaned.isInPlace]).toEqual([true, true]);
    removed.remove();
    expect([removed.isInPlace, cleaned.isInPlace]).toEqual([false, true]);
    nock.cleanAll();
    expect(cleaned.isInPlace).toBe(false);
  });

  test('is undone by using', async () => {
    {
      using interception = interceptWithNock(stubTarget(), origin);
      expect(typeof interception.remove).toBe('function');
      expect((await send(`${origin}/x`)).status).toBe(200);
    }
    await expect(send(`${origin}/x`)).rejects.toThrow();
  });

  test.each(['localhost:9200', '', 'ftp://es'])('refuses %j for an origin', (bad) => {
    const attempt = (): unknown => {
      try {
        return interceptWithNock(stubTarget(), bad);
      } catch (error) {
        return error;
      }
    };
    expect(isFakeUsageError(attempt())).toBe(true);
  });
});
