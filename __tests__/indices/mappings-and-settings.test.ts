import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('mappings', (given) => {
  const mappings = { _meta: { version: 1 }, properties: { title: { type: 'text' } } };

  it('lists them by concrete index, also when asked by alias (rest-layer B.13)', async () => {
    await given.call('PUT', '/books', { mappings, aliases: { library: {} } });
    await given.call('PUT', '/films');
    expect((await given.call('GET', '/library/_mapping')).body).toEqual({ books: { mappings } });
    expect((await given.call('GET', '/_mapping')).body).toEqual({
      books: { mappings },
      films: { mappings: {} },
    });
  });

  it('adds fields, replaces _meta as a whole, and keeps the types of fields', async () => {
    await given.call('PUT', '/books', { mappings });
    const put = await given.call('PUT', '/books/_mapping', {
      _meta: { pipeline: 'p' },
      properties: { year: { type: 'integer' } },
    });
    expect(put.body).toEqual({ acknowledged: true });
    expect((await given.call('GET', '/books/_mapping')).body.books.mappings).toEqual({
      _meta: { pipeline: 'p' },
      properties: { title: { type: 'text' }, year: { type: 'integer' } },
    });
    const changed = await given.call('PUT', '/books/_mapping', {
      properties: { title: { type: 'keyword' } },
    });
    expect(changed.body.error.reason).toBe('mapper [title] cannot be changed from type [text] to [keyword]');
  });

  it('changes all indices or none', async () => {
    await given.call('PUT', '/a', {});
    await given.call('PUT', '/b', { mappings });
    const update = { properties: { title: { type: 'keyword' } } };
    expect((await given.call('PUT', '/a,b/_mapping', update)).status).toBe(400);
    expect((await given.call('GET', '/a/_mapping')).body.a.mappings).toEqual({});
  });

  it('writes to the write index alone where that is asked for', async () => {
    await given.call('PUT', '/a', { aliases: { all: {} } });
    await given.call('PUT', '/b', { aliases: { all: { is_write_index: true } } });
    await given.call('PUT', '/all/_mapping?write_index_only=true', { properties: { x: { type: 'long' } } });
    expect((await given.call('GET', '/all/_mapping')).body).toEqual({
      a: { mappings: {} },
      b: { mappings: { properties: { x: { type: 'long' } } } },
    });
  });

  it('needs a body without a type, and an index', async () => {
    await given.call('PUT', '/books');
    expect((await given.call('PUT', '/books/_mapping')).body.error.reason).toBe('request body is required');
    expect((await given.call('PUT', '/books/_mapping', { _doc: {} })).body.error.reason).toBe(
      'Types cannot be provided in put mapping requests',
    );
    expect((await given.call('PUT', '/nope/_mapping', {})).status).toBe(404);
    expect((await given.call('PUT', '/nope*/_mapping', {})).status).toBe(404);
  });
});

