import { apiKey, basic, secured } from './secured.js';

const security = {
  users: { elastic: 'changeme' },
  apiKeys: [{ id: 'worker', key: 'secret' }],
};

describe('authentication', () => {
  const challenges = ['Basic realm="security", charset="UTF-8"', 'ApiKey'];

  it('asks for credentials, in body and headers, without the product header (rest-layer A.9)', async () => {
    const { call } = secured({ security });
    const answer = await call('GET', '/_cluster/health?level=shards');
    const error = {
      type: 'security_exception',
      reason: 'missing authentication credentials for REST request [/_cluster/health?level=shards]',
      header: { 'WWW-Authenticate': challenges },
    };
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: { root_cause: [error], ...error }, status: 401 });
    expect(answer.headers).toMatchObject({ 'WWW-Authenticate': challenges });
    expect(answer.headers).not.toHaveProperty('X-elastic-product');
  });

  it('spells the challenge without a comma at 8.x (rest-layer A.14)', async () => {
    const { call } = secured({ security, version: '8.19.2' });
    const { body } = await call('GET', '/');
    expect(body.error.header['WWW-Authenticate'][0]).toBe('Basic realm="security" charset="UTF-8"');
  });

  it('comes before everything else that could be wrong (rest-layer A.1)', async () => {
    const { call } = secured({ security });
    expect((await call('GET', '/_nowhere/at/all?pretty=maybe')).status).toBe(401);
  });

  it.each([
    [basic('elastic', 'changeme')],
    [apiKey('worker', 'secret')],
    [basic('elastic', 'changeme').replace('Basic', 'basic')],
  ])('lets %s in', async (authorization) => {
    const { call } = secured({ security });
    expect((await call('GET', '/', undefined, authorization)).status).toBe(200);
  });

  it.each([
    [basic('elastic', 'wrong'), 'unable to authenticate user [elastic] for REST request [/]', undefined],
    [basic('nobody', 'x'), 'unable to authenticate user [nobody] for REST request [/]', undefined],
    ['Basic !!!', 'invalid basic authentication header encoding', undefined],
    ['Basic bm9jb2xvbg==', 'invalid basic authentication header value', undefined],
    ['Digest x', 'missing authentication credentials for REST request [/]', undefined],
    ['Bearer token', expect.stringContaining('unable to authenticate with provided credentials'), undefined],
    ['ApiKey x', expect.any(String), 'API key: invalid ApiKey value'],
    [apiKey('nobody', 'x'), expect.any(String), 'API key: unable to find apikey with id nobody'],
    [apiKey('worker', 'x'), expect.any(String), 'API key: invalid credentials for API key [worker]'],
  ])('refuses %s', async (authorization, reason, unsuccessful) => {
    const { call } = secured({ security });
    const { status, body } = await call('GET', '/', undefined, authorization);
    expect(status).toBe(401);
    expect(body.error).toMatchObject({ type: 'security_exception', reason });
    expect(body.error.additional_unsuccessful_credentials).toBe(unsuccessful);
  });

  it('says who one is (rest-layer B.17)', async () => {
    const { call } = secured({ security });
    const user = await call('GET', '/_security/_authenticate', undefined, basic('elastic', 'changeme'));
    expect(user.body).toMatchObject({
      username: 'elastic',
      roles: ['superuser'],
      authentication_realm: { name: 'reserved', type: 'reserved' },
      authentication_type: 'realm',
    });
    const key = await call('GET', '/_security/_authenticate', undefined, apiKey('worker', 'secret'));
    expect(key.body).toMatchObject({
      authentication_type: 'api_key',
      authentication_realm: { name: '_es_api_key', type: '_es_api_key' },
      api_key: { id: 'worker', name: 'worker' },
    });
  });

  it('has no route for that while security is off (rest-layer A.9)', async () => {
    const { call } = secured();
    expect(await call('GET', '/_security/_authenticate')).toMatchObject({
      status: 400,
      body: { error: 'no handler found for uri [/_security/_authenticate] and method [GET]' },
    });
  });

  it('refuses options with which nobody could come in', () => {
    expect(() => secured({ security: {} })).toThrow('[security] needs at least one of users and apiKeys');
    const twice = [
      { name: 'a', password: '1' },
      { name: 'a', password: '2' },
    ];
    expect(() => secured({ security: { users: twice } })).toThrow('two users of one name');
  });
});

