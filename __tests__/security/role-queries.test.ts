import { basic, secured, type SecuredAnswer } from './secured.js';

const elastic = basic('elastic', 'changeme');
const reader = {
  name: 'ann',
  password: 'x',
  privileges: {
    cluster: ['manage_own_api_key'],
    indices: [{ names: ['s1'], privileges: ['read'] }],
  },
};

/** Makes a key with some entries, each list in a descriptor of its own, and searches with it. */
async function seen(
  descriptors: readonly (readonly object[])[],
  { index = 's1', owner = elastic } = {},
): Promise<SecuredAnswer & { readonly ids: readonly string[] }> {
  const { call } = secured({ security: { users: [{ name: 'elastic', password: 'changeme' }, reader] } });
  for (const name of ['s1', 's2']) {
    await call('PUT', `/${name}/_doc/a`, { acl: 'ann', n: 1 }, elastic);
    await call('PUT', `/${name}/_doc/b`, { acl: 'bob', n: 2 }, elastic);
    await call('PUT', `/${name}/_doc/c`, { acl: 'cleo', n: 3 }, elastic);
  }
  const role_descriptors = Object.fromEntries(
    descriptors.map((entries, at) => [`r${at}`, { index: entries }]),
  );
  const made = await call('POST', '/_security/api_key', { name: 'k', role_descriptors }, owner);
  if (made.status !== 200) return { ...made, ids: [] };
  const found = await call('GET', `/${index}/_search`, undefined, `ApiKey ${made.body.encoded}`);
  const hits = (found.body.hits?.hits ?? []) as readonly { _id: string }[];
  return { ...found, ids: hits.map(({ _id: id }) => id) };
}

function where(name: string, more: object = {}): object {
  return { names: ['s1'], privileges: ['read'], query: { term: { 'acl.keyword': name } }, ...more };
}

const all = { names: ['s1'], privileges: ['read'] };

