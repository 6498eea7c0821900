import { secured, type Secured, type SecuredAnswer } from './secured.js';

function create(role: unknown, call: Secured['call'] = secured().call): Promise<SecuredAnswer> {
  return call('POST', '/_security/api_key', { name: 'k', role_descriptors: { r: role } });
}

function entry(changes: object): object {
  return { index: [{ names: ['books'], privileges: ['read'], ...changes }] };
}

describe('role descriptors of an API key', () => {
  it('are shown whole, whatever was left out (ES: RoleDescriptor.toXContent)', async () => {
    const { call } = secured();
    await create(
      {
        index: [
          { names: 'books', privileges: ['read'], query: { term: { a: 1 } } },
          {
            privileges: ['all'],
            names: ['films*'],
            query: '{"match_all": {}}',
            field_security: { grant: ['*'] },
            allow_restricted_indices: true,
          },
        ],
        application: [{ application: 'kibana', privileges: ['read'], resources: '*' }],
        metadata: { a: 1 },
        transient_metadata: { enabled: false },
      },
      call,
    );
    await call('POST', '/_security/api_key', { name: 'empty', role_descriptors: { s: {} } });
    const { body } = await call('GET', '/_security/api_key');
    expect(JSON.stringify(body.api_keys[0].role_descriptors)).toBe(
      JSON.stringify({
        r: {
          cluster: [],
          indices: [
            {
              names: ['books'],
              privileges: ['read'],
              query: '{"term":{"a":1}}',
              allow_restricted_indices: false,
            },
            {
              names: ['films*'],
              privileges: ['all'],
              field_security: { grant: ['*'] },
              query: '{"match_all": {}}',
              allow_restricted_indices: true,
            },
          ],
          applications: [{ application: 'kibana', privileges: ['read'], resources: ['*'] }],
          run_as: [],
          metadata: { a: 1 },
          transient_metadata: { enabled: true },
        },
      }),
    );
    expect(body.api_keys[1].role_descriptors).toEqual({
      s: {
        cluster: [],
        indices: [],
        applications: [],
        run_as: [],
        metadata: {},
        transient_metadata: { enabled: true },
      },
    });
  });

  const inIndices = 'failed to parse indices privileges for role [r].';
  const inApplications = 'failed to parse application privileges for role [r].';

  it.each([
    [[], 'failed to parse role [r]. expected an object but found [START_ARRAY] instead'],
    [{ clusters: [] }, 'failed to parse role [r]. unexpected field [clusters]'],
    [{ transient_metadata: 1 }, 'failed to parse role [r]. unexpected field [transient_metadata]'],
    [{ metadata: 1 }, 'expected field [metadata] to be of type object, but found [VALUE_NUMBER] instead'],
    [
      { index: {} },
      `${inIndices} expected field [index] value to be an array, but found [START_OBJECT] instead`,
    ],
    [
      { indices: ['a'] },
      `${inIndices} expected field [null] value to be an array of objects, but found an array element of type [VALUE_STRING]`,
    ],
    [entry({ foo: 1 }), `${inIndices} unexpected field [foo]`],
    [entry({ names: [] }), `${inIndices} [names] cannot be an empty array`],
    [
      entry({ names: 1 }),
      `${inIndices} expected field [names] value to be a string or an array of strings, but found [VALUE_NUMBER] instead`,
    ],
    [{ index: [{ privileges: ['read'] }] }, `${inIndices} missing required [names] field`],
    [entry({ privileges: null }), `${inIndices} missing required [privileges] field`],
    [entry({ privileges: [] }), 'indices privileges must define at least one privilege'],
    [
      entry({ allow_restricted_indices: 'true' }),
      `${inIndices} expected field [allow_restricted_indices] value to be a boolean, but found [VALUE_STRING] instead`,
    ],
    [
      entry({ query: [] }),
      `${inIndices} expected field [query] value to be null, a string, an array, or an object, but found [START_ARRAY] instead`,
    ],
    [
      entry({ fields: ['a'] }),
      '["fields": [...]] format has changed for field permissions in role [r], use ["field_security": {"grant":[...],"except":[...]}] instead',
    ],
    [
      entry({ field_security: 1 }),
      `${inIndices} expected START_OBJECT but got VALUE_NUMBER in "field_security".`,
    ],
    [entry({ field_security: {} }), `${inIndices} "field_security" must not be empty.`],
    [entry({ field_security: { grant: null } }), `${inIndices} grant must not be null.`],
    [
      entry({ field_security: { except: [] } }),
      `${inIndices} field_security requires grant if except is given`,
    ],
    [
      entry({ field_security: { grants: [] } }),
      `${inIndices} "field_security" only accepts options grant and except, but got: grants`,
    ],
    [
      { applications: {} },
      `${inApplications} expected field [applications] value to be an array, but found [START_OBJECT] instead`,
    ],
    [
      { applications: [1] },
      `${inApplications} expected field [null] value to be an array of objects, but found an array element of type [VALUE_NUMBER]`,
    ],
    [
      { applications: [{ application: 'a', privileges: ['b'] }] },
      `${inApplications} missing required [resources] field`,
    ],
    [
      { applications: [{ application: 'a', resources: ['b'] }] },
      `${inApplications} missing required [privileges] field`,
    ],
    [
      { applications: [{ privileges: ['a'], resources: ['b'] }] },
      'application privileges must have an application name',
    ],
    [
      { applications: [{ application: 'a', privileges: [], resources: ['b'] }] },
      'application privileges must define at least one privilege',
    ],
    [
      { applications: [{ application: 'a', privileges: ['a'], resources: [] }] },
      'application privileges must refer to at least one resource',
    ],
  ])('that cannot be read are refused: %j', async (role, reason) => {
    const { status, body } = await create(role);
    expect(status).toBe(400);
    expect(body.error.reason).toMatch(
      /^\[1:\d+\] \[api_key_request\] failed to parse field \[role_descriptors\]$/,
    );
    const { caused_by: named } = body.error;
    expect(named.type).toBe('x_content_parse_exception');
    expect(named.reason).toMatch(/^\[1:\d+\] \[role_descriptors\] failed to parse field \[r\]$/);
    expect(named.caused_by.reason).toBe(reason);
  });

  it.each([
    [{ cluster: 'all' }, 'cluster', 'found [VALUE_STRING] value instead'],
    [{ run_as: [1] }, 'null', 'one of the value in the array is [VALUE_NUMBER]'],
  ])('say where an array of strings is none: %j', async (role, field, found) => {
    const { body } = await create(role);
    const { caused_by: cause } = body.error.caused_by;
    expect(cause).toEqual({
      type: 'parse_exception',
      reason: 'failed to parse role [r]',
      caused_by: {
        type: 'parse_exception',
        reason: `could not parse [${field}] field. expected a string array but ${found}`,
      },
    });
  });

  it('are no array', async () => {
    const { call } = secured();
    const { body } = await call('POST', '/_security/api_key', { name: 'k', role_descriptors: [] });
    expect(body.error.caused_by.reason).toBe(
      "[role_descriptors] doesn't support arrays. Use a single object with multiple fields.",
    );
  });

  it.each([
    [
      { cluster: ['Bogus'] },
      /^unknown cluster privilege \[bogus\]\. .* names \[manage_own_api_key,.*,manage,all\] or/,
    ],
    [
      entry({ privileges: ['Bogus'] }),
      /^unknown index privilege \[bogus\]\. .* privileges \[all,.*,write\] or/,
    ],
    [entry({ privileges: ['read', 'read'] }), /^duplicate element: read$/],
    [{ metadata: { _a: 1 } }, /^role descriptor metadata keys may not start with \[_\]$/],
  ])('are validated: %j (ES: RoleDescriptorRequestValidator)', async (role, problem) => {
    const { status, body } = await create(role);
    const [, message = ''] = /^Validation Failed: 1: (.*);$/.exec(body.error.reason as string) ?? [];
    expect(status).toBe(400);
    expect(message).toMatch(problem);
  });

  it.each([
    ['field_security', entry({ field_security: { grant: ['a'] } }), inIndices],
    ['field_security', entry({ field_security: { grant: ['*'], except: ['a'] } }), inIndices],
    ['field_security', entry({ field_security: { grant: [] } }), inIndices],
    ['global', { global: {} }, 'failed to parse role [r].'],
    ['restriction', { restriction: { workflows: [] } }, 'failed to parse role [r].'],
    ['remote_indices', { remote_indices: [] }, 'failed to parse role [r].'],
    ['remote_cluster', { remote_cluster: [] }, 'failed to parse role [r].'],
  ])('are refused as a gap where %s is not emulated: %j', async (field, role, where) => {
    const { status, body, gap } = await create(role);
    expect(status).toBe(400);
    expect(body.error.caused_by.caused_by.reason).toBe(`${where} unexpected field [${field}]`);
    expect(gap).toBe(`role descriptor field [${field}]`);
  });

  it('may name actions, and privileges in capitals', async () => {
    const role = {
      cluster: ['cluster:monitor/*', 'ALL'],
      ...entry({ privileges: ['indices:data/read/*', 'Read'] }),
    };
    expect((await create(role)).status).toBe(200);
  });
});
