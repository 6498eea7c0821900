import fc from 'fast-check';
import { endpoints } from '../../src/endpoints/endpoints.js';
import {
  createFakeElasticsearch,
  type EsRequest,
  type EsResponse,
  type FakeElasticsearch,
} from '../../src/index.js';
import { seedConnector, seedJob } from '../conformance/connector/seed.js';

/** One of each body-taking or id-taking sync-job call, with the body left to the test. */
const CLAIM = '/_connector/_sync_job/job-1/_claim';
const JSON_TYPE = { 'content-type': 'application/json' };

function request(
  method: string,
  path: string,
  bodyText = '',
  headers: EsRequest['headers'] = JSON_TYPE,
): EsRequest {
  const [rawPath = '', rawQuery = ''] = path.split(/\?(.*)/s);
  return { method, rawPath, rawQuery, headers, bodyText };
}

function seeded(): FakeElasticsearch {
  const es = createFakeElasticsearch();
  seedConnector(es, 'connector-1');
  seedJob(es, 'job-1', 'in_progress');
  return es;
}

/** Failures that Elasticsearch shows without an `error` member: a health not reached, no pipeline, a refused license. */
const WITHOUT_ERROR = ['timed_out', 'acknowledged'];

/** Every error answer has Elasticsearch's shape: an object with type and root cause, or a bare text. */
function expectElasticsearchShape(answer: EsResponse): void {
  expect(answer.status).toBeGreaterThanOrEqual(200);
  expect(answer.bodyText).not.toContain('failed internally');
  if (answer.status < 400 || answer.bodyText === '' || answer.bodyText === '{}') return;
  const body = JSON.parse(answer.bodyText) as Record<string, unknown>;
  if (WITHOUT_ERROR.some((member) => member in body) || typeof body['error'] === 'string') return;
  expect(body['error']).toMatchObject({
    type: expect.stringMatching(/^[a-z_]+$/),
    root_cause: [expect.anything()],
  });
  // The only failure of the server that Elasticsearch's source promises for bad input: connectors §10.3.
  if (answer.status === 500) expect(body['error']).toMatchObject({ type: 'null_pointer_exception' });
}

function expectUnchanged(es: FakeElasticsearch, send: () => EsResponse): void {
  const before = es.syncJob('job-1');
  const answer = send();
  expectElasticsearchShape(answer);
  if (answer.status >= 400) expect(es.syncJob('job-1')).toBe(before);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

describe('bad input', () => {
  it('gets an answer of Elasticsearch whatever the body is', () => {
    const es = seeded();
    const bodies = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.json(), fc.nat(), fc.string({ unit: 'binary', maxLength: 2 })).map(([text, at, noise]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + noise + text.slice(cut + noise.length);
      }),
      fc.constantFrom(
        '{',
        '[',
        '"',
        '{"a"',
        '{"worker_hostname":',
        '\uFEFF{}',
        'nul',
        '-',
        '1e',
        '{"a":1}}',
        '{} x',
      ),
    );
    const calls = fc.constantFrom(
      ['PUT', CLAIM],
      ['PUT', '/_connector/_sync_job/job-1/_error'],
      ['PUT', '/_connector/_sync_job/job-1/_stats'],
      ['POST', '/_connector/_sync_job'],
    );
    fc.assert(
      fc.property(calls, bodies, ([method = '', path = ''], body) => {
        expectUnchanged(es, () => es.handle(request(method, path, body)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gets an answer of Elasticsearch whatever path, query and headers are', () => {
    const es = seeded();
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('..', '%', '%zz', '%2F', '*', '_all', '{id}', '__proto__'),
    );
    const paths = fc
      .array(piece, { maxLength: 5 })
      .map((pieces) => `/${pieces.join('/').replaceAll('?', '')}`);
    const header = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom('application/json', '*/*', 'a/b;c'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'BREW'),
        paths,
        fc.string({ unit: 'binary', maxLength: 20 }),
        header,
        header,
        (method, rawPath, rawQuery, accept, type) => {
          const headers = { accept, 'content-type': type };
          expectUnchanged(es, () => es.handle({ method, rawPath, rawQuery, headers, bodyText: '{}' }));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each(endpoints.flatMap(({ api, routes }) => routes.map((route) => [route, api])))(
    '%s refuses nonsense without a defect of the fake',
    (route) => {
      const [method = '', pattern = ''] = route.split(' ');
      const path = pattern.replaceAll(/\{\w+\}/g, 'x');
      const es = seeded();
      const bodies = [
        '',
        '{}',
        '[]',
        'null',
        '"x"',
        '{"doc":[]}',
        '{"a":',
        '\n',
        '{"__proto__":{"polluted":1}}',
        '{"\\ud800":"\\udfff"}',
      ];
      for (const body of bodies) {
        expectUnchanged(es, () => es.handle(request(method, path, body, body === '' ? {} : JSON_TYPE)));
      }
    },
  );

  it.each([10_000, 1_000_000])('refuses a body nested %d deep', (depth) => {
    const es = seeded();
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const nested = `{"worker_hostname":"w","sync_cursor":{"a":${open.repeat(depth)}1${close.repeat(depth)}}}`;
      expectUnchanged(es, () => {
        const answer = es.handle(request('PUT', CLAIM, nested));
        expect(answer.status).toBe(400);
        return answer;
      });
    }
  });

  it('reads a body of 50 MB', () => {
    const es = seeded();
    const big = 'x'.repeat(50 * 1024 * 1024);
    expect(es.handle(request('PUT', CLAIM, `{"worker_hostname":"${big}"`)).status).toBe(400);
    expect(
      es.handle(request('PUT', CLAIM, `{"worker_hostname":"w","sync_cursor":{"a":"${big}"}}`)).status,
    ).toBe(200);
  });

  it('keeps __proto__ and constructor as ordinary keys', () => {
    const es = seeded();
    const cursor = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    for (let turn = 0; turn < 2; turn += 1) {
      expect(es.handle(request('PUT', CLAIM, `{"worker_hostname":"w","sync_cursor":${cursor}}`)).status).toBe(
        200,
      );
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(es.handle(request('GET', '/_connector/_sync_job/job-1', '', {})).bodyText).toContain(
      `"sync_cursor":${cursor}`,
    );
  });

  it.each([
    '__proto__',
    'constructor',
    'hasOwnProperty',
    ' ',
    '.',
    '..',
    '%',
    '/',
    '?',
    '#',
    '日本',
    '💥',
    'a'.repeat(512),
  ])('finds the job with the id %s', (id) => {
    const es = seeded();
    seedJob(es, id, 'pending');
    const path = `/_connector/_sync_job/${encodeURIComponent(id)}/_claim`;
    expect(es.handle(request('PUT', path, '{"worker_hostname":"w"}')).status).toBe(200);
    expect(es.syncJob(id)).toMatchObject({ status: 'in_progress' });
  });

  it('stores lone surrogates and answers with them', () => {
    const es = seeded();
    const answer = es.handle(request('PUT', CLAIM, '{"worker_hostname":"a\\ud800b"}'));
    expectElasticsearchShape(answer);
  });
});
