import { describeAdapters, plainError } from '../conformance/describe-adapters.js';
import { apiKey, basic } from './secured.js';

const ADMIN = { authorization: basic('elastic', 'x') };
const MANAGER = { authorization: basic('manager', 'x') };
const USER = { authorization: basic('worker', 'x') };

const security = {
  users: [
    { name: 'elastic', password: 'x' },
    { name: 'manager', password: 'x', roles: ['admin'], privileges: { cluster: ['manage_api_key'] } },
    { name: 'worker', password: 'x', roles: ['user'], privileges: { cluster: ['manage_own_api_key'] } },
  ],
};

const KEY = '/_security/api_key';

describeAdapters(
  'API keys',
  (given) => {
    const create = async (headers: Record<string, string>, name: string): Promise<string> =>
      (await given.call('PUT', KEY, { name }, headers)).body.id as string;
    const names = async (query: string, headers = ADMIN): Promise<unknown> => {
      const { body } = await given.call('GET', `${KEY}?${query}`, undefined, headers);
      return (body.api_keys as { name: string }[]).map(({ name }) => name);
    };
    const refused = (action: string, privileges: string) => {
      const reason =
        `action [cluster:admin/xpack/security/api_key/${action}] is unauthorized for user [worker] with effective ` +
        `roles [user], this action is granted by the cluster privileges [${privileges}]`;
      return plainError(403, 'security_exception', reason);
    };

    it('have no metadata that is reserved (ES: CreateApiKeyRequestTests.testMetadataKeyValidation)', async () => {
      const { body } = await given.call('PUT', KEY, { name: '_k', metadata: { _foo: 'bar' } }, ADMIN);
      const reason =
        'Validation Failed: 1: api key name may not begin with an underscore;' +
        '2: API key metadata keys may not start with [_];';
      expect(body).toEqual(plainError(400, 'action_request_validation_exception', reason));
    });

    it('are of the realm of their owner (ES: api_key/11_invalidation.yml)', async () => {
      const ids = [await create(MANAGER, 'of-manager'), await create(USER, 'of-worker')];
      await create(ADMIN, 'of-elastic');
      expect(await names('realm_name=reserved')).toEqual(['of-elastic']);
      expect(await names('realm_name=default_native&username=worker')).toEqual(['of-worker']);
      const shown = await given.call('GET', `${KEY}?username=worker`, undefined, ADMIN);
      expect(shown.body.api_keys).toMatchObject([{ realm: 'default_native', realm_type: 'native' }]);
      const { body } = await given.call('DELETE', KEY, { realm_name: 'default_native' }, MANAGER);
      expect(body.invalidated_api_keys).toEqual(ids);
    });

    it('are shown and invalidated by who manages only own ones, if they are (ES: ManageOwnApiKeyClusterPrivilege)', async () => {
      const mine = await create(USER, 'of-worker');
      await create(MANAGER, 'of-manager');
      expect(await names('owner=true', USER)).toEqual(['of-worker']);
      expect(await names('username=worker&realm_name=default_native', USER)).toEqual(['of-worker']);
      for (const query of ['', `?id=${mine}`, '?username=worker']) {
        expect((await given.call('GET', KEY + query, undefined, USER)).body).toEqual(
          refused('get', 'read_security,manage_api_key,manage_security,all'),
        );
      }
      for (const sent of [{ username: 'manager' }, { realm_name: 'default_native' }, { ids: [mine] }]) {
        expect((await given.call('DELETE', KEY, sent, USER)).body).toEqual(
          refused('invalidate', 'manage_api_key,manage_security,all'),
        );
      }
      const gone = await given.call('DELETE', KEY, { ids: [mine], owner: true }, USER);
      expect(gone.body.invalidated_api_keys).toEqual([mine]);
    });

    it('have themselves for their own', async () => {
      const { body } = await given.call('PUT', KEY, { name: 'k' }, USER);
      const other = await create(USER, 'other');
      const byKey = { authorization: apiKey(body.id as string, body.api_key as string) };
      expect(await names(`id=${body.id}`, byKey)).toEqual(['k']);
      for (const query of [`id=${other}`, 'owner=true']) {
        expect((await given.call('GET', `${KEY}?${query}`, undefined, byKey)).status).toBe(403);
      }
    });

    it('show the role of their owner, but not to themselves (ES: api_key/40_view_role_descriptors.yml)', async () => {
      const { body: key } = await given.call('PUT', KEY, { name: 'k' }, USER);
      const path = `${KEY}?id=${key.id}&with_limited_by=true`;
      const { body } = await given.call('GET', `${path}&owner=true`, undefined, USER);
      const user = {
        cluster: ['manage_own_api_key'],
        indices: [],
        applications: [],
        run_as: [],
        metadata: {},
        transient_metadata: { enabled: true },
      };
      expect(body.api_keys).toMatchObject([{ role_descriptors: {}, limited_by: [{ user }] }]);
      const byKey = { authorization: `ApiKey ${key.encoded}` };
      expect((await given.call('GET', path, undefined, byKey)).status).toBe(403);
      const { body: plain } = await given.call('GET', `${KEY}?id=${key.id}`, undefined, ADMIN);
      expect(plain.api_keys[0]).not.toHaveProperty('limited_by');
    });

    it('come with a note in the journal where the role of their owner is not known', async () => {
      await create(ADMIN, 'k');
      expect((await given.call('GET', `${KEY}?with_limited_by=true`, undefined, ADMIN)).status).toBe(200);
      expect(given.es.journal.unhandled).toMatchObject([{ gap: 'limited_by of API keys' }]);
    });
  },
  { security },
);