describe('API keys of the cluster itself', () => {
  const elastic = basic('elastic', 'changeme');

  it('open until they expire or are invalidated (rest-layer B.17)', async () => {
    const { call, clock } = secured({ security });
    const created = await call('PUT', '/_security/api_key', { name: 'k', expiration: '1h' }, elastic);
    expect(created.status).toBe(200);
    expect(created.body).toEqual({
      id: expect.stringMatching(/^[\w-]{20}$/),
      name: 'k',
      expiration: 1_717_246_800_000,
      api_key: expect.stringMatching(/^[\w-]{22}$/),
      encoded: Buffer.from(`${created.body.id}:${created.body.api_key}`).toString('base64'),
    });
    const authorization = `ApiKey ${created.body.encoded}`;
    expect((await call('GET', '/', undefined, authorization)).status).toBe(200);
    clock.advance({ hours: 1 });
    const expired = await call('GET', '/', undefined, authorization);
    expect(expired.body.error.additional_unsuccessful_credentials).toBe('API key: api key is expired');
    const gone = await call('DELETE', '/_security/api_key', { ids: [created.body.id] }, elastic);
    expect(gone.body).toEqual({
      invalidated_api_keys: [created.body.id],
      previously_invalidated_api_keys: [],
      error_count: 0,
    });
    const refused = await call('GET', '/', undefined, authorization);
    expect(refused.body.error.additional_unsuccessful_credentials).toBe(
      `API key: api key [${created.body.id}] has been invalidated`,
    );
  });

  it('are listed by id, name and owner', async () => {
    const { call } = secured({ security });
    const { body } = await call('POST', '/_security/api_key', { name: 'k-1', metadata: { a: 1 } }, elastic);
    await call('POST', '/_security/api_key', { name: 'k-2' }, elastic);
    const byId = await call('GET', `/_security/api_key?id=${body.id}`, undefined, elastic);
    expect(byId.body.api_keys).toEqual([
      {
        id: body.id,
        name: 'k-1',
        type: 'rest',
        creation: 1_717_243_200_000,
        invalidated: false,
        username: 'elastic',
        realm: 'reserved',
        realm_type: 'reserved',
        metadata: { a: 1 },
        role_descriptors: {},
      },
    ]);
    const byName = await call('GET', '/_security/api_key?name=k-*&owner=true', undefined, elastic);
    expect(byName.body.api_keys).toHaveLength(2);
    expect(await call('GET', '/_security/api_key?id=nope', undefined, elastic)).toMatchObject({
      status: 404,
      body: { api_keys: [] },
    });
  });

  it('can be made while security is off, as the command line of the connectors does', async () => {
    const { call } = secured();
    expect((await call('PUT', '/_security/api_key', { name: 'k' })).status).toBe(200);
  });

  it.each([
    ['PUT', {}, 'Validation Failed: 1: api key name is required;'],
    ['PUT', { name: '_k' }, 'Validation Failed: 1: api key name may not begin with an underscore;'],
    ['PUT', { nam: 'k' }, '[1:2] [api_key_request] unknown field [nam] did you mean [name]?'],
    [
      'DELETE',
      {},
      'Validation Failed: 1: One of [api key id(s), api key name, username, realm name] must be specified if [owner] flag is false;',
    ],
    [
      'DELETE',
      { ids: ['a'], name: 'b' },
      'Validation Failed: 1: only one of [api key id(s), api key name] can be specified;',
    ],
  ])('refuse %s %j', async (method, body, reason) => {
    const { call } = secured();
    const answer = await call(method, '/_security/api_key', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.reason).toBe(reason);
  });
});
