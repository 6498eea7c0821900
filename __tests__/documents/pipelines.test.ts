import { describeDocuments, errorOf, lines } from './describe-documents.js';

describeDocuments('writes through pipelines', (given) => {
  beforeEach(async () => {
    await given.call('PUT', '/_ingest/pipeline/mark', {
      processors: [{ set: { field: 'marked', value: true } }],
    });
    await given.call('PUT', '/_ingest/pipeline/last', { processors: [{ set: { field: 'last', value: 1 } }] });
    await given.call('PUT', '/_ingest/pipeline/none', { processors: [{ drop: {} }] });
  });

  const source = async (id: string) =>
    ((await given.call('GET', `/books/_doc/${id}`)).body as { _source: unknown })._source;

  it('run what the write asks for (rest-layer B.3)', async () => {
    await given.call('PUT', '/books/_doc/1?pipeline=mark', { a: 1 });
    expect(await source('1')).toEqual({ a: 1, marked: true });
  });

  it('run the default of the index unless told otherwise, and always the last one (rest-layer B.14)', async () => {
    await given.call('PUT', '/books', { settings: { default_pipeline: 'mark', final_pipeline: 'last' } });
    await given.call('PUT', '/books/_doc/1', {});
    expect(await source('1')).toEqual({ marked: true, last: 1 });
    await given.call('PUT', '/books/_doc/2?pipeline=_none', {});
    expect(await source('2')).toEqual({ last: 1 });
  });

  it('tell a dropped document as a noop (rest-layer B.7)', async () => {
    const answer = await given.call('POST', '/books/_doc?pipeline=none', {});
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(
      '{"_index":"books","_id":"auto-generated","_version":-3,"result":"noop",' +
        '"_shards":{"total":0,"successful":0,"failed":0}}',
    );
    const bulk = await given.call(
      'POST',
      '/_bulk?pipeline=none',
      lines({ index: { _index: 'books', _id: '1' } }, {}),
    );
    expect(bulk.body).toMatchObject({
      errors: false,
      items: [{ index: { _id: '1', _version: -3, result: 'noop', status: 200 } }],
    });
    expect((await given.call('HEAD', '/books')).status).toBe(404);
  });

  it('say how long they took in a bulk (rest-layer B.7)', async () => {
    const content = lines({ index: { _index: 'books' } }, {});
    const told = async (query: string) =>
      Object.keys((await given.call('POST', `/_bulk${query}`, content)).body as object);
    expect(await told('?pipeline=mark')).toEqual(['errors', 'took', 'ingest_took', 'items']);
    expect(await told('?pipeline=_none')).toEqual(['errors', 'took', 'items']);
    await given.call('PUT', '/books/_settings', { default_pipeline: 'mark' });
    expect(await told('')).toEqual(['errors', 'took', 'ingest_took', 'items']);
  });

  it('say how long they took though the document ends where no pipelines are', async () => {
    const move = { set: { field: '_index', value: 'others' } };
    await given.call('PUT', '/_ingest/pipeline/move', { processors: [move] });
    await given.call('PUT', '/books', { settings: { default_pipeline: 'move' } });
    const { body } = await given.call('POST', '/_bulk', lines({ index: { _index: 'books' } }, {}));
    expect(body).toMatchObject({ ingest_took: 1, items: [{ index: { _index: 'others' } }] });
  });

  describe('name themselves in a bulk that asks so (ES: ingest/70_bulk.yml)', () => {
    const items = async (query: string, ...content: readonly unknown[]) => {
      const { body } = await given.call('POST', `/_bulk${query}`, lines(...content));
      const listed = (body as { items: readonly Record<string, object>[] }).items;
      return listed.map((item) => Object.values(item)[0] as Record<string, unknown>);
    };

    it('in the order in which they ran, before the status', async () => {
      await given.call('PUT', '/books', { settings: { final_pipeline: 'last' } });
      const [item = {}] = await items(
        '?list_executed_pipelines=true&pipeline=mark',
        { index: { _index: 'books' } },
        {},
      );
      expect(item['executed_pipelines']).toEqual(['mark', 'last']);
      expect(Object.keys(item).slice(-3)).toEqual(['_primary_term', 'executed_pipelines', 'status']);
    });

    it('as none where none ran, and not at all where nothing was indexed', async () => {
      const found = await items(
        '?list_executed_pipelines=true',
        { index: { _index: 'books', _id: '1' } },
        {},
        { index: { _index: 'books', pipeline: 'none' } },
        {},
        { index: { _index: 'books', pipeline: 'nope' } },
        {},
        { update: { _index: 'books', _id: '1' } },
        { doc: { a: 1 } },
        { delete: { _index: 'books', _id: '1' } },
      );
      expect(found.map((item) => item['executed_pipelines'])).toEqual([[], ...Array<undefined>(4)]);
    });

    it('if the line asks so, or does not although the bulk does', async () => {
      const line = (asks: boolean) => ({ create: { _index: 'books', list_executed_pipelines: asks } });
      const [asking = {}, other = {}] = await items('?pipeline=mark', line(true), {}, line(false), {});
      expect(asking['executed_pipelines']).toEqual(['mark']);
      expect(other).not.toHaveProperty('executed_pipelines');
      const [silent = {}] = await items('?list_executed_pipelines=true', line(false), {});
      expect(silent).not.toHaveProperty('executed_pipelines');
    });
  });

  it('fail one item where the pipeline is missing or the source is broken (rest-layer B.3)', async () => {
    const content = lines(
      { index: { _index: 'books', pipeline: 'nope' } },
      {},
      { index: { _index: 'books', pipeline: 'mark' } },
      '{"a":',
    );
    const { items } = (await given.call('POST', '/_bulk', content)).body as {
      items: readonly { index: { error: { type: string; reason: string } } }[];
    };
    expect(items.map(({ index }) => [index.error.type, index.error.reason])).toEqual([
      ['illegal_argument_exception', 'pipeline with id [nope] does not exist'],
      ['parse_exception', 'Failed to parse content to map'],
    ]);
    expect(errorOf(await given.call('PUT', '/books/_doc/1?pipeline=nope', {}))[0]).toBe(
      'illegal_argument_exception',
    );
  });

  it('run over upserts, and over partial documents that stand in for them (ES: IngestService)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    const content = lines(
      { update: { _index: 'books', _id: '1' } },
      { doc: { a: 1 }, doc_as_upsert: true },
      { update: { _index: 'books', _id: '2' } },
      { doc: { a: 1 }, upsert: { b: 1 } },
    );
    await given.call('PUT', '/_bulk?pipeline=mark', content);
    expect(await source('1')).toEqual({ a: 1 });
    expect(await source('2')).toEqual({ b: 1, marked: true });
  });

  it('run over documents that are written anew (rest-layer B.11)', async () => {
    await given.call('PUT', '/books/_doc/1', { a: 1 });
    await given.call('POST', '/books/_update_by_query?pipeline=mark');
    expect(await source('1')).toEqual({ a: 1, marked: true });
  });
});
