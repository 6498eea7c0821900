import {
  createFakeElasticsearch,
  isFakeUsageError,
  type FakeElasticsearchOptions,
  type Fixture,
} from '../../src/index.js';
import { createClock } from '../../src/clock/clock.js';

/** What the options are refused with. */
function refusalOf(options: unknown): string {
  try {
    createFakeElasticsearch(options as FakeElasticsearchOptions);
  } catch (error) {
    if (isFakeUsageError(error)) return error.message;
    throw error;
  }
  throw new Error('was accepted');
}

describe('createFakeElasticsearch', () => {
  it('takes every option, and undefined for one that is not given', () => {
    const options: Required<FakeElasticsearchOptions> = {
      clock: '2030-01-01T00:00:00Z',
      fixtures: ['idle'],
      version: '9.0.0',
      refresh: 'nrt',
      seed: -1,
      license: {
        type: 'gold',
        status: 'active',
        uid: 'u',
        issue_date_in_millis: 0,
        expiry_date_in_millis: 1,
        max_nodes: null,
        max_resource_units: 5,
        issued_to: 'me',
        issuer: 'you',
      },
      flavor: 'serverless',
      security: {
        users: [
          {
            name: 'a',
            password: 'b',
            roles: [],
            privileges: { cluster: ['all'], indices: [{ names: ['*'], privileges: ['read'] }] },
          },
        ],
        apiKeys: [{ id: 'i', key: 'k', name: 'n', privileges: { cluster: [] } }],
      },
    };
    expect(() => createFakeElasticsearch(options)).not.toThrow();
    const absent = Object.fromEntries(Object.keys(options).map((key) => [key, undefined]));
    expect(() => createFakeElasticsearch(absent)).not.toThrow();
    expect(() => createFakeElasticsearch({ security: { users: { a: 'b' } } })).not.toThrow();
  });

  it.each<[unknown, string]>([
    [null, 'The options object must be an object with clock, fixtures, version, .*: received null\\.'],
    [5, 'received 5\\.'],
    [['idle'], 'received \\["idle"\\]\\.'],
    [new Map(), 'received \\[object Map\\]\\.'],
    [
      { fixture: [] },
      'The options object has no \\[fixture\\]\\. Did you mean "fixtures"\\? There are: clock, fixtures,',
    ],
    [{ clok: 'frozen' }, 'Did you mean "clock"\\?'],
    [{ clock: null }, "A clock is 'frozen'.*received null"],
    [{ fixtures: 5 }, 'The options object: \\[fixtures\\] must be a list: received 5\\.'],
    [{ fixtures: {} }, 'must be a list: received {}\\.'],
    [{ fixtures: 'idle' }, 'must be a list: received "idle"\\.'],
    [{ version: Symbol('9') }, '\\[version\\] .*received Symbol\\(9\\)'],
    [{ refresh: 'NRT' }, '\\[refresh\\] .*one of immediate, nrt: received "NRT"'],
    [{ flavor: 'Serverless' }, 'one of default, serverless: received "Serverless"'],
    [{ license: 5 }, '\\[license\\] must be .*: received 5'],
    [{ license: null }, 'received null'],
    [{ license: { typ: 'gold' } }, '\\[license\\] has no \\[typ\\]\\. Did you mean "type"\\?'],
    [{ license: { max_nodes: 'many' } }, '\\[license\\]: \\[max_nodes\\] must be a number or null'],
    [{ license: { issue_date_in_millis: Number.NaN } }, 'must be a number: received NaN'],
    [{ seed: Number.NaN }, '\\[seed\\] must be a whole number from -2147483648 to 4294967295: received NaN'],
    [{ seed: 'x' }, 'received "x"'],
    [{ seed: 1.5 }, 'received 1\\.5'],
    [{ seed: 2 ** 40 }, 'received 1099511627776'],
    [{ seed: 10n }, 'received 10'],
    [{ security: 5 }, '\\[security\\] must be an object with users, apiKeys: received 5'],
    [{ security: { user: {} } }, '\\[security\\] has no \\[user\\]\\. Did you mean "users"\\?'],
    [{ security: { users: 5 } }, '\\[security.users\\] must be a list or an object: received 5'],
    [{ security: { users: [{}] } }, 'security\\.users\\[0\\] needs a \\[name\\]'],
    [{ security: { users: [{ name: 'a' }] } }, 'security\\.users\\[0\\] needs a \\[password\\]'],
    [{ security: { users: { a: 5 } } }, 'security\\.users\\[0\\]: \\[password\\] must be a text.*received 5'],
    [{ security: { users: { a: '' } } }, 'received ""'],
    [{ security: { users: { 'a:b': 'c' } } }, 'a text without a colon: received "a:b"'],
    [{ security: { users: [{ name: 'a', password: 'b', role: [] }] } }, 'has no \\[role\\]'],
    [{ security: { apiKeys: [null] } }, 'security\\.apiKeys\\[0\\] must be an object .*received null'],
    [{ security: { apiKeys: [{ id: 'a' }] } }, 'security\\.apiKeys\\[0\\] needs a \\[key\\]'],
    [
      { security: { apiKeys: [{ id: 'a', key: 'b', privileges: { index: [] } }] } },
      'security\\.apiKeys\\[0\\]\\.privileges has no \\[index\\]',
    ],
    [
      { security: { apiKeys: [{ id: 'a', key: 'b', privileges: { indices: [{ names: '*' }] } }] } },
      '\\[names\\] must be a list, each of which is a text',
    ],
  ])('refuses %p', (options, message) => {
    expect(refusalOf(options)).toMatch(new RegExp(message));
  });

  it('leaves a shared clock alone when the fixtures are malformed', () => {
    const clock = createClock('frozen');
    const sources = jest.spyOn(Set.prototype, 'add');
    const options = { clock, fixtures: ['no-such-scenario'] };
    expect(() => createFakeElasticsearch(options)).toThrow('There is no shipped scenario');
    expect(sources.mock.calls.filter(([added]) => typeof added === 'function')).toEqual([]);
    sources.mockRestore();
  });
});

describe('es.reset and es.load', () => {
  it.each([5, {}, null, 'idle'])('reset(%j) is refused, and nothing has changed', (fixtures) => {
    const es = createFakeElasticsearch({ fixtures: ['idle'] });
    es.load('pending-full-sync');
    expect(() => es.reset(fixtures as never)).toThrow(/reset\(\) .*must be a list/);
    expect(es.syncJob('my-connector-sync-job-id')).toBeDefined();
    es.reset();
    expect(es.syncJob('idle-job')).toBeDefined();
  });

  it.each([5, null, new Map(), /idle/, ['idle']])('load(%p) is refused', (fixture) => {
    const es = createFakeElasticsearch();
    expect(() => es.load(fixture as Fixture)).toThrow(/scenario object must be an object with .*: received /);
  });
});
