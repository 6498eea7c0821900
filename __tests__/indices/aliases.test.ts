/* eslint-disable @typescript-eslint/no-unsafe-call -- tests look into answers freely */
import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

describeAdapters('aliases', (given) => {
  const done = { acknowledged: true, errors: false };

  it('come with the index, by their own API, or by a list of actions (rest-layer B.13)', async () => {
    await given.call('PUT', '/a', { aliases: { one: { routing: 'r', is_write_index: 'true' } } });
    expect((await given.call('PUT', '/a/_alias/two', { filter: { term: { x: 1 } } })).body).toEqual(done);
    const actions = [{ add: { indices: ['a'], alias: 'three', search_routing: 7, is_hidden: true } }];
    expect((await given.call('POST', '/_aliases', { actions })).body).toEqual(done);
    expect((await given.call('GET', '/a/_alias')).body).toEqual({
      a: {
        aliases: {
          one: { index_routing: 'r', search_routing: 'r', is_write_index: true },
          three: { search_routing: '7', is_hidden: true },
          two: { filter: { term: { x: 1 } } },
        },
      },
    });
  });

  it('lists what is there beside the message about what is not', async () => {
    await given.call('PUT', '/a', { aliases: { one: {} } });
    await given.call('PUT', '/b');
    expect((await given.call('GET', '/_alias')).body).toEqual({
      a: { aliases: { one: {} } },
      b: { aliases: {} },
    });
    expect((await given.call('GET', '/_alias/o*')).body).toEqual({ a: { aliases: { one: {} } } });
    const missing = await given.call('GET', '/_alias/one,two,three');
    expect(missing.status).toBe(404);
    expect(missing.body).toEqual({
      error: 'aliases [three,two] missing',
      status: 404,
      a: { aliases: { one: {} } },
    });
    expect((await given.call('GET', '/_alias/two')).body).toEqual({
      error: 'alias [two] missing',
      status: 404,
    });
    expect((await given.call('HEAD', '/_alias/one')).status).toBe(200);
    expect((await given.call('HEAD', '/_alias/two')).status).toBe(404);
  });

  it('moves an alias in one step, and gives the name of an index away in the same one', async () => {
    await given.call('PUT', '/v1', { aliases: { books: { is_write_index: true } } });
    await given.call('PUT', '/v2');
    const actions = [
      { remove_index: { index: 'v1' } },
      { add: { index: 'v2', aliases: ['books', 'v1'], is_write_index: true } },
    ];
    expect((await given.call('POST', '/_aliases', { actions })).body).toEqual(done);
    expect((await given.call('GET', '/_alias')).body).toEqual({
      v2: { aliases: { books: { is_write_index: true }, v1: { is_write_index: true } } },
    });
  });

  it('says which action found nothing, while the others are done', async () => {
    await given.call('PUT', '/a');
    const actions = [{ add: { index: 'a', alias: 'one' } }, { remove: { index: 'a', alias: 'gone' } }];
    expect((await given.call('POST', '/_aliases', { actions })).body).toEqual({
      acknowledged: true,
      errors: true,
      action_results: [
        { action: { type: 'add', indices: ['a'], aliases: ['one'] }, status: 200 },
        {
          action: { type: 'remove', indices: ['a'], aliases: ['gone'] },
          status: 404,
          error: {
            type: 'aliases_not_found_exception',
            reason: 'aliases [gone] missing',
            'resource.type': 'aliases',
            'resource.id': 'gone',
          },
        },
      ],
    });
  });

  it('does nothing at all if an alias that must exist does not', async () => {
    await given.call('PUT', '/a');
    const actions = [
      { add: { index: 'a', alias: 'one' } },
      { remove: { index: 'a', alias: 'gone', must_exist: true } },
    ];
    const missing = { 'resource.type': 'aliases', 'resource.id': 'gone' };
    expect((await given.call('POST', '/_aliases', { actions })).body).toEqual(
      plainError(404, 'aliases_not_found_exception', 'aliases [gone] missing', missing),
    );
    expect((await given.call('HEAD', '/_alias/one')).status).toBe(404);
    expect((await given.call('DELETE', '/a/_alias/gone')).body).toEqual(
      plainError(404, 'aliases_not_found_exception', 'aliases [gone] missing', missing),
    );
  });

  it('undoes everything if two indices would be written to', async () => {
    await given.call('PUT', '/a', { aliases: { all: { is_write_index: true } } });
    await given.call('PUT', '/b');
    const actions = [
      { add: { index: 'b', alias: 'other' } },
      { add: { index: 'b', alias: 'all', is_write_index: true } },
    ];
    const answer = await given.call('POST', '/_aliases', { actions });
    expect(answer.status).toBe(500);
    expect(answer.body.error.reason).toBe('alias [all] has more than one write index [a,b]');
    expect((await given.call('GET', '/b/_alias')).body).toEqual({ b: { aliases: {} } });
  });

  it.each([
    [{ actions: [] }, 'illegal_argument_exception', 'No action specified'],
    [
      { actions: [{ add: { alias: 'x' } }] },
      'x_content_parse_exception',
      '[1:14] [aliases] failed to parse field [actions]',
    ],
    [
      { action: [] },
      'x_content_parse_exception',
      '[1:2] [aliases] unknown field [action] did you mean [actions]?',
    ],
  ])('refuses %j', async (body, type, reason) => {
    const answer = await given.call('POST', '/_aliases', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ type });
    expect(answer.body.error.reason.replace(/^\[1:\d+\]/, '')).toBe(reason.replace(/^\[1:\d+\]/, ''));
  });

  it('refuses the name of an index, a missing index, and no index', async () => {
    await given.call('PUT', '/a');
    const named = await given.call('PUT', '/a/_alias/a');
    expect(named.body.error).toMatchObject({
      type: 'invalid_alias_name_exception',
      reason: 'Invalid alias name [a]: an index or data stream exists with the same name as the alias',
      index: 'a',
    });
    expect((await given.call('PUT', '/nope/_alias/x')).status).toBe(404);
    expect((await given.call('PUT', '/_alias/x')).body.error.reason).toBe("[indices] can't be empty");
  });
});

