import { describeDocuments, errorOf } from './describe-documents.js';

const INTERNAL_VERSION =
  'internal versioning can not be used for optimistic concurrency control. ' +
  'Please use `if_seq_no` and `if_primary_term` instead';

/** Request, then the messages of `Validation Failed`. */
type Invalid = readonly [request: string, messages: readonly string[], body?: unknown];
const invalid: readonly Invalid[] = [
  ['PUT /books/_doc/1?if_seq_no=5', ['ifSeqNo is set, but primary term is [0]']],
  ['PUT /books/_doc/1?if_primary_term=1', ['ifSeqNo is unassigned, but primary term is [1]']],
  ['PUT /books/_doc/1?version=3', [INTERNAL_VERSION]],
  ['PUT /books/_doc/1?version_type=external', ['illegal version value [-3] for version type [EXTERNAL]']],
  [
    'PUT /books/_doc/1?version=3&version_type=external&if_seq_no=1&if_primary_term=1',
    ['compare and write operations can not use versioning'],
  ],
  [
    'PUT /books/_create/1?version=3&version_type=external',
    ['create operations only support internal versioning. use index instead'],
  ],
  [
    'PUT /books/_create/1?version=3',
    ['create operations do not support explicit versions. use index instead'],
  ],
  [
    'PUT /books/_create/1?if_seq_no=1&if_primary_term=1',
    ['create operations do not support compare and set. use index instead'],
  ],
  [
    'POST /books/_doc?op_type=index&version=3&version_type=external',
    ['an id must be provided if version type or value are set'],
  ],
  ['PUT /books/_doc/1?pipeline=', ['pipeline cannot be an empty string']],
  [
    `PUT /books/_doc/${'x'.repeat(513)}`,
    [`id [${'x'.repeat(513)}] is too long, must be no longer than 512 bytes but was: 513`],
  ],
  ['POST /books/_update/1?version=1', [INTERNAL_VERSION], { doc: {} }],
  ['POST /books/_update/1', ['script or doc is missing'], ''],
  ['POST /books/_update/1', ['script or doc is missing']],
  ['POST /books/_update/1', ["can't provide both script and doc"], { doc: {}, script: 'x' }],
  [
    'POST /books/_update/1',
    ['script or doc is missing', 'doc must be specified if doc_as_upsert is enabled'],
    { doc_as_upsert: true },
  ],
  [
    'POST /books/_update/1?if_seq_no=0&if_primary_term=1&retry_on_conflict=1',
    [
      'compare and write operations can not be retried',
      'compare and write operations can not be used with upsert',
      "upsert requests don't support `if_seq_no` and `if_primary_term`",
    ],
    { doc: {}, doc_as_upsert: true, upsert: {} },
  ],
];

/** Request, then status, type and reason of the error. */
type Refused = readonly [request: string, status: number, type: string, reason: string, body?: unknown];
const refused: readonly Refused[] = [
  ['PUT /books/_doc/1', 400, 'parse_exception', 'request body is required', ''],
  [
    'PUT /books/_doc/1?if_seq_no=-5&if_primary_term=1',
    400,
    'illegal_argument_exception',
    'sequence numbers must be non negative. got [-5].',
  ],
  [
    'PUT /books/_doc/1?if_seq_no=1&if_primary_term=-1',
    400,
    'illegal_argument_exception',
    'primary term must be non negative. got [-1]',
  ],
  [
    'PUT /books/_doc/1?version_type=force',
    400,
    'illegal_argument_exception',
    'No version type match [force]',
  ],
  ['PUT /books/_doc/1?refresh=x', 400, 'illegal_argument_exception', 'Unknown value for refresh: [x].'],
  [
    'PUT /books/_doc/1?wait_for_active_shards=x',
    400,
    'illegal_argument_exception',
    'cannot parse ActiveShardCount[x]',
  ],
  [
    'PUT /books/_doc/1?op_type=update',
    400,
    'illegal_argument_exception',
    "opType must be 'create' or 'index', found: [update]",
  ],
  [
    'PUT /books/_create/1?op_type=index',
    400,
    'illegal_argument_exception',
    "opType must be 'create', found: [index]",
  ],
  ['PUT /books/_doc/1?pipeline=p', 400, 'illegal_argument_exception', 'pipeline with id [p] does not exist'],
  [
    'PUT /books/_doc/1?require_alias=true',
    404,
    'index_not_found_exception',
    'no such index [books] and [require_alias] request flag is [true] and [books] is not an alias',
  ],
  ['PUT /BOOKS/_doc/1', 400, 'invalid_index_name_exception', 'Invalid index name [BOOKS], must be lowercase'],
  [
    'PUT /_books/_doc/1',
    400,
    'invalid_index_name_exception',
    "Invalid index name [_books], must not start with '_', '-', or '+'",
  ],
  [
    'PUT /books/_doc/1',
    400,
    'document_parsing_exception',
    'Malformed content, must start with an object',
    '[]',
  ],
  [
    'PUT /books/_doc/1',
    400,
    'document_parsing_exception',
    'Malformed content, must start with an object',
    ' ',
  ],
  [
    'PUT /books/_doc/1',
    400,
    'illegal_argument_exception',
    'Malformed content, found extra data after parsing: START_OBJECT',
    '{"a":1}{"b":2}',
  ],
  ['DELETE /books/_doc/1', 404, 'index_not_found_exception', 'no such index [books]', ''],
  [
    'POST /books/_update/1',
    400,
    'x_content_parse_exception',
    '[1:2] [UpdateRequest] unknown field [docs] did you mean [doc]?',
    { docs: {} },
  ],
  ['POST /books/_update/1', 404, 'document_missing_exception', '[1]: document missing', { doc: {} }],
];

