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
