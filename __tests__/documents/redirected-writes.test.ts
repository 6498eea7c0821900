import { describeDocuments, errorOf, lines } from './describe-documents.js';

describeDocuments('writes that a pipeline sends to another index', (given) => {
  const put = (id: string, ...processors: readonly object[]) =>
    given.call('PUT', `/_ingest/pipeline/${id}`, { processors });
  const source = async (path: string) => (await given.call('GET', path)).body as Record<string, unknown>;

  beforeEach(async () => {
    await put('move', { set: { field: '_index', value: 'target' } });
    await put('default', { set: { field: 'default', value: true } });
    await put('final_1', { set: { field: 'final_1', value: true } });
    await put('final_2', { set: { field: 'final_2', value: true } });
    await given.call('PUT', '/source', { settings: { final_pipeline: 'final_1' } });
  });

  const settings = { default_pipeline: 'default', final_pipeline: 'final_2' };

  it('run its final pipeline, not the first one, and not its default (ES: ingest/240_required_pipeline.yml)', async () => {
    await given.call('PUT', '/target', { settings });
    const { body } = await given.call('PUT', '/source/_doc/1?pipeline=move', { a: 1 });
    expect(body).toMatchObject({ _index: 'target', result: 'created' });
    expect(await source('/target/_source/1')).toEqual({ a: 1, final_2: true });
    expect((await given.call('HEAD', '/source/_doc/1')).status).toBe(404);
  });

  it('do so in a bulk', async () => {
    await given.call('PUT', '/target', { settings });
    await given.call('POST', '/_bulk?pipeline=move', lines({ index: { _index: 'source', _id: '1' } }, {}));
    expect(await source('/target/_source/1')).toEqual({ final_2: true });
  });

  it('find the final pipeline in a template where the index is new (ES: IngestService.resolvePipelines)', async () => {
    await given.call('PUT', '/_index_template/t', { index_patterns: ['target'], template: { settings } });
    await given.call('PUT', '/source/_doc/1?pipeline=move', {});
    expect(await source('/target/_source/1')).toEqual({ final_2: true });
  });

  it('find the final pipeline behind an alias', async () => {
    await given.call('PUT', '/behind', { settings, aliases: { target: {} } });
    const { body } = await given.call('PUT', '/source/_doc/1?pipeline=move', {});
    expect(body).toMatchObject({ _index: 'behind' });
    expect(await source('/behind/_source/1')).toEqual({ final_2: true });
  });

  it('run no final pipeline where the other index has none', async () => {
    await given.call('PUT', '/target');
    await given.call('PUT', '/source/_doc/1?pipeline=move', {});
    expect(await source('/target/_source/1')).toEqual({});
  });

  it('are refused if it is a final pipeline that sends them (ES: IngestService.executePipelines)', async () => {
    await given.call('PUT', '/fixed', { settings: { final_pipeline: 'move' } });
    const answer = await given.call('PUT', '/fixed/_doc/1', {});
    expect(answer.status).toBe(500);
    expect(errorOf(answer)).toEqual([
      'illegal_state_exception',
      "final pipeline [move] can't change the target index (from [fixed] to [target]) for document [1]",
    ]);
    expect(errorOf(await given.call('POST', '/fixed/_doc', {}))[1]).toMatch(/for document \[null\]$/);
    expect((await given.call('HEAD', '/target')).status).toBe(404);
  });

  it('need an alias only where they end (ES: ingest/270_set_processor.yml)', async () => {
    await given.call('PUT', '/behind', { aliases: { target: {} } });
    const answer = await given.call('PUT', '/source/_doc/1?pipeline=move&require_alias=true', {});
    expect(answer).toMatchObject({ status: 201, body: { _index: 'behind' } });
    const content = lines({ index: { _index: 'source', _id: '2', require_alias: true } }, {});
    const bulk = await given.call('POST', '/_bulk?pipeline=move', content);
    expect(bulk.body).toMatchObject({ errors: false, items: [{ index: { _index: 'behind', status: 201 } }] });
  });

  it('are refused where they end at no alias though they began at one', async () => {
    await given.call('POST', '/_aliases', { actions: [{ add: { index: 'source', alias: 'start' } }] });
    const answer = await given.call('PUT', '/start/_doc/1?pipeline=move&require_alias=true', {});
    expect(answer.status).toBe(404);
    expect(errorOf(answer)).toEqual([
      'index_not_found_exception',
      'no such index [target] and [require_alias] request flag is [true] and [target] is not an alias',
    ]);
    expect((await given.call('HEAD', '/target')).status).toBe(404);
  });

  it('may name it by date math', async () => {
    await put('dated', { set: { field: '_index', value: '<logs-{now/d}>' } });
    const { body } = await given.call('PUT', '/source/_doc/1?pipeline=dated', {});
    expect(body).toMatchObject({ _index: 'logs-2024.06.01' });
  });
});
