/* eslint-disable @typescript-eslint/no-unsafe-argument -- tests look into answers freely */
import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

describeAdapters('indices.create, indices.get and indices.delete', (given) => {
  it('makes an index and shows it with settings as text (rest-layer B.13)', async () => {
    const created = await given.call('PUT', '/books');
    expect(created.status).toBe(200);
    expect(created.body).toEqual({ acknowledged: true, shards_acknowledged: true, index: 'books' });
    const { body } = await given.call('GET', '/books');
    expect(body).toEqual({
      books: {
        aliases: {},
        mappings: {},
        settings: {
          index: {
            routing: { allocation: { include: { _tier_preference: 'data_content' } } },
            number_of_shards: '1',
            provided_name: 'books',
            creation_date: '1717243200000',
            number_of_replicas: '1',
            uuid: expect.stringMatching(/^[\w-]{22}$/),
            version: { created: expect.stringMatching(/^\d{7}$/) },
          },
        },
      },
    });
  });

  it('takes settings with or without prefix, nested or dotted, and lists', async () => {
    await given.call('PUT', '/books', {
      settings: {
        'index.number_of_replicas': 0,
        blocks: { write: false },
        analysis: { filter: { stop: { type: 'stop', stopwords: ['a', 'b'] } } },
      },
    });
    const nested = await given.call('GET', '/books/_settings');
    expect(nested.body.books.settings.index).toMatchObject({
      number_of_replicas: '0',
      blocks: { write: 'false' },
      analysis: { filter: { stop: { type: 'stop', stopwords: ['a', 'b'] } } },
    });
    const flat = await given.call('GET', '/books/_settings?flat_settings=true');
    expect(flat.body.books.settings).toMatchObject({
      'index.number_of_replicas': '0',
      'index.analysis.filter.stop.stopwords': ['a', 'b'],
    });
  });

  it('keeps only what was asked for, by feature and by setting', async () => {
    await given.call('PUT', '/books');
    const features = await given.call('GET', '/books?features=aliases');
    expect(features.body).toEqual({ books: { aliases: {} } });
    const one = await given.call('GET', '/books/_settings/index.number*');
    expect(one.body.books.settings).toEqual({
      index: { number_of_shards: '1', number_of_replicas: '1' },
    });
  });

  it('shows defaults where they are wanted', async () => {
    await given.call('PUT', '/books', { settings: { refresh_interval: '5s' } });
    const { body } = await given.call('GET', '/books/_settings?include_defaults=true&flat_settings=true');
    expect(body.books.defaults['index.max_result_window']).toBe('10000');
    expect(body.books.defaults).not.toHaveProperty(['index.refresh_interval']);
  });

  it('resolves date math in the name and remembers what was asked for (rest-layer B.1)', async () => {
    const created = await given.call('PUT', `/${encodeURIComponent('<logs-{now/d}>')}`);
    expect(created.body.index).toBe('logs-2024.06.01');
    const { body } = await given.call('GET', '/logs-2024.06.01/_settings/index.provided_name');
    expect(body['logs-2024.06.01'].settings.index.provided_name).toBe('<logs-{now/d}>');
  });

  it('waits for copies that never come only where there are none to wait for', async () => {
    const two = await given.call('PUT', '/two?wait_for_active_shards=all');
    expect(two.body.shards_acknowledged).toBe(false);
    const one = await given.call('PUT', '/one?wait_for_active_shards=all', {
      settings: { number_of_replicas: 0 },
    });
    expect(one.body.shards_acknowledged).toBe(true);
  });

  it('answers HEAD with 200 or 404, and GET with the missing name (rest-layer B.1)', async () => {
    await given.call('PUT', '/books');
    expect((await given.call('HEAD', '/books')).status).toBe(200);
    expect((await given.call('HEAD', '/films')).status).toBe(404);
    expect((await given.call('HEAD', '/film*')).status).toBe(200);
    const missing = await given.call('GET', '/films');
    expect(missing.status).toBe(404);
    expect(missing.body.error).toMatchObject({
      type: 'index_not_found_exception',
      reason: 'no such index [films]',
      'resource.id': 'films',
    });
    expect((await given.call('GET', '/films?ignore_unavailable=true')).body).toEqual({});
  });

  it('deletes indices by name only (rest-layer B.13)', async () => {
    await given.call('PUT', '/books', { aliases: { library: {} } });
    const refused = plainError(
      400,
      'illegal_argument_exception',
      'Wildcard expressions or all indices are not allowed',
    );
    for (const expression of ['*', '_all', 'boo*', 'books,*']) {
      expect((await given.call('DELETE', `/${expression}`)).body).toEqual(refused);
    }
    const alias = await given.call('DELETE', '/library');
    expect(alias.body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'The provided expression [library] matches an alias, specify the corresponding concrete indices instead.',
      ),
    );
    expect((await given.call('DELETE', '/books')).body).toEqual({ acknowledged: true });
    expect((await given.call('DELETE', '/books')).status).toBe(404);
    expect((await given.call('DELETE', '/books?ignore_unavailable=true')).status).toBe(200);
  });

  it('closes and opens an index: wildcards see it again afterwards', async () => {
    await given.call('PUT', '/books');
    const closed = await given.call('POST', '/books/_close');
    expect(closed.body).toEqual({
      acknowledged: true,
      shards_acknowledged: true,
      indices: { books: { closed: true } },
    });
    expect((await given.call('POST', '/books/_close')).body).toEqual({
      acknowledged: true,
      shards_acknowledged: false,
      indices: {},
    });
    expect((await given.call('GET', '/boo*')).body).toEqual({});
    expect(Object.keys((await given.call('GET', '/boo*?expand_wildcards=all')).body)).toEqual(['books']);
    expect((await given.call('POST', '/books/_open')).body).toEqual({
      acknowledged: true,
      shards_acknowledged: true,
    });
    expect(Object.keys((await given.call('GET', '/boo*')).body)).toEqual(['books']);
  });
});