describeAdapters('which API keys', (given) => {
  const failed = (...problems: readonly string[]) => {
    const numbered = problems.map((problem, at) => `${at + 1}: ${problem};`).join('');
    return plainError(400, 'action_request_validation_exception', `Validation Failed: ${numbered}`);
  };
  const byName =
    'username or realm name must not be specified when the api key id or api key name is specified';
  const owned = 'neither username nor realm-name may be specified when retrieving owned API keys';

  it.each([
    ['id=a&name=b', failed('only one of [api key id, api key name] can be specified')],
    ['name=b&realm_name=r', failed(byName)],
    ['owner=true&username=u', failed(owned)],
    [
      'owner=true&realm_name=r&id=a&name=b',
      failed(byName, owned, 'only one of [api key id, api key name] can be specified'),
    ],
  ])('are asked for by ?%s (ES: GetApiKeyRequestTests.testRequestValidation)', async (query, body) => {
    expect((await given.call('GET', `${KEY}?${query}`)).body).toEqual(body);
  });

  it('takes an empty name for none (ES: GetApiKeyRequestTests.testEmptyStringsAreCoercedToNull)', async () => {
    await given.call('PUT', KEY, { name: 'k' });
    const { body } = await given.call('GET', `${KEY}?id=&name=%20&username=&realm_name=`);
    expect(body.api_keys).toHaveLength(1);
  });

  const nothing =
    'One of [api key id(s), api key name, username, realm name] must be specified if [owner] flag is false';
  const byIds =
    'username or realm name must not be specified when the api key id(s) or api key name are specified';
  const invalidatedOwned =
    'neither username nor realm-name may be specified when invalidating owned API keys';

  it.each<[object, object]>([
    [{}, failed(nothing)],
    [{ name: '', username: ' ' }, failed(nothing)],
    [
      { ids: ['a'], username: 'u', name: 'n', owner: true },
      failed(byIds, invalidatedOwned, 'only one of [api key id(s), api key name] can be specified'),
    ],
  ])('are invalidated by %j (ES: InvalidateApiKeyRequestTests)', async (sent, body) => {
    expect((await given.call('DELETE', KEY, sent)).body).toEqual(body);
  });

  it.each<[string[], string]>([
    [[], 'Field [ids] cannot be an empty array'],
    [['a', ''], 'Field [ids] must not contain blank id, but got blank id at index position: [1]'],
    [['', 'a', ' '], 'Field [ids] must not contain blank id, but got blank ids at index positions: [0, 2]'],
  ])(
    'are none for ids %j: the parser fails (ES: InvalidateApiKeyRequest.validateIds)',
    async (ids, problem) => {
      const { status, body } = await given.call('DELETE', KEY, { ids });
      expect(status).toBe(400);
      expect(body.error).toMatchObject({
        type: 'x_content_parse_exception',
        reason: 'Failed to build [invalidate_api_key] after last required field arrived',
        caused_by: {
          type: 'action_request_validation_exception',
          reason: `Validation Failed: 1: ${problem};`,
        },
      });
    },
  );

  it('are not found by `id` any more (ES: `RestInvalidateApiKeyAction`)', async () => {
    const { body } = await given.call('DELETE', KEY, { id: 'a' });
    expect(body.error.reason).toMatch(/^\[1:2\] \[invalidate_api_key\] unknown field \[id\]/);
  });
});
