import { describeDocuments, errorOf } from './describe-documents.js';

describeDocuments('get, exists and source', (given) => {
  beforeEach(() =>
    given.call('PUT', '/books/_doc/1', { title: 'Dune', author: { name: 'Herbert', born: 1920 } }),
  );

  it('shows a document in the order of its fields (rest-layer B.4)', async () => {
    const answer = await given.call('GET', '/books/_doc/1');
    expect(answer.text).toBe(
      '{"_index":"books","_id":"1","_version":1,"_seq_no":0,"_primary_term":1,"found":true,' +
        '"_source":{"title":"Dune","author":{"name":"Herbert","born":1920}}}',
    );
  });

  it('answers 404 with found false, which is no error (rest-layer B.4)', async () => {
    const answer = await given.call('GET', '/books/_doc/2');
    expect([answer.status, answer.text]).toEqual([404, '{"_index":"books","_id":"2","found":false}']);
  });

  it.each([
    ['_source=false', undefined],
    ['_source=title', { title: 'Dune' }],
    ['_source=author.*', { author: { name: 'Herbert', born: 1920 } }],
    ['_source_includes=author&_source_excludes=*.born', { author: { name: 'Herbert' } }],
    ['stored_fields=title', undefined],
    ['stored_fields=_source', { title: 'Dune', author: { name: 'Herbert', born: 1920 } }],
  ])('filters the source: %s (rest-layer B.4)', async (query, source) => {
    const { _source: shown } = (await given.call('GET', `/books/_doc/1?${query}`)).body as {
      _source?: unknown;
    };
    expect(shown).toEqual(source);
  });

  it('gives a source whole, whatever filter_path says (ES: RestGetSourceAction)', async () => {
    expect((await given.call('GET', '/books/_source/1?filter_path=title')).text).toBe(
      '{"title":"Dune","author":{"name":"Herbert","born":1920}}',
    );
    expect((await given.call('GET', '/books/_source/1?filter_path=title&_source=author.born')).text).toBe(
      '{"author":{"born":1920}}',
    );
  });

  it('shows fields that the mapping stores (rest-layer B.4)', async () => {
    await given.call('PUT', '/stored', { mappings: { properties: { n: { type: 'integer', store: true } } } });
    await given.call('PUT', '/stored/_doc/1', { n: 1, m: 2 });
    const answer = await given.call('GET', '/stored/_doc/1?stored_fields=n,m');
    expect(answer.body).toMatchObject({ found: true, fields: { n: [1] } });
    expect(answer.body).not.toHaveProperty('_source');
  });

  it('checks a version (rest-layer B.4)', async () => {
    expect((await given.call('GET', '/books/_doc/1?version=1')).status).toBe(200);
    const answer = await given.call('GET', '/books/_doc/1?version=2');
    expect([answer.status, errorOf(answer)[1]]).toEqual([
      409,
      '[1]: version conflict, current version [1] is different than the one provided [2]',
    ]);
  });

  it.each(['version', 'version_type', 'force_synthetic_source', 'stored_fields'])(
    'knows no %s of a source (ES: RestGetSourceAction)',
    async (name) => {
      const answer = await given.call('GET', `/books/_source/1?${name}=1`);
      expect(errorOf(answer)).toEqual([
        'illegal_argument_exception',
        `request [/books/_source/1] contains unrecognized parameter: [${name}]`,
      ]);
    },
  );

  it.each([
    ['GET /nope/_doc/1', 404, 'index_not_found_exception', 'no such index [nope]'],
    ['GET /nope/_source/1', 404, 'index_not_found_exception', 'no such index [nope]'],
    ['GET /books*/_doc/1', 404, 'index_not_found_exception', 'no such index [books*]'],
    ['GET /books/_source/2', 404, 'resource_not_found_exception', 'Document not found [books]/[2]'],
    [
      'GET /books/_source/1?_source=false',
      400,
      'action_request_validation_exception',
      'Validation Failed: 1: fetching source can not be disabled;',
    ],
    [
      'GET /books/_doc/1?fields=title',
      400,
      'illegal_argument_exception',
      'the parameter [fields] is no longer supported, please use [stored_fields] to retrieve stored fields or ' +
        '[_source] to load the field from _source',
    ],
    [
      'GET /books/_doc/1?realtimee=true',
      400,
      'illegal_argument_exception',
      'request [/books/_doc/1] contains unrecognized parameter: [realtimee] -> did you mean [realtime]?',
    ],
  ])('%s: %d %s (rest-layer B.4)', async (request, status, type, reason) => {
    const [method = '', path = ''] = request.split(' ');
    const answer = await given.call(method, path);
    expect(answer.status).toBe(status);
    expect(errorOf(answer)).toEqual([type, reason]);
  });

  it('answers HEAD by its status alone (rest-layer B.4)', async () => {
    const status = async (path: string) => (await given.call('HEAD', path)).status;
    expect(await status('/books/_doc/1')).toBe(200);
    expect(await status('/books/_doc/2')).toBe(404);
    expect(await status('/books/_source/1')).toBe(200);
    expect(await status('/nope/_source/1')).toBe(404);
  });

  it('refuses an alias of several indices (rest-layer B.1)', async () => {
    for (const name of ['b', 'a']) await given.call('PUT', `/${name}`, { aliases: { both: {} } });
    const answer = await given.call('GET', '/both/_doc/1');
    expect([answer.status, ...errorOf(answer)]).toEqual([
      400,
      'illegal_argument_exception',
      "alias [both] has more than one index associated with it [a, b], can't execute a single index op",
    ]);
  });

  it('finds a document in the shard of its routing only (rest-layer B.4)', async () => {
    await given.call('PUT', '/routed', { settings: { number_of_shards: 5 } });
    await given.call('PUT', '/routed/_doc/1?routing=5', {});
    expect((await given.call('GET', '/routed/_doc/1?routing=5')).body).toMatchObject({ _routing: '5' });
    expect((await given.call('GET', '/routed/_doc/1')).status).toBe(404);
    expect((await given.call('DELETE', '/routed/_doc/1')).status).toBe(404);
    expect((await given.call('DELETE', '/routed/_doc/1?routing=5')).status).toBe(200);
  });

  it('has no source where the mapping keeps none (ES: SourceFieldMapper)', async () => {
    await given.call('PUT', '/bare', { mappings: { _source: { enabled: false } } });
    await given.call('PUT', '/bare/_doc/1', { a: 1 });
    expect((await given.call('GET', '/bare/_doc/1')).body).not.toHaveProperty('_source');
    expect((await given.call('GET', '/bare/_source/1')).status).toBe(404);
    const answer = await given.call('POST', '/bare/_update/1', { doc: {} });
    expect(errorOf(answer)).toEqual(['document_source_missing_exception', '[1]: document source missing']);
  });
});