describeAdapters('the errors of index administration', (given) => {
  const longName = 'x'.repeat(256);
  const badCharacters = String.raw`must not contain the following characters [' ','"','*',',','/','<','>','?','\','|']`;

  it.each([
    ['Books', 'must be lowercase'],
    ['-books', "must not start with '_', '-', or '+'"],
    ['_books', "must not start with '_', '-', or '+'"],
    ['a:b', "must not contain ':'"],
    ['a%23b', "must not contain '#'"],
    ['a|b', badCharacters],
    [longName, 'index name is too long, (256 > 255)'],
  ])('refuses the name %s (rest-layer B.1)', async (name, why) => {
    const decoded = decodeURIComponent(name);
    const answer = await given.call('PUT', `/${name}`);
    expect(answer.body).toEqual(
      plainError(400, 'invalid_index_name_exception', `Invalid index name [${decoded}], ${why}`, {
        index_uuid: '_na_',
        index: decoded,
      }),
    );
  });

  it.each([
    [{ foo: 1 }, 'parse_exception', 'unknown key [foo] for create index'],
    [{ settings: 1 }, 'parse_exception', 'key [settings] must be an object'],
    [
      { settings: { number_of_shard: 1 } },
      'illegal_argument_exception',
      'unknown setting [index.number_of_shard] did you mean [index.number_of_shards]?',
    ],
    [
      { settings: { zebra: 1 } },
      'illegal_argument_exception',
      'unknown setting [index.zebra] please check that any required plugins are installed, or check the breaking ' +
        'changes documentation for removed settings',
    ],
    [
      { settings: { number_of_shards: 0 } },
      'illegal_argument_exception',
      'Failed to parse value [0] for setting [index.number_of_shards] must be >= 1',
    ],
    [
      { settings: { uuid: 'mine', creation_date: 1 } },
      'validation_exception',
      'Validation Failed: 1: private index setting [index.creation_date] can not be set explicitly;' +
        '2: private index setting [index.uuid] can not be set explicitly;',
    ],
    [
      { settings: { zebra: 1, 'index.apple': 1 } },
      'illegal_argument_exception',
      'unknown setting [index.apple] please check that any required plugins are installed, or check the breaking ' +
        'changes documentation for removed settings',
    ],
    [
      { settings: { 'soft_deletes.enabled': false } },
      'illegal_argument_exception',
      'Creating indices with soft-deletes disabled is no longer supported. Please do not specify a value for ' +
        'setting [index.soft_deletes.enabled].',
    ],
    [
      { settings: { 'translog.retention.size': '128mb' } },
      'illegal_argument_exception',
      'Translog retention settings [index.translog.retention.age] and [index.translog.retention.size] are no ' +
        'longer supported. Please do not specify values for these settings',
    ],
    [
      { settings: { index: { mode: 'lookup', number_of_shards: 2 } } },
      'illegal_argument_exception',
      'index with [lookup] mode must have [index.number_of_shards] set to 1 or unset; provided 2',
    ],
    [
      { settings: { number_of_shards: 2, number_of_routing_shards: 3 } },
      'illegal_argument_exception',
      'the number of source shards [2] must be a factor of [3]',
    ],
    [
      { settings: { number_of_shards: 4, number_of_routing_shards: 2 } },
      'illegal_argument_exception',
      'index.number_of_routing_shards [2] must be >= index.number_of_shards [4]',
    ],
    [
      { settings: { mode: 'nope' } },
      'illegal_argument_exception',
      '[nope] is an invalid index mode, valid modes are: [standard,time_series,logsdb,lookup]',
    ],
    [
      { settings: { auto_expand_replicas: 'x' } },
      'illegal_argument_exception',
      'failed to parse [index.auto_expand_replicas] from value: [x] at index -1',
    ],
    [
      { settings: { auto_expand_replicas: '5-1' } },
      'illegal_argument_exception',
      "[index.auto_expand_replicas] minReplicas must be =< maxReplicas but wasn't 5 > 1",
    ],
    [
      { settings: { 'mapping.total_fields.limit': -1 } },
      'illegal_argument_exception',
      'Failed to parse value [-1] for setting [index.mapping.total_fields.limit] must be >= 0',
    ],
    [
      { aliases: { library: { filter: { nope: {} } } } },
      'illegal_argument_exception',
      'failed to parse filter for alias [library]',
    ],
    [
      { mappings: { _doc: { properties: {} } } },
      'illegal_argument_exception',
      'The mapping definition cannot be nested under a type [_doc] unless include_type_name is set to true.',
    ],
    [
      { aliases: { 'a#b': {} } },
      'invalid_alias_name_exception',
      "Invalid alias name [a#b]: must not contain '#'",
    ],
  ])('refuses the body %j', async (body, type, reason) => {
    const answer = await given.call('PUT', '/books', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ type, reason });
    expect((await given.call('HEAD', '/books')).status).toBe(404);
  });

  it('refuses a name that is taken, by an index or by an alias (rest-layer B.13)', async () => {
    await given.call('PUT', '/books', { aliases: { library: {} } });
    const again = await given.call('PUT', '/books');
    expect(again.body.error).toMatchObject({
      type: 'resource_already_exists_exception',
      reason: expect.stringMatching(/^index \[books\/[\w-]{22}\] already exists$/),
      index: 'books',
    });
    expect((await given.call('PUT', '/library')).body.error.reason).toBe(
      'Invalid index name [library], already exists as alias',
    );
  });

  it('refuses parameters and features that it does not know', async () => {
    await given.call('PUT', '/books');
    expect((await given.call('GET', '/books?features=colour')).body.error.reason).toBe(
      'No feature for name [colour]',
    );
    expect((await given.call('PUT', '/films?wait_for_active_shards=some')).body.error.reason).toBe(
      'cannot parse ActiveShardCount[some]',
    );
    expect((await given.call('PUT', '/films?master_timeout=soon')).body.error.reason).toBe(
      'failed to parse setting [master_timeout] with value [soon] as a time value: unit is missing or unrecognized',
    );
  });
});