function split(request: string): [string, string] {
  const [method = '', path = ''] = request.split(' ');
  return [method, path];
}

describeDocuments('writes that Elasticsearch refuses', (given) => {
  it.each(invalid.map(([request, messages, body = {}]) => ({ request, messages, body })))(
    '$request: validation (rest-layer B.2, B.5)',
    async ({ request, messages, body }) => {
      const answer = await given.call(...split(request), body);
      const numbered = messages.map((message, at) => `${at + 1}: ${message};`).join('');
      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toEqual([
        'action_request_validation_exception',
        `Validation Failed: ${numbered}`,
      ]);
    },
  );

  it.each(
    refused.map(([request, status, type, reason, body = {}]) => ({ request, status, type, reason, body })),
  )('$request: $status $type (rest-layer B.2, B.3)', async ({ request, status, type, reason, body }) => {
    const answer = await given.call(...split(request), body);
    expect(answer.status).toBe(status);
    expect(errorOf(answer)).toEqual([type, reason]);
  });

  it.each([
    ['{"a":1,"a":2}', "[1:6] failed to parse: [1:11] Duplicate field 'a'", 'x_content_parse_exception'],
    ['{"a":', '[1:2] failed to parse: [1:6] Unexpected end of file', 'x_content_e_o_f_exception'],
    ['{"a":foo}', "[1:2] failed to parse: [1:10] Unrecognized token 'foo'", 'x_content_parse_exception'],
  ])('%s is no document (rest-layer B.2)', async (source, start, cause) => {
    const answer = await given.call('PUT', '/books/_doc/1', source);
    const [type, reason] = errorOf(answer);
    expect([answer.status, type, reason.startsWith(start)]).toEqual([
      400,
      'document_parsing_exception',
      true,
    ]);
    expect(answer.body).toHaveProperty('error.caused_by.type', cause);
    expect(answer.body).toHaveProperty('error.root_cause.0.type', 'document_parsing_exception');
  });

  it('makes the index all the same where the document is what is wrong (rest-layer B.2)', async () => {
    await given.call('PUT', '/books/_doc/1', '[]');
    expect((await given.call('GET', '/books/_doc/1')).body).toEqual({
      _index: 'books',
      _id: '1',
      found: false,
    });
  });

  it('takes no sequence number for what it refuses (rest-layer B.2)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    await given.call('PUT', '/books/_create/1', {});
    await given.call('PUT', '/books/_doc/1', '[');
    await given.call('POST', '/books/_update/1', { doc: {} });
    expect((await given.call('PUT', '/books/_doc/1', {})).body).toMatchObject({ _seq_no: 1 });
  });

  it('asks for a routing where the mapping does (ES: RoutingMissingException)', async () => {
    await given.call('PUT', '/books', { mappings: { _routing: { required: true } } });
    for (const [method, path, body] of [
      ['PUT', '/books/_doc/1', {}],
      ['GET', '/books/_doc/1', undefined],
      ['DELETE', '/books/_doc/1', undefined],
      ['POST', '/books/_update/1', { doc: {} }],
    ] as const) {
      const answer = await given.call(method, path, body);
      expect(answer.status).toBe(400);
      expect(errorOf(answer)).toEqual(['routing_missing_exception', 'routing is required for [books]/[1]']);
    }
  });

  it('refuses scripts as ones that do not compile, and notes the gap (rest-layer B.5)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    const answer = await given.call('POST', '/books/_update/1', { script: { source: 'ctx._source.a = 1' } });
    expect(errorOf(answer)).toEqual(['illegal_argument_exception', 'failed to execute script']);
    expect(answer.body).toMatchObject({
      error: { caused_by: { type: 'script_exception', reason: 'compile error', lang: 'painless' } },
    });
    expect(given.es.journal.requests.at(-1)?.gap).toBe('script [painless]');
  });
});
