import { startServer, type RunningServer } from '../../src/adapters/express.js';
import { createFakeElasticsearch } from '../../src/index.js';
import { send, sendBytes } from '../adapters/raw-http.js';
import { describeAdapters, plainError } from './describe-adapters.js';

const claimOf = (id: string) => `/_connector/_sync_job/${id}/_claim`;

describeAdapters('odd requests', (given) => {
  const { call } = given;

  it('keeps an empty part in the middle of a path, as an empty id (rest-layer A.4)', async () => {
    expect((await call('PUT', '/_connector//_check_in')).body).toEqual(
      plainError(
        400,
        'action_request_validation_exception',
        'Validation Failed: 1: [connector_id] cannot be [null] or [""].;',
      ),
    );
  });

  it.each([
    ['a%2Fb', 'a/b'],
    ['a+b', 'a+b'],
    ['a%%b', 'a%b'],
    ['%E2%82%AC', '€'],
    ['a%20b', 'a b'],
    ['a:b@c', 'a:b@c'],
  ])('reads the id %s as %s (rest-layer A.4)', async (raw, id) => {
    expect((await call('PUT', `/_connector/${raw}`)).body).toEqual({ id, result: 'created' });
    expect(given.es.connector(id)).toMatchObject({ status: 'created' });
    expect((await call('PUT', claimOf(raw), { worker_hostname: 'w' })).body.error.reason).toBe(
      `connector sync job [${id}] not found`,
    );
  });

  it('takes every index name that begins with an underscore for a wrong one (rest-layer A.4)', async () => {
    const reason = "Invalid index name [_foo], must not start with '_'.";
    expect(await call('GET', '/_foo')).toMatchObject({
      status: 400,
      body: { error: { type: 'invalid_index_name_exception', reason } },
    });
  });

  it('shows times to humans if asked (rest-layer A.5)', async () => {
    await call('PUT', '/books');
    const { body } = await call('GET', '/books?human&filter_path=**.creation_date_string');
    expect(body).toEqual({
      books: { settings: { index: { creation_date_string: '2024-06-01T12:00:00.000Z' } } },
    });
    expect((await call('GET', '/books?filter_path=**.creation_date_string')).body).toEqual({});
  });

  it('filters with wildcards, depths and exclusions (rest-layer A.5)', async () => {
    await call('PUT', '/_connector/a', { index_name: 'search-a', name: 'A' });
    const filtered = async (filter: string): Promise<unknown> =>
      (await call('GET', `/_connector?filter_path=${filter}`)).body;
    expect(await filtered('results.na*')).toEqual({ results: [{ name: 'A' }] });
    expect(await filtered('**.index_name')).toEqual({ results: [{ index_name: 'search-a' }] });
    expect(await filtered('count,-results')).toEqual({ count: 1 });
    expect(await filtered('nothing')).toEqual({});
  });

  it.each([
    ['HEAD', '/_connector', 405],
    ['HEAD', '/_no/such/api', 400],
    ['HEAD', '/nope', 404],
  ])('%s %s has a status and a length, but no body (rest-layer A.2, A.4)', async (method, path, status) => {
    const answer = await call(method, path);
    expect(answer.status).toBe(status);
    // The official client makes `false` of a 404 without a body.
    expect(['', 'false']).toContain(answer.text);
    expect(answer.headers['x-elastic-product']).toBe('Elasticsearch');
  });
});

describeAdapters(
  'a request without the privilege',
  (given) => {
    it('gets 403 without the name of the product (rest-layer A.2)', async () => {
      const authorization = `Basic ${Buffer.from('reader:x').toString('base64')}`;
      const answer = await given.call('PUT', '/books', undefined, { authorization });
      expect(answer.status).toBe(403);
      expect(answer.body.error.type).toBe('security_exception');
      expect(answer.headers['x-elastic-product']).toBeUndefined();
      expect(answer.headers['www-authenticate']).toBeUndefined();
    });
  },
  { security: { users: [{ name: 'reader', password: 'x', privileges: { cluster: ['monitor'] } }] } },
);

describe('what only a socket can carry', () => {
  let server: RunningServer;
  afterEach(() => server.close());

  async function serve() {
    server = await startServer(createFakeElasticsearch({ fixtures: ['pending-full-sync'] }));
    return {
      port: Number(new URL(server.url).port),
      claim: server.url + claimOf('my-connector-sync-job-id'),
    };
  }

  it('a body without a type (rest-layer A.3)', async () => {
    const { claim } = await serve();
    const answer = await send(claim, { method: 'PUT', body: '{"worker_hostname":"w"}' });
    expect([answer.status, answer.body.toString()]).toEqual([
      406,
      '{"error":"Content-Type header is missing","status":406}',
    ]);
  });

  it.each([
    [
      'Accept',
      ['application/json', 'application/json'],
      'Incorrect header [Accept]. Only one value should be provided',
    ],
    ['Content-Type', [' '], 'Header [Content-Type] cannot be empty.'],
  ])('a header %s of %j (rest-layer A.3)', async (name, values, reason) => {
    const { port } = await serve();
    const lines = values.map((value) => `${name}: ${value}\r\n`).join('');
    const answer = await sendBytes(port, `GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n${lines}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({
      error: {
        type: 'media_type_header_exception',
        caused_by: { type: 'illegal_argument_exception', reason },
      },
    });
  });

  it('a method that nobody knows (rest-layer A.4)', async () => {
    const { port } = await serve();
    const answer = await sendBytes(port, 'FOO /_connector HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n');
    expect(answer).toContain(
      '{"error":"Unexpected http method: FOO, allowed: [GET, POST, PUT]","status":405}',
    );
  });
});
