import { describeAdapters, plainError } from '../describe-adapters.js';
import { illegalArgument, parseFailure, validationFailure } from './failures.js';
import { FRESH } from './fresh.js';

const PARSER = 'connector_put_request';

describeAdapters('connector.put', (given) => {
  const put = (id: string, body?: unknown) => given.call('PUT', `/_connector/${id}`, body);

  it('creates a connector with defaults, nothing null and the rest absent (connectors §2.1)', async () => {
    const answer = await put('my-id', { index_name: 'search-test' });
    expect(answer).toMatchObject({ status: 201, body: { id: 'my-id', result: 'created' } });
    expect(Object.keys(answer.body as object)).toEqual(['id', 'result']);
    expect(answer.headers.location).toBeUndefined();
    expect((await given.call('GET', '/_connector/my-id')).body).toEqual({
      id: 'my-id',
      ...FRESH,
      index_name: 'search-test',
    });
  });

  it('stores what is sent (connectors §3.1)', async () => {
    const sent = {
      description: 'all of it',
      index_name: 'content-wiki',
      is_native: true,
      language: 'pl',
      name: 'Wiki',
      service_type: 'confluence',
    };
    await put('wiki', sent);
    expect(given.es.connector('wiki')).toEqual({ ...FRESH, ...sent, status: 'needs_configuration' });
  });

  it('needs neither a body nor an index name, nor is null for it stored (connectors §3.1)', async () => {
    expect((await put('a')).body).toEqual({ id: 'a', result: 'created' });
    expect(given.es.connector('a')).toEqual(FRESH);
    expect((await put('b', { index_name: null })).status).toBe(201);
    expect(given.es.connector('b')).toEqual(FRESH);
    expect((await put('c', { is_native: true })).status).toBe(201);
  });

  it('replaces everything of an existing connector and answers 200 (connectors §3.1)', async () => {
    await put('a', { index_name: 'search-1', name: 'before', service_type: 'folder' });
    await given.call('PUT', '/_connector/a/_error', { error: 'broken' });
    await given.call('PUT', '/_connector/a/_check_in');
    const answer = await put('a', { index_name: 'search-1', name: 'after' });
    expect(answer).toMatchObject({ status: 200, body: { id: 'a', result: 'updated' } });
    expect(given.es.connector('a')).toEqual({ ...FRESH, index_name: 'search-1', name: 'after' });
    expect(given.es.document('.elastic-connectors', 'a')).toMatchObject({ _version: 4, _seq_no: 3 });
  });

  it('brings a soft-deleted connector back (connectors §1.7)', async () => {
    await put('a', { index_name: 'search-1' });
    await given.call('DELETE', '/_connector/a');
    expect((await put('a')).body).toEqual({ id: 'a', result: 'updated' });
    expect((await given.call('GET', '/_connector/a')).body).toEqual({ id: 'a', ...FRESH });
  });

  it.each(['/_connector', '/_connector/'])(
    'gives an automatic id for PUT %s (connectors §3.1)',
    async (path) => {
      const answer = await given.call('PUT', path, { name: 'new' });
      expect(answer).toMatchObject({
        status: 201,
        body: { id: expect.stringMatching(/^[\w-]{20}$/) as unknown, result: 'created' },
      });
      expect(given.es.connector((answer.body as { id: string }).id)).toMatchObject({ name: 'new' });
    },
  );

  it('refuses an index name that another connector has, soft-deleted ones aside (connectors §3.1)', async () => {
    await put('a', { index_name: 'search-1' });
    const answer = await put('b', { index_name: 'search-1' });
    const reason = 'Index name [search-1] is used by another connector.';
    expect(answer).toMatchObject({ status: 400, body: plainError(400, 'status_exception', reason) });
    await given.call('DELETE', '/_connector/a');
    expect((await put('b', { index_name: 'search-1' })).status).toBe(201);
    expect((await put('a', { index_name: 'search-1' })).status).toBe(400);
  });

  it.each([
    ['', 'must not be empty'],
    ...['a b', 'a"', 'a*', 'a,b', 'a/b', '<a', 'a>', 'a?', 'a\\b', 'a|b'].map((name) => [
      name,
      `must not contain the following characters [' ','"','*',',','/','<','>','?','\\','|']`,
    ]),
    ['a#b', "must not contain '#'"],
    ['a:b', "must not contain ':'"],
    ['_a', "must not start with '_', '-', or '+'"],
    ['-a', "must not start with '_', '-', or '+'"],
    ['+a', "must not start with '_', '-', or '+'"],
    ['é'.repeat(128), 'index name is too long, (256 > 255)'],
    ['.', "must not be '.' or '..'"],
    ['..', "must not be '.' or '..'"],
  ])('refuses the index name %j (connectors §3.1)', async (name, why) => {
    const exception = `org.elasticsearch.indices.InvalidIndexNameException: Invalid index name [${name}], ${why}`;
    expect((await put('a', { index_name: name })).body).toEqual(validationFailure(`[${name}] ${exception}`));
  });

  it.each(['Upper', '.hidden', 'ü', 'a'.repeat(255)])('takes the index name %j', async (name) => {
    expect((await put('a', { index_name: name })).status).toBe(201);
  });

  it('wants the content- prefix for Elastic-managed connectors and collects messages (connectors §3.1)', async () => {
    const prefix = (name: string) =>
      `Index [${name}] is invalid. Index attached to an Elastic-managed connector must start with the prefix: [content-]`;
    expect((await put('a', { index_name: 'search-1', is_native: true })).body).toEqual(
      validationFailure(prefix('search-1')),
    );
    expect((await put('a', { index_name: '_a', is_native: true })).body).toEqual(
      validationFailure(
        "[_a] org.elasticsearch.indices.InvalidIndexNameException: Invalid index name [_a], must not start with '_', '-', or '+'",
        prefix('_a'),
      ),
    );
  });

  it('bounds the description, between the other checks (ES: PutConnectorAction.validate)', async () => {
    const tooLong = '[description] length [8193] exceeds the maximum allowed length [8192].';
    const answer = await put('a', { index_name: 's', is_native: true, description: 'x'.repeat(8193) });
    expect(answer.body).toEqual(
      validationFailure(
        tooLong,
        'Index [s] is invalid. Index attached to an Elastic-managed connector must start with the prefix: [content-]',
      ),
    );
    expect((await put('a', { description: 'x'.repeat(8192) })).status).toBe(201);
  });

  it.each([
    ['{"name":null}', `[1:9] [${PARSER}] name doesn't support values of type: VALUE_NULL`],
    ['{"name":1}', `[1:9] [${PARSER}] name doesn't support values of type: VALUE_NUMBER`],
    ['{"description":null}', `[1:16] [${PARSER}] description doesn't support values of type: VALUE_NULL`],
    ['{"is_native":null}', `[1:14] [${PARSER}] is_native doesn't support values of type: VALUE_NULL`],
    ['{"language":[]}', `[1:13] [${PARSER}] language doesn't support values of type: START_ARRAY`],
    ['{"service_type":{}}', `[1:17] [${PARSER}] service_type doesn't support values of type: START_OBJECT`],
    ['{"index_name":true}', `[1:15] [${PARSER}] index_name doesn't support values of type: VALUE_BOOLEAN`],
    ['{"foo":1}', `[1:2] [${PARSER}] unknown field [foo]`],
    ['{"index_nam":1}', `[1:2] [${PARSER}] unknown field [index_nam] did you mean [index_name]?`],
    ['[]', `[1:1] [${PARSER}] Expected START_OBJECT but was: START_ARRAY`],
  ])('refuses %s (connectors §1.3)', async (body, reason) => {
    expect(await put('a', body)).toMatchObject({ status: 400, body: parseFailure([reason]) });
  });

  it('takes booleans as strings and no other strings (connectors §1.4)', async () => {
    expect((await put('a', { is_native: 'true' })).status).toBe(201);
    expect(given.es.connector('a')).toMatchObject({ is_native: true });
    expect((await put('a', '{"is_native":"yes"}')).body).toEqual(
      parseFailure(
        [`[1:14] [${PARSER}] failed to parse field [is_native]`],
        illegalArgument('Failed to parse value [yes] as only [true] or [false] are allowed.'),
      ),
    );
  });

  it('refuses an id longer than a document can have', async () => {
    const id = 'x'.repeat(513);
    expect((await put(id, {})).body).toEqual(
      validationFailure(`id [${id}] is too long, must be no longer than 512 bytes but was: 513`),
    );
  });
});

describeAdapters(
  'connector.put before 9.0',
  (given) => {
    it('writes no `deleted` and knows no content- prefix (connectors §9)', async () => {
      const answer = await given.call('PUT', '/_connector/a', { index_name: 'search-1', is_native: true });
      expect(answer).toMatchObject({ status: 201, body: { id: 'a', result: 'created' } });
      expect(given.es.connector('a')).not.toHaveProperty('deleted');
    });

    it('bounds no description', async () => {
      const answer = await given.call('PUT', '/_connector/a', { description: 'x'.repeat(8193) });
      expect(answer.status).toBe(201);
    });
  },
  { version: '8.19.2' },
);