describeDocuments('mget', (given) => {
  beforeEach(() => given.call('PUT', '/books/_doc/1', { title: 'Dune', year: 1965 }));

  it('answers each document as get does, errors included (rest-layer B.8)', async () => {
    const docs = [
      { _index: 'books', _id: '1', _source: ['year'] },
      { _index: 'books', _id: '2' },
      { _index: 'nope', _id: '3' },
    ];
    const answer = await given.call('POST', '/_mget', { docs });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      docs: [
        {
          _index: 'books',
          _id: '1',
          _version: 1,
          _seq_no: 0,
          _primary_term: 1,
          found: true,
          _source: { year: 1965 },
        },
        { _index: 'books', _id: '2', found: false },
        {
          _index: 'nope',
          _id: '3',
          error: expect.objectContaining({
            type: 'index_not_found_exception',
            root_cause: [expect.objectContaining({ reason: 'no such index [nope]' })],
          }) as unknown,
        },
      ],
    });
  });

  it('takes ids with an index in the path, and what the URL says for all (rest-layer B.8)', async () => {
    const answer = await given.call('POST', '/books/_mget?_source_includes=title', { ids: ['1', 2] });
    expect(answer.body).toMatchObject({ docs: [{ _source: { title: 'Dune' } }, { _id: '2', found: false }] });
  });

  it.each([
    ['false', undefined],
    ['true', { title: 'Dune', year: 1965 }],
    [{ include: 'title', includes: ['year'], exclude: 'y*' }, { title: 'Dune' }],
  ])('reads _source %j of a document in its own way (ES: MultiGetRequest)', async (source, shown) => {
    const { body } = await given.call('POST', '/_mget', {
      docs: [{ _index: 'books', _id: '1', _source: source }],
    });
    const [document] = (body as { docs: [{ _source?: unknown }] }).docs;
    expect(document._source).toEqual(shown);
  });

  it.each([
    ['{"docs":[]}', 'action_request_validation_exception', 'Validation Failed: 1: no documents to get;'],
    [
      '{"docs":[{"_id":"1"},{"_index":"a"}]}',
      'action_request_validation_exception',
      'Validation Failed: 1: index is missing for doc 0;2: id is missing for doc 1;',
    ],
    ['{"docs":["1"]}', 'illegal_argument_exception', 'docs array element should include an object'],
    ['{"ids":[{}]}', 'illegal_argument_exception', 'ids array element should only contain ids'],
    ['{"ids":["1",null]}', 'illegal_argument_exception', 'ids array element should only contain ids'],
    ['{"docs":[{"_source":1}]}', 'parse_exception', 'illegal type for _source: [VALUE_NUMBER]'],
    ['{"docs":[{"_source":{"only":"a"}}]}', 'parse_exception', 'source definition may not contain [only]'],
    [
      '{"docs":[{"_source":{"include":{}}}]}',
      'parse_exception',
      'unexpected token while parsing source settings',
    ],
    ['{"x":[]}', 'parsing_exception', 'unknown key [x] for a START_ARRAY, expected [docs] or [ids]'],
    [
      '{"docs":1}',
      'parsing_exception',
      'unexpected token [VALUE_NUMBER], expected [FIELD_NAME] or [START_ARRAY]',
    ],
    ['{"docs":[{"_foo":1}]}', 'parse_exception', 'failed to parse multi get request. unknown field [_foo]'],
    ['', 'parse_exception', 'request body or source parameter is required'],
  ])('%s is refused (rest-layer B.8)', async (body, type, reason) => {
    const answer = await given.call('POST', '/_mget', body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer)).toEqual([type, reason]);
  });
});