describe('queries of role descriptors', () => {
  it.each([
    ['one entry', [[where('ann')]], ['a']],
    ['two entries', [[where('ann'), where('bob', { names: ['s*'] })]], ['a', 'b']],
    ['two descriptors', [[where('ann')], [where('bob')]], ['a', 'b']],
    ['an entry without a query', [[where('ann'), { ...all, names: ['s*'] }]], ['a', 'b', 'c']],
    ['an empty query', [[where('ann', { query: '' })]], ['a', 'b', 'c']],
    ['no query', [[where('ann', { query: null })]], ['a', 'b', 'c']],
    ['an entry for another index', [[where('ann'), { ...all, names: ['s2'] }]], ['a']],
    [
      'an entry for other names that does not grant reading',
      [[where('ann'), { names: ['s*'], privileges: ['write'] }]],
      ['a'],
    ],
    [
      'an entry for the same names, which is one with it whatever it grants',
      [[where('ann', { names: ['s1', 'x'] }), { names: ['x', 's1'], privileges: ['write'] }]],
      ['a', 'b', 'c'],
    ],
    ['JSON as a string', [[where('ann', { query: '{"term":{"acl.keyword":"bob"}}' })]], ['b']],
  ])('add up: %s (ES: IndicesPermission.authorize)', async (_, descriptors, ids) => {
    expect((await seen(descriptors)).ids).toEqual(ids);
  });

  it('are limited by what the owner of the key may', async () => {
    const owner = basic('ann', 'x');
    const both = { names: ['s1', 's2'], privileges: ['read'] };
    expect((await seen([[where('ann')]], { owner })).ids).toEqual(['a']);
    expect((await seen([[both]], { owner, index: 's2' })).status).toBe(403);
    expect((await seen([[both]], { owner, index: 's*' })).ids).toEqual(['a', 'b', 'c']);
    expect((await seen([[both]], { owner, index: 's*' })).body._shards.total).toBe(1);
  });

  const term = '{"term":{"acl.keyword":"{{name}}"}}';

  it.each([
    [{ source: term, params: { name: 'ann' } }, ['a']],
    [{ source: '{"term":{"acl.keyword":"{{_user.username}}"}}' }, []],
    [
      { source: '{"terms":{"acl.keyword":{{#toJson}}names{{/toJson}}}}', params: { names: ['ann', 'bob'] } },
      ['a', 'b'],
    ],
    [
      {
        source: '{"terms":{"acl.keyword":{{#toJson}} a.names {{/toJson}}}}',
        params: { a: { names: ['bob'] } },
      },
      ['b'],
    ],
    [{ source: '{"term":{"n":{{#toJson}}n{{/toJson}}}}', params: { n: 3 } }, ['c']],
    [{ source: '{"term":{"n":{{& n}} }}', params: { n: 3 } }, ['c']],
    [{ source: '{"term":{"n":"{{{n}}}"}}', params: { n: 2 } }, ['b']],
    [{ source: { term: { 'acl.keyword': '{{ name }}' } }, params: { name: 'bob' } }, ['b']],
    [{ source: term, params: { name: 'a"b' } }, []],
    [{ source: term, params: { name: ['a', null, { b: true }] } }, []],
    [{ source: '{"match_all":{}}', lang: 'mustache', options: {} }, ['a', 'b', 'c']],
  ])('may be templates: %j (ES: SecurityQueryTemplateEvaluator)', async (template, ids) => {
    const found = await seen([[where('', { query: { template } })]]);
    expect(found.status).toBe(200);
    expect(found.ids).toEqual(ids);
  });

  it('name the owner of the key', async () => {
    const query = { template: { source: '{"term":{"acl.keyword":"{{_user.username}}"}}' } };
    expect((await seen([[where('', { query })]], { owner: basic('ann', 'x') })).ids).toEqual(['a']);
  });

  it('escape what a template fills in, and leave out what it does not know', async () => {
    const source =
      '{"bool":{"should":[{"term":{"acl.keyword":"a{{b}}nn"}},{"term":{"acl.keyword":"{{c}}"}}]}}';
    const params = { c: '"}},{"match_all":{}},{"x":{"y":"' };
    expect((await seen([[where('', { query: { template: { source, params } } })]])).ids).toEqual(['a']);
  });

  it.each([
    [{ foo: {} }, 'parsing_exception', 'unknown query [foo]'],
    ['{"term":', 'x_content_e_o_f_exception', expect.stringContaining('Unexpected end of file')],
    ['[]', 'parsing_exception', '[_na] query malformed, must start with start_object'],
    [
      { template: { source: '{"terms":{"acl":{{#toJson}}nothing{{/toJson}}}}' } },
      'x_content_parse_exception',
      expect.stringContaining('Unexpected character'),
    ],
  ])('that are none fail when somebody reads: %j', async (query, type, reason) => {
    const { status, body } = await seen([[where('', { query })]]);
    expect(status).toBe(400);
    expect(body.error.type).toBe('search_phase_execution_exception');
    expect(body.error.failed_shards[0].reason).toMatchObject({ type, reason });
  });

  it.each([
    [{ more_like_this: {} }, 'query clause [more_like_this]'],
    [{ bool: { must: [{ terms: { a: { index: 'i', id: '1', path: 'p' } } }] } }, 'terms lookup'],
    [{ template: { source: '{{#join}}a{{/join}}' } }, 'mustache tag [{{#join}}]'],
    [{ template: { id: 'stored' } }, 'stored script'],
  ])('that are not emulated are refused when the key is made: %j', async (query, gap) => {
    const { status, body, gap: refused } = await seen([[all, where('', { query, names: ['s1', 's2'] })]]);
    expect(status).toBe(400);
    expect(body.error.reason).toBe(
      "failed to parse field 'query' for indices [s1,s2] at index privilege [1] of role descriptor",
    );
    expect(refused).toBe(gap);
  });
});
