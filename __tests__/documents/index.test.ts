import { plainError } from '../conformance/describe-adapters.js';
import { describeDocuments, errorOf } from './describe-documents.js';

describeDocuments('index', (given) => {
  it('creates with 201, says where, and keeps the order of fields (rest-layer B.2, B.3)', async () => {
    const answer = await given.call('PUT', '/books/_doc/1', { title: 'Dune' });
    expect(answer.status).toBe(201);
    expect(answer.headers['location']).toBe('/books/_doc/1');
    expect(answer.text).toBe(
      '{"_index":"books","_id":"1","_version":1,"result":"created",' +
        '"_shards":{"total":2,"successful":1,"failed":0},"_seq_no":0,"_primary_term":1}',
    );
  });

  it('replaces with 200, the next version and no Location (rest-layer B.2)', async () => {
    await given.call('PUT', '/books/_doc/1', { title: 'Dune', year: 1965 });
    const answer = await given.call('POST', '/books/_doc/1', { title: 'Emma' });
    expect(answer.status).toBe(200);
    expect(answer.headers['location']).toBeUndefined();
    expect(answer.body).toMatchObject({ _version: 2, result: 'updated', _seq_no: 1 });
    expect(given.es.document('books', '1')?._source).toEqual({ title: 'Emma' });
  });

  it('gives an id of 20 characters where none is sent (rest-layer B.3)', async () => {
    const answer = await given.call('POST', '/books/_doc', {});
    expect(answer.status).toBe(201);
    expect((answer.body as { _id: string })._id).toMatch(/^[\w-]{20}$/);
  });

  it('encodes the parts of Location as a form does, with the routing (rest-layer A.2)', async () => {
    const answer = await given.call('PUT', "/books/_doc/a%20b%2F'c?routing=x%20y", {});
    expect(answer.headers['location']).toBe('/books/_doc/a+b%2F%27c?routing=x+y');
    const found = await given.call('GET', "/books/_doc/a%20b%2F'c?routing=x%20y");
    expect(found.body).toMatchObject({ _id: "a b/'c", _routing: 'x y', found: true });
  });

  it('shows a forced refresh only where one was asked for at once (rest-layer B.2)', async () => {
    const shown = async (query: string) =>
      (await given.call('PUT', `/books/_doc/1${query}`, {})).body as Record<string, unknown>;
    expect(await shown('?refresh=true')).toHaveProperty('forced_refresh', true);
    expect(await shown('?refresh')).toHaveProperty('forced_refresh', true);
    expect(await shown('?refresh=wait_for')).not.toHaveProperty('forced_refresh');
    expect(await shown('?refresh=false')).not.toHaveProperty('forced_refresh');
  });

  it('counts copies by the replicas of the index (rest-layer B.2)', async () => {
    await given.call('PUT', '/books', { settings: { number_of_replicas: 2 } });
    const answer = await given.call('PUT', '/books/_doc/1', {});
    expect(answer.body).toMatchObject({ _shards: { total: 3, successful: 1, failed: 0 } });
    const connector = await given.call('POST', '/.elastic-connectors-v1/_doc', {});
    expect(connector.body).toMatchObject({ _shards: { total: 1, successful: 1, failed: 0 } });
  });

  it('goes on counting after a delete, until the tombstone is gone (rest-layer B.2)', async () => {
    const put = () => given.call('PUT', '/books/_doc/1', {});
    await put();
    await given.call('DELETE', '/books/_doc/1');
    expect((await put()).body).toMatchObject({ _version: 3, result: 'created' });
    await given.call('DELETE', '/books/_doc/1');
    given.es.clock.advance({ seconds: 61 });
    expect((await put()).body).toMatchObject({ _version: 1, result: 'created' });
  });

  it('writes on the condition of the sequence number that was read (rest-layer B.2)', async () => {
    await given.call('PUT', '/books/_doc/1', { n: 1 });
    expect((await given.call('PUT', '/books/_doc/1?if_seq_no=0&if_primary_term=1', { n: 2 })).status).toBe(
      200,
    );
    const answer = await given.call('PUT', '/books/_doc/1?if_seq_no=0&if_primary_term=1', { n: 3 });
    expect(answer.status).toBe(409);
    const reason =
      '[1]: version conflict, required seqNo [0], primary term [1]. ' +
      'current document has seqNo [1] and primary term [1]';
    const { index_uuid: uuid } = (answer.body as { error: { index_uuid: string } }).error;
    expect(answer.body).toEqual(
      plainError(409, 'version_conflict_engine_exception', reason, {
        index_uuid: uuid,
        shard: '0',
        index: 'books',
      }),
    );
    const missing = await given.call('PUT', '/books/_doc/2?if_seq_no=0&if_primary_term=1', {});
    expect(errorOf(missing)[1]).toBe(
      '[2]: version conflict, required seqNo [0], primary term [1]. but no document was found',
    );
  });

  it.each([
    ['external', 5, undefined],
    ['external', 4, 'current version [4] is higher or equal to the one provided [4]'],
    ['external_gte', 4, undefined],
    ['external_gte', 3, 'current version [4] is higher than the one provided [3]'],
  ])('takes versions from outside: %s %d over 4 (rest-layer B.2)', async (type, version, conflict) => {
    await given.call('PUT', '/books/_doc/1?version=4&version_type=external', {});
    const answer = await given.call('PUT', `/books/_doc/1?version=${version}&version_type=${type}`, {});
    if (conflict === undefined) expect(answer.body).toMatchObject({ _version: version, result: 'updated' });
    else expect(errorOf(answer)[1]).toBe(`[1]: version conflict, ${conflict}`);
  });

  it('keeps a source as it was sent, odd keys and big integers included (rest-layer B.4)', async () => {
    const source = '{"b":9007199254740993,"a":[],"__proto__":{"x":1},"constructor":null}';
    await given.call('PUT', '/books/_doc/1', source);
    const answer = await given.call('GET', '/books/_source/1');
    expect(answer.text).toBe(source);
  });

  it('writes through an alias to its index, and to the write index of many (rest-layer B.1)', async () => {
    await given.call('PUT', '/books-1', { aliases: { books: {} } });
    expect((await given.call('PUT', '/books/_doc/1', {})).body).toMatchObject({ _index: 'books-1' });
    await given.call('PUT', '/books-2', { aliases: { books: {} } });
    expect(errorOf(await given.call('PUT', '/books/_doc/1', {}))).toEqual([
      'illegal_argument_exception',
      'no write index is defined for alias [books]. The write index may be explicitly disabled using ' +
        'is_write_index=false or the alias points to multiple indices without one being designated as a write index',
    ]);
    await given.call('POST', '/_aliases', {
      actions: [{ add: { index: 'books-2', alias: 'books', is_write_index: true } }],
    });
    expect((await given.call('PUT', '/books/_doc/1', {})).body).toMatchObject({ _index: 'books-2' });
  });

  it('makes the connector index with its template, aliases and all (connectors §5)', async () => {
    await given.call('PUT', '/.elastic-connectors-sync-jobs-v1/_doc/1', { status: 'pending' });
    expect(given.es.syncJob('1')).toEqual({ status: 'pending' });
    const found = await given.call('GET', '/.elastic-connectors-sync-jobs/_doc/1');
    expect(found.body).toMatchObject({ _index: '.elastic-connectors-sync-jobs-v1', found: true });
  });

  it('reads date math in names on the clock of the fake (rest-layer B.1)', async () => {
    const answer = await given.call('PUT', `/${encodeURIComponent('<logs-{now/d}>')}/_doc/1`, {});
    expect(answer.body).toMatchObject({ _index: 'logs-2024.06.01' });
  });
});

describeDocuments('create', (given) => {
  it('creates once and conflicts then (rest-layer B.3)', async () => {
    expect((await given.call('PUT', '/books/_create/1', {})).status).toBe(201);
    const again = await given.call('POST', '/books/_create/1', {});
    expect(again.status).toBe(409);
    expect(errorOf(again)).toEqual([
      'version_conflict_engine_exception',
      '[1]: version conflict, document already exists (current version [1])',
    ]);
    expect((await given.call('PUT', '/books/_doc/1?op_type=create', {})).status).toBe(409);
  });
});
