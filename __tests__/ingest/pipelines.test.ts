import { describeAdapters, plainError } from '../conformance/describe-adapters.js';

const PUT_AT = Date.parse('2024-06-01T12:00:00Z');

describeAdapters('ingest pipelines', (given) => {
  const pipeline = { description: 'd', processors: [{ set: { field: 'a', value: 1 } }] };

  it('are put, listed and deleted (rest-layer B.14)', async () => {
    expect((await given.call('PUT', '/_ingest/pipeline/mine', pipeline)).body).toEqual({
      acknowledged: true,
    });
    expect((await given.call('GET', '/_ingest/pipeline/mine')).body).toEqual({
      mine: { ...pipeline, created_date_millis: PUT_AT, modified_date_millis: PUT_AT },
    });
    expect((await given.call('GET', '/_ingest/pipeline/m*?summary=true')).body).toEqual({ mine: {} });
    const all = await given.call('GET', '/_ingest/pipeline');
    expect(Object.keys(all.body as object)).toEqual([
      'ent-search-generic-ingestion',
      'mine',
      'search-default-ingestion',
    ]);
    expect((await given.call('DELETE', '/_ingest/pipeline/mine')).body).toEqual({ acknowledged: true });
    const gone = await given.call('GET', '/_ingest/pipeline/mine');
    expect(gone).toMatchObject({ status: 404, body: {} });
    expect((await given.call('DELETE', '/_ingest/pipeline/mine')).body).toEqual(
      plainError(404, 'resource_not_found_exception', 'pipeline [mine] is missing'),
    );
  });

  it('change documents on their way in, or drop them', async () => {
    await given.call('PUT', '/_ingest/pipeline/mine', {
      processors: [{ drop: { if: "ctx.kind == 'noise'" } }, { set: { field: 'seen.by', value: 'mine' } }],
    });
    await given.call('PUT', '/books/_doc/1?pipeline=mine', { kind: 'book' });
    expect((await given.call('GET', '/books/_doc/1')).body._source).toEqual({
      kind: 'book',
      seen: { by: 'mine' },
    });
    const dropped = await given.call('PUT', '/books/_doc/2?pipeline=mine', { kind: 'noise' });
    expect(dropped.body).toMatchObject({ result: 'noop', _version: -3 });
    expect((await given.call('GET', '/books/_doc/2')).body.found).toBe(false);
  });

  it('are needed where they are named', async () => {
    const answer = await given.call('PUT', '/books/_doc/1?pipeline=nope', {});
    expect(answer.body).toEqual(
      plainError(400, 'illegal_argument_exception', 'pipeline with id [nope] does not exist'),
    );
  });

  it('run others, which must be there and not run in circles (ES: ingest/210_pipeline_processor.yml)', async () => {
    const processors = [{ pipeline: { name: '{{next}}' } }];
    await given.call('PUT', '/_ingest/pipeline/mine', { processors });
    const cycle = await given.call('PUT', '/books/_doc/1?pipeline=mine', { next: 'mine' });
    expect(cycle.body).toEqual(
      plainError(500, 'graph_structure_exception', 'Cycle detected for pipeline: mine'),
    );
    const missing = await given.call('PUT', '/books/_doc/1?pipeline=mine', { next: 'a' });
    const reason = 'Pipeline processor configured for non-existent pipeline [a]';
    expect(missing.body).toEqual(plainError(500, 'illegal_state_exception', reason));
  });

  it('stay while an index writes through them', async () => {
    await given.call('PUT', '/_ingest/pipeline/mine', pipeline);
    await given.call('PUT', '/books', { settings: { default_pipeline: 'mine' } });
    await given.call('PUT', '/books/_doc/1', { b: 2 });
    expect((await given.call('GET', '/books/_source/1')).body).toEqual({ b: 2, a: 1 });
    expect((await given.call('DELETE', '/_ingest/pipeline/mine')).body.error.reason).toBe(
      'pipeline [mine] cannot be deleted because it is the default pipeline for 1 index(es) including [books]',
    );
  });

  it('are replaced only at the version that was expected', async () => {
    await given.call('PUT', '/_ingest/pipeline/mine', { ...pipeline, version: 1 });
    const put = (query: string, version: number) =>
      given.call('PUT', `/_ingest/pipeline/mine?if_version=${query}`, { ...pipeline, version });
    expect((await put('2', 3)).body.error.reason).toBe(
      'version conflict, required version [2] for pipeline [mine] but current version is [1]',
    );
    expect((await put('1', 1)).body.error.reason).toBe(
      'cannot update pipeline [mine] with the same version [1]',
    );
    expect((await put('1', 2)).status).toBe(200);
    await given.call('PUT', '/_ingest/pipeline/mine?if_version=2', pipeline);
    const { body } = await given.call('GET', '/_ingest/pipeline/mine');
    // ES: `IngestService.PutPipelineClusterStateUpdateTask` puts the next version in.
    expect(body.mine).toMatchObject({ ...pipeline, version: 3 });
  });

  it('are listed in the order in which they are asked for (ES: `IngestService.innerGetPipelines`)', async () => {
    for (const id of ['a', 'b', 'c']) await given.call('PUT', `/_ingest/pipeline/${id}`, pipeline);
    const { body } = await given.call('GET', '/_ingest/pipeline/c,a,c,nope');
    expect(Object.keys(body as object)).toEqual(['c', 'a']);
  });

  it('can be tried without writing', async () => {
    const docs = [{ _source: { x: 1 } }, { _index: 'i', _id: '7', _source: { a: { b: 1 } } }];
    const processors = [{ rename: { field: 'a.b', target_field: 'c' } }];
    const { body } = await given.call('POST', '/_ingest/pipeline/_simulate', {
      pipeline: { processors },
      docs,
    });
    expect(body.docs[0].error).toMatchObject({
      type: 'illegal_argument_exception',
      reason: "field [a.b] doesn't exist",
    });
    expect(body.docs[1].doc).toEqual({
      _index: 'i',
      _version: '-3',
      _id: '7',
      _source: { a: {}, c: 1 },
      _ingest: { timestamp: '2024-06-01T12:00:00.000Z' },
    });
  });

  it.each([
    [{}, '[processors] required property is missing', { property_name: 'processors' }],
    [{ processors: 1 }, "[processors] property isn't a list, but of type [java.lang.Integer]", {}],
    [
      { processors: [], x: 1 },
      "pipeline [mine] doesn't support one or more provided configuration parameters [x]",
      {},
    ],
    [
      { processors: [], on_failure: [] },
      'pipeline [mine] cannot have an empty on_failure option defined',
      {},
    ],
    [
      { processors: [{ nope: { tag: 't' } }] },
      'No processor type exists with name [nope]',
      { processor_type: 'nope', processor_tag: 't' },
    ],
    [
      { processors: [{ set: { tag: 't' } }] },
      '[field] required property is missing',
      { processor_type: 'set', processor_tag: 't', property_name: 'field' },
    ],
    [
      { processors: [{ set: { field: 'a', value: 1, copy_from: 'b' } }] },
      '[copy_from] cannot set both `copy_from` and `value` in the same processor',
      { processor_type: 'set' },
    ],
    [
      { processors: [{ append: { field: 'a', value: 1, copy_from: 'b' } }] },
      '[copy_from] cannot set both `copy_from` and `value` in the same processor',
      { processor_type: 'append', property_name: 'copy_from' },
    ],
    [
      { processors: [{ drop: { x: 1 } }] },
      "processor [drop] doesn't support one or more provided configuration parameters [x]",
      { processor_type: 'drop' },
    ],
    [
      { processors: [{ drop: { on_failure: [] } }] },
      '[on_failure] processors list cannot be empty',
      { processor_type: 'drop' },
    ],
    [{ processors: [{ remove: {} }] }, '[keep] or [field] must be specified', { processor_type: 'remove' }],
  ])('are refused as %j', async (body, reason, metadata) => {
    const answer = await given.call('PUT', '/_ingest/pipeline/mine', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ type: 'parse_exception', reason, ...metadata });
  });

  it('are refused with scripts and processors that are not emulated, and the journal says so', async () => {
    const processors = [{ set: { field: 'a', value: 1, if: 'ctx.a.length() > 3' } }];
    const answer = await given.call('PUT', '/_ingest/pipeline/mine', { processors });
    expect(answer.body.error).toMatchObject({ type: 'script_exception', reason: 'compile error' });
    const grok = await given.call('PUT', '/_ingest/pipeline/mine', { processors: [{ grok: {} }] });
    expect(grok.body.error.reason).toBe('No processor type exists with name [grok]');
    expect(given.es.journal.unhandled.length).toBeGreaterThan(0);
  });
});

