import { describeDocuments, errorOf, lines } from './describe-documents.js';

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly Readonly<Record<string, Readonly<Record<string, unknown>>>>[];
}

describeDocuments('bulk', (given) => {
  const bulk = async (content: string, query = '') =>
    (await given.call('POST', `/_bulk${query}`, content)).body as BulkAnswer;

  it('answers each item in its place, errors in front (rest-layer B.7)', async () => {
    const answer = await given.call(
      'PUT',
      '/_bulk',
      lines({ index: { _index: 'books', _id: '1' } }, { a: 1 }),
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toBe(
      '{"errors":false,"took":1,"items":[{"index":{"_index":"books","_id":"1","_version":1,"result":"created",' +
        '"_shards":{"total":2,"successful":1,"failed":0},"_seq_no":0,"_primary_term":1,"status":201}}]}',
    );
  });

  it('goes on after an item that fails, and later items see earlier ones (rest-layer B.7)', async () => {
    const { errors, items } = await bulk(
      lines(
        { index: { _index: 'books', _id: '1' } },
        { a: 1 },
        { create: { _index: 'books', _id: '1' } },
        {},
        { update: { _index: 'books', _id: '2' } },
        { doc: {} },
        { update: { _index: 'books', _id: '1' } },
        { doc: { b: 2 } },
        { update: { _index: 'books', _id: '1' } },
        { doc: { b: 2 } },
        { update: { _index: 'books', _id: '3' } },
        { doc: { c: 3 }, doc_as_upsert: true },
        { delete: { _index: 'books', _id: '1' } },
        { delete: { _index: 'books', _id: '1' } },
        { delete: { _index: 'nope', _id: '1' } },
        { index: { _index: 'books', _id: '' } },
        {},
        { index: { _index: 'books', _id: '4' } },
        '{"broken',
        { index: { _index: 'books', op_type: 'create', _id: '5' } },
        {},
      ),
    );
    expect(errors).toBe(true);
    const told = items.map((item) => {
      const [[action, { status, result, error }]] = Object.entries(item) as [
        [string, Record<string, unknown>],
      ];
      return [action, status, result ?? (error as { type: string }).type];
    });
    expect(told).toEqual([
      ['index', 201, 'created'],
      ['create', 409, 'version_conflict_engine_exception'],
      ['update', 404, 'document_missing_exception'],
      ['update', 200, 'updated'],
      ['update', 200, 'noop'],
      ['update', 201, 'created'],
      ['delete', 200, 'deleted'],
      ['delete', 404, 'not_found'],
      ['delete', 404, 'index_not_found_exception'],
      ['index', 400, 'illegal_argument_exception'],
      ['index', 400, 'document_parsing_exception'],
      ['create', 201, 'created'],
    ]);
  });

  it('shows a failed item without root cause, version or result (rest-layer B.7)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    const { items } = await bulk(lines({ create: { _index: 'books', _id: '1' } }, {}));
    expect(Object.keys(items[0]?.['create'] ?? {})).toEqual(['_index', '_id', 'status', 'error']);
    expect(Object.keys(items[0]?.['create']?.['error'] ?? {})).toEqual([
      'type',
      'reason',
      'index_uuid',
      'shard',
      'index',
    ]);
  });

  it('counts a delete of nothing as no error (rest-layer B.7)', async () => {
    await given.call('PUT', '/books', '');
    const { errors, items } = await bulk(lines({ delete: { _index: 'books', _id: '1' } }));
    expect([errors, items[0]?.['delete']?.['status']]).toEqual([false, 404]);
  });

  it('takes index, routing and source filter from the URL where an item has none (rest-layer B.7)', async () => {
    const content = lines(
      { index: { _id: '1' } },
      { a: 1, b: 2 },
      { update: { _id: '1' } },
      { doc: { a: 2 } },
    );
    const answer = await given.call('POST', '/books/_bulk?routing=r&_source=a', content);
    expect((answer.body as BulkAnswer).items[1]?.['update']).toMatchObject({ get: { _source: { a: 2 } } });
    expect((await given.call('GET', '/books/_doc/1?routing=r')).body).toMatchObject({ _routing: 'r' });
  });

  it('forces a refresh for every item that was written (rest-layer B.7)', async () => {
    const content = lines({ index: { _index: 'a' } }, {}, { delete: { _index: 'a', _id: '9' } });
    const { items } = await bulk(content, '?refresh=true');
    expect(items.map((item) => Object.values(item)[0]?.['forced_refresh'])).toEqual([true, true]);
  });

  it('answers failures alone through filter_path (rest-layer B.7)', async () => {
    const content = lines({ index: { _index: 'a', _id: '1' } }, {});
    expect(await bulk(content, '?filter_path=items.*.error')).toEqual({});
    const failed = await bulk(
      lines({ create: { _index: 'a', _id: '1' } }, {}),
      '?filter_path=items.*.error.type',
    );
    expect(failed).toEqual({ items: [{ create: { error: { type: 'version_conflict_engine_exception' } } }] });
  });

  it('passes over blank lines and carriage returns, and an action without its document (rest-layer B.7)', async () => {
    const content =
      '\n{"index":{"_index":"a","_id":"1"}}\r\n{"a":1}\r\n \n{"index":{"_index":"a","_id":"2"}}\n';
    expect((await bulk(content)).items).toHaveLength(1);
    expect(given.es.document('a', '1')?._source).toEqual({ a: 1 });
  });

  it('asks for an alias where the item or the URL does (rest-layer B.2)', async () => {
    await given.call('PUT', '/books-1', { aliases: { books: {} } });
    const content = lines(
      { index: { _index: 'new' } },
      {},
      { index: { _index: 'other', require_alias: false } },
      {},
      { index: { _index: 'books' } },
      {},
    );
    const { items } = await bulk(content, '?require_alias=true');
    expect(items.map((item) => item['index']?.['status'])).toEqual([404, 201, 201]);
    expect((await given.call('HEAD', '/new')).status).toBe(404);
  });

  it('reads ids, numbers and versions of action lines (rest-layer B.7)', async () => {
    const { items } = await bulk(
      lines(
        { index: { _index: 'a', _id: 7, version: 3, version_type: 'external', routing: null } },
        {},
        { index: { _index: 'a', _id: '7', if_seq_no: 0, if_primary_term: 1 } },
        {},
        { index: { _index: 'a', _id: '7', if_seq_no: 0, if_primary_term: 1 } },
        {},
      ),
    );
    expect(items.map((item) => [item['index']?.['_id'], item['index']?.['status']])).toEqual([
      ['7', 201],
      ['7', 200],
      ['7', 409],
    ]);
  });

  describe('with the names of dynamic templates (rest-layer B.7)', () => {
    const mappings = {
      dynamic_templates: [
        { numbers: { mapping: { type: 'integer' } } },
        { words: { match: 'nothing', mapping: { type: 'keyword' } } },
      ],
    };
    const named = (id: string, templates: object) => ({
      index: { _index: 'a', _id: id, dynamic_templates: templates },
    });

    it('maps new fields by the templates of these names, whatever they match', async () => {
      await given.call('PUT', '/a', { mappings });
      const { errors } = await bulk(
        lines(named('1', { 'x.y': 'words', n: 'numbers' }), { 'x.y': 'z', n: 1, other: 2 }),
      );
      expect(errors).toBe(false);
      expect((await given.call('GET', '/a/_mapping')).body.a.mappings.properties).toEqual({
        n: { type: 'integer' },
        other: { type: 'long' },
        x: { properties: { y: { type: 'keyword' } } },
      });
      expect(given.es.journal.unhandled).toEqual([]);
    });

    it('fails the item where there is no such template, and says where', async () => {
      await given.call('PUT', '/a', { mappings });
      const { items } = await bulk(
        lines(
          named('1', { my_location: 'foo_bar' }),
          { my_location: '41.12,-71.34' },
          named('2', { 'address.location': 'bar_foo' }),
          { 'address.location': '41.12,-71.34' },
          named('3', { 'a.b': 'nope' }),
          { first: [{}], a: [{ c: 1 }, { b: [1] }] },
        ),
      );
      expect(items.map((item) => item['index']?.['error'])).toEqual([
        {
          type: 'document_parsing_exception',
          reason:
            "[1:16] Can't find dynamic template for dynamic template name [foo_bar] of field [my_location]",
        },
        {
          type: 'document_parsing_exception',
          reason:
            "[1:21] Can't find dynamic template for dynamic template name [bar_foo] of field [address.location]",
        },
        {
          type: 'document_parsing_exception',
          reason: "[1:33] Can't find dynamic template for dynamic template name [nope] of field [a.b]",
        },
      ]);
      expect((await given.call('GET', '/a/_mapping')).body.a.mappings).not.toHaveProperty('properties');
    });

    it('asks for names that are text', async () => {
      const answer = await given.call('POST', '/_bulk', lines(named('1', { x: {} }), { x: 1 }));
      expect(answer.status).toBe(400);
      expect(answer.body.error.type).toBe('illegal_argument_exception');
    });
  });

  it('notes the gap of a scripted item (rest-layer B.5)', async () => {
    await given.call('PUT', '/a/_doc/1', {});
    const { items } = await bulk(lines({ update: { _index: 'a', _id: '1' } }, { script: 'x' }));
    expect(items[0]?.['update']?.['status']).toBe(400);
    expect(given.es.journal.requests.at(-1)?.gap).toBe('script [painless]');
  });
});

