import { describeAdapters, plainError } from '../conformance/describe-adapters.js';
import { basic } from './secured.js';

const ADMIN = { authorization: basic('elastic', 'x') };
const USER = { authorization: basic('worker', 'x') };
const PATH = '/_security/user/_has_privileges';

const security = {
  users: [
    { name: 'elastic', password: 'x' },
    {
      name: 'worker',
      password: 'x',
      roles: ['user'],
      privileges: {
        cluster: ['manage_api_key', 'monitor_connector'],
        indices: [{ names: ['search-*'], privileges: ['write', 'manage'] }],
      },
    },
  ],
};

describeAdapters(
  'security.has_privileges',
  (given) => {
    const ask = (sent: unknown, headers = USER, path = PATH) => given.call('POST', path, sent, headers);

    it('knows which privileges include others (ES: `IndexPrivilege`, `ClusterPrivilegeResolver`)', async () => {
      const { body } = await ask({
        cluster: ['manage_own_api_key', 'manage_security', 'monitor_connector', 'manage_connector'],
        index: [{ names: ['search-b', 'search-a', 'x'], privileges: ['create_doc', 'delete_index', 'read'] }],
      });
      expect(body).toMatchObject({
        username: 'worker',
        has_all_requested: false,
        cluster: {
          manage_own_api_key: true,
          manage_security: false,
          monitor_connector: true,
          manage_connector: false,
        },
      });
      // ES: `HasPrivilegesResponse` sorts what they are held on.
      expect(JSON.stringify(body.index)).toBe(
        '{"search-a":{"create_doc":true,"delete_index":true,"read":false},' +
          '"search-b":{"create_doc":true,"delete_index":true,"read":false},' +
          '"x":{"create_doc":false,"delete_index":false,"read":false}}',
      );
    });

    it('answers about applications (ES: api_key/10_basic.yml)', async () => {
      const application = [{ application: 'myapp', resources: ['b', 'a/1'], privileges: ['read', 'write'] }];
      expect((await ask({ application }, ADMIN)).body).toMatchObject({
        has_all_requested: true,
        application: { myapp: { b: { read: true, write: true }, 'a/1': { read: true, write: true } } },
      });
      expect((await ask({ application })).body.has_all_requested).toBe(false);
      const granted = [{ application: 'my*', privileges: ['read'], resources: ['a/*'] }];
      const role_descriptors = { r: { applications: granted } };
      const { body: key } = await given.call(
        'PUT',
        '/_security/api_key',
        { name: 'k', role_descriptors },
        ADMIN,
      );
      const byKey = { authorization: `ApiKey ${key.encoded}` };
      expect((await ask({ applications: application }, byKey)).body.application).toEqual({
        myapp: { 'a/1': { read: true, write: false }, b: { read: false, write: false } },
      });
    });

    const entry = { names: ['a'], privileges: ['read'] };

    it.each<[unknown, string]>([
      [
        {},
        'failed to parse privileges check [worker]. All privilege fields [cluster,index,applications] are missing',
      ],
      ['[]', 'failed to parse privileges check [worker]. expected an object but found [START_ARRAY] instead'],
      [{ indices: [] }, 'failed to parse privileges check [worker]. unexpected field [indices]'],
      [
        { index: [{ names: ['a'] }] },
        'failed to parse indices privileges for role [worker]. missing required [privileges] field',
      ],
      [
        { index: [{ ...entry, field_security: { grant: ['b'] } }] },
        'Field [field_security] is not supported in a has_privileges request',
      ],
      [{ index: [{ ...entry, query: {} }] }, 'Field [query] is not supported in a has_privileges request'],
    ])('refuses %j (ES: `RoleDescriptor.parsePrivilegesToCheck`)', async (sent, reason) => {
      expect((await ask(sent)).body).toEqual(plainError(400, 'parse_exception', reason));
    });

    it('takes field security that hides nothing', async () => {
      expect((await ask({ index: [{ ...entry, field_security: { grant: ['*'] } }] })).status).toBe(200);
    });

    it('is asked about something (ES: HasPrivilegesRequestTests.testValidateNoPrivileges)', async () => {
      const reason = 'Validation Failed: 1: must specify at least one privilege;';
      expect((await ask({ cluster: [] })).body).toEqual(
        plainError(400, 'action_request_validation_exception', reason),
      );
    });

    it('is asked about privileges that there are (ES: `ClusterPrivilegeResolver.resolve`, `IndexPrivilege.resolve`)', async () => {
      for (const [what, sent] of [
        ['cluster', { cluster: ['nope'] }],
        ['index', { index: [{ names: ['a'], privileges: ['nope'] }] }],
      ] as const) {
        expect((await ask(sent)).body.error).toMatchObject({
          type: 'illegal_argument_exception',
          reason: expect.stringMatching(
            `^unknown ${what} privilege \\[nope\\]\\. a privilege must be either`,
          ),
        });
      }
    });

    it('is about oneself (ES: `TransportHasPrivilegesAction`)', async () => {
      const asked = { cluster: ['monitor'] };
      expect((await ask(asked, USER, '/_security/user/worker/_has_privileges')).status).toBe(200);
      expect((await ask(asked, ADMIN, '/_security/user/worker/_has_privileges')).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'users may only check the privileges of their own account',
        ),
      );
    });

    it('needs a body', async () => {
      expect((await given.call('GET', PATH, undefined, USER)).body).toEqual(
        plainError(400, 'parse_exception', 'request body or source parameter is required'),
      );
    });
  },
  { security },
);