describeAdapters('what an alias must not say', (given) => {
  const nothing =
    'Cannot invoke "org.elasticsearch.action.admin.indices.alias.IndicesAliasesRequest$AliasActions.validate()" ' +
    'because "aliasAction" is null';

  it.each([[{ actions: {} }], [{ actions: [{}] }]])(
    'refuses %j (ES: IndicesAliasesRequest)',
    async (body) => {
      const answer = await given.call('POST', '/_aliases', body);
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({
        reason: expect.stringMatching(/\[aliases\] failed to parse field \[actions\]$/),
        caused_by: { type: 'null_pointer_exception', reason: nothing },
      });
    },
  );

  it.each([
    ['alias', 'a'],
    ['aliases', ['a']],
    ['must_exist', true],
  ])('refuses %s for the removal of an index (ES: AliasActions)', async (field, value) => {
    await given.call('PUT', '/a');
    const actions = [{ remove_index: { index: 'a', [field]: value } }];
    const { body } = await given.call('POST', '/_aliases', { actions });
    expect(body.error.caused_by.caused_by.caused_by.reason).toBe(
      `[${field}] is unsupported for [REMOVE_INDEX]`,
    );
  });

  it('refuses a filter that is no query (ES: AliasValidator.validateAliasFilter)', async () => {
    await given.call('PUT', '/a');
    const filter = { nope: {} };
    for (const answer of [
      await given.call('PUT', '/a/_alias/one', { filter }),
      await given.call('POST', '/_aliases', { actions: [{ add: { index: 'a', alias: 'one', filter } }] }),
    ]) {
      expect(answer.status).toBe(400);
      expect(answer.body.error).toMatchObject({
        reason: 'failed to parse filter for alias [one]',
        caused_by: { type: 'parsing_exception', reason: 'unknown query [nope]' },
      });
    }
  });

  it('takes a filter without a query as none, and refuses a write flag that is none', async () => {
    await given.call('PUT', '/a', { aliases: { one: { filter: {} } } });
    await given.call('POST', '/_aliases', { actions: [{ add: { index: 'a', alias: 'two', filter: {} } }] });
    expect((await given.call('GET', '/a/_alias')).body).toEqual({ a: { aliases: { one: {}, two: {} } } });
    expect((await given.call('PUT', '/a/_alias/one', { is_write_index: 'x' })).body.error.reason).toBe(
      'Failed to parse value [x] as only [true] or [false] are allowed.',
    );
  });
});

describeAdapters('resolving indices of some modes (ES: RestResolveIndexAction)', (given) => {
  it('finds indices and aliases of those alone', async () => {
    await given.call('PUT', '/plain', { aliases: { both: {}, one: {} } });
    await given.call('PUT', '/joined', { settings: { mode: 'lookup' }, aliases: { both: {} } });
    expect((await given.call('GET', '/_resolve/index/*?mode=lookup')).body).toEqual({
      indices: [{ name: 'joined', aliases: ['both'], attributes: ['open'], mode: 'lookup' }],
      aliases: [{ name: 'both', indices: ['joined'] }],
      data_streams: [],
    });
    const all = await given.call('GET', '/_resolve/index/*?mode=lookup,standard');
    expect(all.body.aliases).toEqual([
      { name: 'both', indices: ['joined', 'plain'] },
      { name: 'one', indices: ['plain'] },
    ]);
    expect((await given.call('GET', '/_resolve/index/*?mode=nope')).body.error.reason).toMatch(
      /^\[nope\] is an invalid index mode/,
    );
  });
});