describeDocuments('bulk requests that are refused as a whole', (given) => {
  const malformed = (line: number, text: string) =>
    `Malformed action/metadata line [${line}], expected ${text}`;
  it.each([
    ['{"index":{}}\n{}', String.raw`The bulk request must be terminated by a newline [\n]`],
    ['"x"\n', malformed(1, 'START_OBJECT but found [VALUE_STRING]')],
    ['\n{}\n', malformed(2, 'FIELD_NAME but found [END_OBJECT]')],
    ['{"foo":{}}\n', malformed(1, 'field [create], [delete], [index] or [update] but found [foo]')],
    ['{"index":"x"}\n', malformed(1, 'START_OBJECT or END_OBJECT but found [VALUE_STRING]')],
    ['{"index":{"_id":["1"]}}\n', malformed(1, 'a simple value for field [_id] but found [START_ARRAY]')],
    ['{"index":{"_id":{}}}\n', malformed(1, 'a simple value for field [_id] but found [START_OBJECT]')],
    ['{"index":{"_index":"i"},"x":1}\n{}\n', malformed(1, 'END_OBJECT but found [FIELD_NAME]')],
    [
      '{"index":{"_index":"i"}} 5\n{}\n',
      'Malformed action/metadata line [1], unexpected data after the closing brace',
    ],
    [
      '{"delete":{"_index":"i","_id":"1"}}\n{"index":{"_type":"1"}}\n{}\n',
      'Action/metadata line [2] contains an unknown parameter [_type]',
    ],
    [
      '{"update":{"_index":"i","_id":"1","version":1}}\n{}\n',
      'Update requests do not support versioning. Please use `if_seq_no` and `if_primary_term` instead',
    ],
    [
      '{"delete":{"_index":"i","_id":"1","dynamic_templates":{"a":"b"}}}\n',
      'Delete request in line [1] does not accept dynamic_templates',
    ],
    [
      '{"update":{"_index":"i","_id":"1","dynamic_templates":{"a":"b"}}}\n{}\n',
      'Update request in line [2] does not accept dynamic_templates',
    ],
    [
      '{"update":{"_index":"i","_id":"1","require_data_stream":true}}\n{}\n',
      'Update requests do not support the `require_data_stream` flag, as data streams do not support update operations',
    ],
  ])('%j (rest-layer B.7)', async (content, reason) => {
    const answer = await given.call('POST', '/_bulk', content);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual(['illegal_argument_exception', reason]);
  });

  it.each([
    ['', 'parse_exception', 'request body is required'],
    ['\n \n', 'action_request_validation_exception', 'Validation Failed: 1: no requests added;'],
    [
      '{"update":{"_id":"1","version":1}}\n',
      'action_request_validation_exception',
      'Validation Failed: 1: no requests added;',
    ],
    [
      lines({ update: { _index: 'i', _id: '1' } }, {}, { delete: { _index: 'i' } }, { index: {} }, {}),
      'action_request_validation_exception',
      'Validation Failed: 1: script or doc is missing;2: id is missing;3: index is missing;',
    ],
    [
      lines({ update: { _index: 'i', _id: '1' } }, { doc: 1 }),
      'x_content_parse_exception',
      "[1:8] [UpdateRequest] doc doesn't support values of type: VALUE_NUMBER",
    ],
    ['{"index":{"_index":"i"}\n{}\n', 'x_content_e_o_f_exception', '[1:24] Unexpected end of file'],
  ])('%j: %s (rest-layer B.7)', async (content, type, reason) => {
    const answer = await given.call('POST', '/_bulk', content);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });

  it('writes nothing then', async () => {
    await given.call('POST', '/_bulk', lines({ index: { _index: 'a', _id: '1' } }, {}, { foo: {} }));
    expect((await given.call('HEAD', '/a')).status).toBe(404);
  });

  it('is lenient with what follows an action for clients of release 8 (rest-layer A.14)', async () => {
    const type = 'application/vnd.elasticsearch+x-ndjson; compatible-with=8';
    const accept = 'application/vnd.elasticsearch+json; compatible-with=8';
    const content = '{"index":{"_index":"a","_id":"1"},"x":1}\n{}\n';
    const answer = await given.call('POST', '/_bulk', content, { 'content-type': type, accept });
    expect(answer.body).toMatchObject({ errors: false });
  });
});
