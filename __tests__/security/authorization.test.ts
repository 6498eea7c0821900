import { apiKey, basic, secured } from './secured.js';

const reader = {
  name: 'reader',
  password: 'x',
  roles: ['viewer'],
  privileges: { cluster: ['monitor'], indices: [{ names: ['books*'], privileges: ['read'] }] },
};

const security = {
  users: [{ name: 'elastic', password: 'changeme' }, reader],
  apiKeys: [{ id: 'k', key: 'y', privileges: { indices: [{ names: ['books'], privileges: ['write'] }] } }],
};

const byReader = basic('reader', 'x');
const byKey = apiKey('k', 'y');

describe('authorization (rest-layer A.9)', () => {
  it('lets a superuser do everything', async () => {
    const { call } = secured({ security });
    expect((await call('PUT', '/books', undefined, basic('elastic', 'changeme'))).status).toBe(200);
  });

  it.each([
    ['GET', '/', byReader, undefined],
    ['GET', '/books/_search', byReader, undefined],
    ['GET', '/b*/_search', byReader, undefined],
    ['GET', '/books/_doc/1', byReader, undefined],
    ['PUT', '/books/_doc/1', byKey, { a: 1 }],
  ])('lets %s %s by %s through', async (method, path, authorization, body) => {
    const { call } = secured({ security });
    await call('PUT', '/books', undefined, basic('elastic', 'changeme'));
    const { status } = await call(method, path, body, authorization);
    expect([200, 201, 404]).toContain(status);
  });

  const viewer = 'user [reader] with effective roles [viewer]';
  const ofKey = 'API key id [k] of user [elastic]';

  it.each([
    [
      'PUT',
      '/books/_doc/1',
      byReader,
      { a: 1 },
      `action [indices:data/write/index] is unauthorized for ${viewer} on indices [books], ` +
        'this action is granted by the index privileges [create_doc,create,index,write,all]',
    ],
    [
      'GET',
      '/films,books/_search',
      byReader,
      undefined,
      `action [indices:data/read/search] is unauthorized for ${viewer} on indices [films], ` +
        'this action is granted by the index privileges [read,all]',
    ],
    [
      'DELETE',
      '/books',
      byReader,
      undefined,
      `action [indices:admin/delete] is unauthorized for ${viewer} on indices [books], ` +
        'this action is granted by the index privileges [delete_index,manage,all]',
    ],
    [
      'GET',
      '/',
      byKey,
      undefined,
      `action [cluster:monitor/main] is unauthorized for ${ofKey}, ` +
        'this action is granted by the cluster privileges [monitor,manage,all]',
    ],
  ])('refuses %s %s', async (method, path, authorization, body, reason) => {
    const { call } = secured({ security });
    const answer = await call(method, path, body, authorization);
    const error = { type: 'security_exception', reason };
    expect(answer.status).toBe(403);
    expect(answer.body).toEqual({ error: { root_cause: [error], ...error }, status: 403 });
    expect(answer.headers).not.toHaveProperty('X-elastic-product');
    expect(answer.headers).not.toHaveProperty('WWW-Authenticate');
  });

  const managing = 'manage_connector,manage,all';

  it.each([
    ['PUT', '/_connector/a', undefined, 'put', managing],
    ['GET', '/_connector', undefined, 'list', `monitor_connector,${managing}`],
    ['PUT', '/_connector/a/_check_in', undefined, 'update_last_seen', managing],
    ['PUT', '/_connector/a/_last_sync', {}, 'update_last_sync_stats', managing],
    ['PUT', '/_connector/a/_name', { name: 'x' }, 'update_name', managing],
    ['PUT', '/_connector/a/_filtering/_activate', undefined, 'update_filtering/activate', managing],
    [
      'PUT',
      '/_connector/a/_filtering/_validation',
      { validation: { errors: [], state: 'valid' } },
      'update_filtering/draft_validation',
      managing,
    ],
    ['POST', '/_connector/_sync_job', { id: 'a' }, 'sync_job/post', managing],
    ['GET', '/_connector/_sync_job/a', undefined, 'sync_job/get', `monitor_connector,${managing}`],
    ['PUT', '/_connector/_sync_job/a/_claim', { worker_hostname: 'h' }, 'sync_job/claim', managing],
    ['PUT', '/_connector/_sync_job/a/_error', { error: 'x' }, 'sync_job/update_error', managing],
    [
      'PUT',
      '/_connector/_sync_job/a/_stats',
      { deleted_document_count: 0, indexed_document_count: 0, indexed_document_volume: 0 },
      'sync_job/update_stats',
      managing,
    ],
    ['GET', '/_connector/_secret/a', undefined, 'secret/get', `read_connector_secrets,${managing}`],
    ['POST', '/_connector/_secret', { value: 'x' }, 'secret/post', `write_connector_secrets,${managing}`],
  ])(
    'calls %s %s by the action of the Connector API (ES: ClusterPrivilegeResolver)',
    async (method, path, body, action, grantedBy) => {
      const { call } = secured({ security });
      const answer = await call(method, path, body, byReader);
      expect(answer.body.error.reason).toBe(
        `action [cluster:admin/xpack/connector/${action}] is unauthorized for ${viewer}, ` +
          `this action is granted by the cluster privileges [${grantedBy}]`,
      );
    },
  );

  it('comes after validation (rest-layer A.1)', async () => {
    const { call } = secured({ security });
    expect((await call('PUT', '/books/_settings', {}, byReader)).status).toBe(400);
  });

  it('limits a key to its role descriptors', async () => {
    const { call } = secured({ security });
    const elastic = basic('elastic', 'changeme');
    const role_descriptors = { r: { cluster: [], index: [{ names: ['books'], privileges: ['read'] }] } };
    const { body } = await call('PUT', '/_security/api_key', { name: 'n', role_descriptors }, elastic);
    const { status } = await call('PUT', '/books', undefined, `ApiKey ${body.encoded}`);
    expect(status).toBe(403);
  });

  it('tells what one may do (rest-layer B.17)', async () => {
    const { call } = secured({ security });
    const asked = {
      cluster: ['monitor', 'manage'],
      index: [{ names: ['books', 'films'], privileges: ['read'] }],
    };
    const mine = await call('POST', '/_security/user/_has_privileges', asked, byReader);
    expect(mine.body).toEqual({
      username: 'reader',
      has_all_requested: false,
      cluster: { monitor: true, manage: false },
      index: { books: { read: true }, films: { read: false } },
      application: {},
    });
    const twice = {
      index: [
        { names: ['books', 'films'], privileges: ['read', 'index'] },
        { names: ['books'], privileges: ['read', 'write'] },
      ],
    };
    const both = await call('POST', '/_security/user/_has_privileges', twice, byReader);
    expect(both.body.index).toEqual({
      books: { read: true, index: false, write: false },
      films: { read: false, index: false },
    });
    const all = await call('POST', '/_security/user/_has_privileges', asked, basic('elastic', 'changeme'));
    expect(all.body.has_all_requested).toBe(true);
  });
});
