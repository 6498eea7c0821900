import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withControlPlane, type Exchanged } from '../../src/control/control-plane.js';
import { controlRoutes } from '../../src/control/control-routes.js';
import { PACKAGE_VERSION } from '../../src/control/package-version.js';
import { createFakeElasticsearch } from '../../src/fake-elasticsearch.js';
import { claim, plane, statusOf } from './plane.js';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

describe('the control plane in front of a fake', () => {
  it('leaves every other path to Elasticsearch', () => {
    const send = plane();
    expect(claim(send)).toMatchObject({ status: 200, body: { result: 'updated' } });
    expect(send('GET', '/').body).toMatchObject({ tagline: 'You Know, for Search' });
    expect(send('POST', '/_fakes/reset').status).not.toBe(200);
  });

  it('is not there without withControlPlane', () => {
    const es = createFakeElasticsearch();
    const request = { method: 'POST', rawPath: '/_fake/reset', rawQuery: '', headers: {}, bodyText: '' };
    expect(es.handle(request).status).toBeGreaterThanOrEqual(400);
  });

  it('answers JSON with its length, for the official clients too', () => {
    const { headers, bodyText } = plane()('GET', '/_fake/clock');
    expect(headers).toEqual({
      'X-elastic-product': 'Elasticsearch',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(bodyText)),
    });
  });

  it('keeps JSON the content type of an error with headers of its own', () => {
    const answer = plane()('PUT', '/_fake/clock');
    expect(answer.status).toBe(405);
    expect(answer.headers).toMatchObject({ Allow: 'GET,POST,HEAD', 'content-type': 'application/json' });
    expect(answer.body.error).toBe('[/_fake/clock] takes GET, POST, HEAD: received PUT.');
  });

  it('answers HEAD like GET, without the body', () => {
    const send = plane();
    const got = send('GET', '/_fake/clock');
    expect(send('HEAD', '/_fake/clock')).toMatchObject({ status: 200, headers: got.headers, bodyText: '' });
  });

  it('names its routes to whoever asks for one that is not there', () => {
    const answer = plane()('GET', '/_fake/nothing');
    expect(answer.status).toBe(404);
    expect(answer.body.error).toContain('There is no [/_fake/nothing]');
    for (const { route } of controlRoutes) expect(answer.body.error).toContain(route);
  });

  it.each([
    [
      'POST',
      '/_fake/clock?advance=5',
      undefined,
      '[POST /_fake/clock] has no query parameter [advance]. It takes none.',
    ],
    ['GET', '/_fake/lint', '{}', '[GET /_fake/lint] takes no body: send none.'],
    [
      'POST',
      '/_fake/clock',
      '{"advanse":5}',
      'The body has no field [advanse]. Did you mean "advance"? It takes set, advance.',
    ],
    ['POST', '/_fake/clock', '[1]', 'The body must be a JSON object with set, advance: received [1].'],
    ['POST', '/_fake/clock', '{"set":', /^The body is not JSON: \[1:8\] /],
    ['POST', '/_fake/clock', '{"advance":1} x', /^The body is not JSON/],
    ['GET', '/_fake/history/a/%zz', undefined, '[/_fake/history/a/%zz] has a broken escape: write % as %25.'],
    ['GET', '/_fake/clusters/%zz/_connector', undefined, '[%zz] has a broken escape: write % as %25.'],
  ])('refuses %s %s %s', (method, target, body, error) => {
    const answer = plane()(method, target, body);
    expect(answer.status).toBe(400);
    if (error instanceof RegExp) expect(answer.body.error).toMatch(error);
    else expect(answer.body).toEqual({ error });
  });

  it('does not write requests to itself into the journal', () => {
    const send = plane();
    send('GET', '/_fake');
    expect(send('GET', '/_fake/journal').body).toEqual({ requests: [] });
  });

  it('indents with ?pretty', () => {
    expect(plane()('GET', '/_fake/clock?pretty').bodyText).toBe(
      '{\n  "now" : "2024-06-01T12:00:00.000Z"\n}\n',
    );
  });

  it('knows the version of this package', () => {
    expect(PACKAGE_VERSION).toBe(manifest.version);
  });
});

describe('GET /_fake', () => {
  it('says what is running', () => {
    const { body } = plane({ version: '9.1.0', fixtures: ['two-connectors'] })('GET', '/_fake');
    expect(body).toMatchObject({
      name: 'elasticsearch-connector-fake',
      version: manifest.version,
      elasticsearch: { version: '9.1.0' },
      clock: { now: '2024-06-01T12:00:00.000Z' },
      documents: { '.elastic-connectors-v1': 2 },
    });
    expect(body.apis).toContain('connector.sync_job_claim');
    expect(body.routes).toContain('POST /_fake/reset');
  });

  it('counts the documents that live', () => {
    const send = plane();
    send('PUT', '/search-mine/_doc/1', { a: 1 });
    send('PUT', '/search-mine/_doc/2', { a: 1 });
    send('DELETE', '/search-mine/_doc/1');
    send('PUT', '/search-gone/_doc/1', { a: 1 });
    send('DELETE', '/search-gone');
    expect(send('GET', '/_fake').body.documents).toEqual({
      '.elastic-connectors-v1': 1,
      '.elastic-connectors-sync-jobs-v1': 1,
      'search-mine': 1,
    });
  });
});

describe('what it tells about requests', () => {
  it('names the API, of requests with a cluster prefix too', () => {
    const seen: Exchanged[] = [];
    const target = withControlPlane(() => createFakeElasticsearch(), {
      onExchanged: (one) => seen.push(one),
    });
    const get = (rawPath: string) =>
      target.handle({ method: 'GET', rawPath, rawQuery: '', headers: {}, bodyText: '' });
    get('/_connector');
    get('/_fake/clusters/a/_connector');
    get('/_fake/clock');
    get('/_fake/clusters/%zz/_connector');
    expect(seen.map(({ request, response, api }) => [request.rawPath, response?.status, api])).toEqual([
      ['/_connector', 200, 'connector.list'],
      ['/_fake/clusters/a/_connector', 200, 'connector.list'],
      ['/_fake/clock', 200, undefined],
      ['/_fake/clusters/%zz/_connector', 400, undefined],
    ]);
  });

  it('waits for requests that wait, and tells of dropped ones', async () => {
    const seen: Exchanged[] = [];
    const es = createFakeElasticsearch();
    const target = withControlPlane(() => es, { onExchanged: (one) => seen.push(one) });
    const gate = es.gates.hold({ api: 'connector.list' });
    const list = { method: 'GET', rawPath: '/_connector', rawQuery: '', headers: {}, bodyText: '' };
    const gone = new AbortController();
    const outcomes = [target.exchange(list), target.exchange(list, gone.signal)];
    expect(seen).toEqual([]);
    gone.abort();
    gate.release('first');
    for (const outcome of outcomes) await outcome;
    const told = seen.map(({ response, api }) => [response?.status, api]);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        [200, 'connector.list'],
        [undefined, 'connector.list'],
      ]),
    );
  });
});

it('leads requests past a broken cluster to an error that says why', () => {
  let count = 0;
  const target = withControlPlane(() =>
    createFakeElasticsearch({ fixtures: (count += 1) === 1 ? [] : ['no-such-scenario'] }),
  );
  const answer = target.handle({
    method: 'GET',
    rawPath: '/_fake/clusters/a/_connector',
    rawQuery: '',
    headers: {},
    bodyText: '',
  });
  expect(answer.status).toBe(400);
  expect(answer.bodyText).toContain('There is no shipped scenario');
});

it('begins with the seed', () => {
  expect(statusOf(plane())).toBe('pending');
});