describeAdapters('settings', (given) => {
  it('changes dynamic ones, and brings defaults back with null (rest-layer B.13)', async () => {
    await given.call('PUT', '/books', { settings: { refresh_interval: '5s' } });
    await given.call('PUT', '/books/_settings', { index: { number_of_replicas: 0, max_result_window: 5 } });
    await given.call('PUT', '/books/_settings', { settings: { 'index.refresh_interval': null } });
    const { index } = (await given.call('GET', '/books/_settings')).body.books.settings;
    expect(index).toMatchObject({ number_of_replicas: '0', max_result_window: '5' });
    expect(index).not.toHaveProperty('refresh_interval');
  });

  it('leaves what is there alone if asked to', async () => {
    await given.call('PUT', '/books', { settings: { refresh_interval: '5s' } });
    await given.call('PUT', '/books/_settings?preserve_existing=true', {
      refresh_interval: '9s',
      max_result_window: 5,
    });
    const { index } = (await given.call('GET', '/books/_settings')).body.books.settings;
    expect(index).toMatchObject({ refresh_interval: '5s', max_result_window: '5' });
  });

  it('needs a closed index for static ones, and never changes final ones', async () => {
    await given.call('PUT', '/books');
    const open = await given.call('PUT', '/books/_settings', { codec: 'best_compression' });
    expect(open.body.error.reason).toMatch(
      /^Can't update non dynamic settings \[\[index\.codec\]\] for open indices \[\[books\/[\w-]{22}\]\]$/,
    );
    await given.call('POST', '/books/_close');
    expect((await given.call('PUT', '/books/_settings', { codec: 'best_compression' })).status).toBe(200);
    expect((await given.call('PUT', '/books/_settings', { number_of_shards: 2 })).body.error.reason).toBe(
      'final index setting [index.number_of_shards], not updateable',
    );
  });

  it.each([
    [{}, 'Validation Failed: 1: no settings to update;'],
    [{ settings: { a: 1 }, b: 2 }, 'mix of settings map and top-level properties'],
    [
      { refresh_interval: 'soon' },
      'failed to parse setting [index.refresh_interval] with value [soon] as a time value: unit is missing or unrecognized',
    ],
    [{ 'blocks.write': 'maybe' }, 'Failed to parse value [maybe] for setting [index.blocks.write]'],
  ])('refuses %j', async (body, reason) => {
    await given.call('PUT', '/books');
    const answer = await given.call('PUT', '/books/_settings', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.reason).toBe(reason);
  });

  it('has no replicas to wait for when they expand by the number of nodes', async () => {
    await given.call('PUT', '/books', { settings: { auto_expand_replicas: '0-3', number_of_replicas: 2 } });
    const { index } = (await given.call('GET', '/books/_settings')).body.books.settings;
    expect(index).toMatchObject({ auto_expand_replicas: '0-3', number_of_replicas: '0' });
  });
});

describeAdapters('several settings that cannot be', (given) => {
  it('are told at once (ES: ExceptionsHelper.rethrowAndSuppress)', async () => {
    const type = 'illegal_argument_exception';
    const [first, second] = [
      'Failed to parse value [0] for setting [index.number_of_shards] must be >= 1',
      'Failed to parse value [-1] for setting [index.priority] must be >= 0',
    ];
    const settings = { priority: -1, number_of_shards: 0 };
    expect((await given.call('PUT', '/books', { settings })).body).toEqual({
      error: {
        root_cause: [{ type, reason: first }],
        type,
        reason: first,
        suppressed: [{ type, reason: second }],
      },
      status: 400,
    });
  });
});

describeAdapters('settings that Elasticsearch manages', (given) => {
  it('are not updated by anyone else (ES: AbstractScopedSettings.validate)', async () => {
    await given.call('PUT', '/books');
    expect((await given.call('PUT', '/books/_settings', { 'index.uuid': 'mine' })).body.error).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'can not update private setting [index.uuid]; this setting is managed by Elasticsearch',
    });
  });
});

