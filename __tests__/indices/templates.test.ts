import { describeAdapters } from '../conformance/describe-adapters.js';

describeAdapters('index and component templates', (given) => {
  it('make an index of that name, also one that a document makes', async () => {
    await given.call('PUT', '/_component_template/base', {
      template: { mappings: { properties: { a: { type: 'keyword' }, b: { type: 'keyword' } } } },
    });
    await given.call('PUT', '/_index_template/logs', {
      index_patterns: 'logs-*',
      composed_of: ['base'],
      priority: 5,
      template: {
        settings: { number_of_replicas: 0 },
        mappings: { properties: { b: { type: 'long' } } },
        aliases: { logs: {} },
      },
    });
    await given.call('PUT', '/logs-1/_doc/1', { a: 'x' });
    const { body } = await given.call('GET', '/logs');
    expect(body['logs-1']).toMatchObject({
      aliases: { logs: {} },
      mappings: { properties: { a: { type: 'keyword' }, b: { type: 'long' } } },
      settings: { index: { number_of_replicas: '0' } },
    });
  });

  it('are listed as they are understood', async () => {
    await given.call('PUT', '/_index_template/logs', {
      index_patterns: ['logs-*'],
      template: { settings: { number_of_replicas: 0 } },
    });
    expect((await given.call('GET', '/_index_template/logs')).body).toEqual({
      index_templates: [
        {
          name: 'logs',
          index_template: {
            index_patterns: ['logs-*'],
            template: { settings: { index: { number_of_replicas: '0' } } },
            composed_of: [],
            created_date_millis: given.es.clock.now(),
            modified_date_millis: given.es.clock.now(),
          },
        },
      ],
    });
    expect((await given.call('HEAD', '/_index_template/logs')).status).toBe(200);
    expect((await given.call('DELETE', '/_index_template/logs')).body).toEqual({ acknowledged: true });
    expect((await given.call('HEAD', '/_index_template/logs')).status).toBe(404);
    expect((await given.call('GET', '/_index_template/logs')).body.error.reason).toBe(
      'index template matching [logs] not found',
    );
  });

  it('come with those of the connectors (connectors §5)', async () => {
    const { body } = await given.call('GET', '/_index_template/elastic-connectors*');
    const names = (body.index_templates as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(['elastic-connectors', 'elastic-connectors-sync-jobs']);
    await given.call('PUT', '/.search-acl-filter-books/_doc/1', { created_at: '2024-06-01T12:00:00Z' });
    const acl = await given.call('GET', '/.search-acl-filter-books');
    expect(acl.body['.search-acl-filter-books']).toMatchObject({
      mappings: { dynamic: 'false', properties: { created_at: { type: 'date' } } },
      settings: { index: { hidden: 'true' } },
    });
  });

  it('refuse components that are missing or in use, and two of one priority', async () => {
    const missing = await given.call('PUT', '/_index_template/t', {
      index_patterns: ['t*'],
      composed_of: ['c'],
    });
    expect(missing.body.error).toMatchObject({ type: 'invalid_index_template_exception' });
    await given.call('PUT', '/_component_template/c', { template: {} });
    await given.call('PUT', '/_index_template/t', { index_patterns: ['t*'], composed_of: ['c'] });
    expect((await given.call('DELETE', '/_component_template/c')).status).toBe(400);
    const second = await given.call('PUT', '/_index_template/u', { index_patterns: ['t*'] });
    expect(second.body.error.reason).toMatch(/matching patterns from existing templates \[t\]/);
  });
});

describeAdapters('dynamic templates of index templates (ES: RootObjectMapper.merge)', (given) => {
  it('merge by name', async () => {
    const named = (name: string, type: string) => ({ [name]: { match: name, mapping: { type } } });
    const mappings = { dynamic_templates: [named('a', 'ip'), named('b', 'ip')] };
    const component = { template: { mappings } };
    await given.call('PUT', '/_component_template/c', component);
    await given.call('PUT', '/_index_template/t', {
      index_patterns: ['t-*'],
      composed_of: ['c'],
      template: { mappings: { dynamic_templates: [named('c', 'long'), named('a', 'keyword')] } },
    });
    await given.call('PUT', '/t-1', { mappings: { dynamic_templates: [named('c', 'date')] } });
    expect((await given.call('GET', '/t-1/_mapping')).body['t-1'].mappings).toEqual({
      dynamic_templates: [named('a', 'keyword'), named('b', 'ip'), named('c', 'date')],
    });
  });
});

describeAdapters('templates of data streams', (given) => {
  it('make no index; the fake makes no data stream, either (ES: MetadataCreateIndexService)', async () => {
    await given.call('PUT', '/_index_template/logs', { index_patterns: 'logs-*', data_stream: {} });
    const reason =
      'cannot create index with name [logs-1], because it matches with template [logs] that creates data streams ' +
      'only, use create data stream api instead';
    expect((await given.call('PUT', '/logs-1')).body.error).toMatchObject({
      type: 'illegal_argument_exception',
      reason,
    });
    expect(given.es.journal.unhandled).toEqual([]);
    expect((await given.call('PUT', '/logs-1/_doc/1', { a: 1 })).body.error.reason).toBe(reason);
    expect(given.es.journal.unhandled).toMatchObject([{ gap: 'data stream' }]);
  });
});

describeAdapters('templates that forbid indices to come with a document (ES: AutoCreateIndex)', (given) => {
  it('refuse the document, but not the creation of the index', async () => {
    const template = { index_patterns: ['a-*', 'b-*'], allow_auto_create: false };
    await given.call('PUT', '/_index_template/t', template);
    const { status, body } = await given.call('PUT', '/a-1/_doc/1', { x: 1 });
    expect(status).toBe(404);
    expect(body.error).toMatchObject({
      type: 'index_not_found_exception',
      reason: 'no such index [a-1] and composable template [a-*, b-*] forbids index auto creation',
      index: 'a-1',
    });
    expect((await given.call('PUT', '/a-1')).status).toBe(200);
    expect((await given.call('PUT', '/a-1/_doc/1', { x: 1 })).status).toBe(201);
  });
});