describeAdapters(
  'ingest pipelines before 9.2',
  (given) => {
    it.each([
      [{ copy_from: 'b' }, '[value] required property is missing'],
      [
        { value: 1, ignore_empty_values: true },
        "processor [append] doesn't support one or more provided configuration parameters [ignore_empty_values]",
      ],
    ])('do not know %j of append', async (options, reason) => {
      const processors = [{ append: { field: 'a', ...options } }];
      const put = await given.call('PUT', '/_ingest/pipeline/mine', { processors });
      expect(put.body.error).toMatchObject({ type: 'parse_exception', reason });
      const docs = [{ _source: {} }];
      const tried = await given.call('POST', '/_ingest/pipeline/_simulate', {
        pipeline: { processors },
        docs,
      });
      expect(tried.body.error.reason).toBe(reason);
    });
  },
  { version: '9.1.0' },
);

describeAdapters('the pipeline that connectors write through', (given) => {
  const flags = { _extract_binary_content: true, _reduce_whitespace: true, _run_ml_inference: true };

  it('strips what steers it, and squeezes white space (clients §1.5)', async () => {
    const lines = [
      { index: { _index: 'books', _id: '1' } },
      { ...flags, title: 'a', body: '  two   words\n ' },
      { index: { _index: 'books', _id: '2' } },
      { ...flags, _reduce_whitespace: false, body: ' as  it is ' },
    ];
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    const bulk = await given.call('PUT', '/_bulk?pipeline=search-default-ingestion', text, {
      'content-type': 'application/x-ndjson',
    });
    expect(bulk.body.errors).toBe(false);
    expect((await given.call('GET', '/books/_source/1')).body).toEqual({ title: 'a', body: 'two words' });
    expect((await given.call('GET', '/books/_source/2')).body).toEqual({ body: ' as  it is ' });
  });

  it('takes the text of a plain text file, and none of another', async () => {
    const encoded = Buffer.from('Hello,\n  world ').toString('base64');
    const binary = Buffer.from([0x25, 0x50, 0x00, 0xff]).toString('base64');
    const path = '/books/_doc';
    const query = '?pipeline=ent-search-generic-ingestion';
    await given.call('PUT', `${path}/1${query}`, { ...flags, _attachment: encoded });
    await given.call('PUT', `${path}/2${query}`, { ...flags, _attachment: binary });
    expect((await given.call('GET', '/books/_source/1')).body).toEqual({ body: 'Hello, world' });
    expect((await given.call('GET', '/books/_source/2')).body).toEqual({});
  });
});