describeAdapters('updates of mappings that conflict', (given) => {
  it('are found among fields whose names have dots (ES: ObjectMapper.asFlattenedFieldMappers)', async () => {
    const flat = {
      subobjects: false,
      properties: { 'user.id': { type: 'long' }, 'user.name': { type: 'text' } },
    };
    await given.call('PUT', '/books', { mappings: { properties: { path: { properties: { to: flat } } } } });
    const put = (properties: object): ReturnType<typeof given.call> =>
      given.call('PUT', '/books/_mapping', { properties });
    expect((await put({ 'path.to.user.id': { type: 'keyword' } })).body.error).toMatchObject({
      type: 'illegal_argument_exception',
      reason: 'mapper [path.to.user.id] cannot be changed from type [long] to [keyword]',
    });
    const named = { type: 'text', fields: { raw: { type: 'keyword' } } };
    expect((await put({ 'path.to.user.name': named })).status).toBe(200);
    const { body } = await given.call('GET', '/books/_mapping');
    expect(body.books.mappings.properties.path.properties.to).toEqual({
      subobjects: false,
      properties: { 'user.id': { type: 'long' }, 'user.name': named },
    });
  });

  it.each([
    [{ _routing: { required: true } }, '_routing', '[required] from [false] to [true]'],
    [{ _source: { includes: ['a'] } }, '_source', '[includes] from [[]] to [[a]]'],
    [{ _source: { excludes: ['a', 'b'] } }, '_source', '[excludes] from [[]] to [[a, b]]'],
  ])(
    'are refused for %j, unless there is no mapping yet (ES: MetadataFieldMapper)',
    async (update, field, change) => {
      await given.call('PUT', '/books', { mappings: { properties: { a: { type: 'keyword' } } } });
      expect((await given.call('PUT', '/books/_mapping', update)).body.error).toMatchObject({
        type: 'illegal_argument_exception',
        reason: `Mapper for [${field}] conflicts with existing mapper:\n\tCannot update parameter ${change}`,
      });
      await given.call('PUT', '/empty');
      expect((await given.call('PUT', '/empty/_mapping', update)).status).toBe(200);
    },
  );

  it.each([
    ['keyword', { store: true }, '[store] from [false] to [true]'],
    ['keyword', { normalizer: 'lowercase' }, '[normalizer] from [null] to [lowercase]'],
    ['keyword', { norms: true }, '[norms] from [false] to [true]'],
    ['text', { analyzer: 'whitespace' }, '[analyzer] from [default] to [whitespace]'],
    [
      'date',
      { format: 'epoch_millis' },
      '[format] from [strict_date_optional_time||epoch_millis] to [epoch_millis]',
    ],
    [
      'text',
      { index: false, store: true },
      '[index] from [true] to [false]\n\tCannot update parameter [store] from [false] to [true]',
    ],
  ])(
    'say what a field of type %s was and should become for %j (ES: FieldMapper.Conflicts)',
    async (type, to, change) => {
      const put = (parameters: object): ReturnType<typeof given.call> =>
        given.call('PUT', '/books/_mapping', { properties: { a: { type, ...parameters } } });
      await given.call('PUT', '/books', { mappings: { properties: { a: { type } } } });
      expect((await put(to)).body.error.reason).toBe(
        `Mapper for [a] conflicts with existing mapper:\n\tCannot update parameter ${change}`,
      );
      expect((await put({ index: true, norms: false, meta: { unit: 'ms' } })).status).toBe(
        type === 'date' ? 400 : 200,
      );
    },
  );

  it.each(['enabled', 'subobjects'])(
    'keep the [%s] of an object (ES: ObjectMapper.merge)',
    async (parameter) => {
      await given.call('PUT', '/books', {
        mappings: { properties: { o: { properties: { a: { type: 'long' } } } } },
      });
      const put = (value: boolean): ReturnType<typeof given.call> =>
        given.call('PUT', '/books/_mapping', { properties: { o: { type: 'object', [parameter]: value } } });
      expect((await put(true)).status).toBe(200);
      const { status, body } = await put(false);
      expect([status, body.error.type, body.error.reason]).toEqual([
        500,
        'mapper_exception',
        `the [${parameter}] parameter can't be updated for the object mapping [o]`,
      ]);
    },
  );

  it('let the source be switched off, but not on again (ES: SourceFieldMapper)', async () => {
    await given.call('PUT', '/books', { mappings: { properties: { a: { type: 'keyword' } } } });
    const put = (enabled: boolean): ReturnType<typeof given.call> =>
      given.call('PUT', '/books/_mapping', { _source: { enabled } });
    expect((await put(false)).status).toBe(200);
    expect((await put(true)).body.error.reason).toMatch(
      /Cannot update parameter \[enabled\] from \[false\] to \[true\]$/,
    );
  });

  it('names properties that are no map', async () => {
    await given.call('PUT', '/books');
    expect((await given.call('PUT', '/books/_mapping', { properties: 'x' })).body.error).toMatchObject({
      type: 'mapper_parsing_exception',
      reason: 'Failed to parse mapping: properties must be a map type',
      caused_by: { type: 'parse_exception', reason: 'properties must be a map type' },
    });
    expect((await given.call('PUT', '/books/_mapping', { properties: [] })).status).toBe(200);
  });
});
