import { describeDocuments, errorOf } from './describe-documents.js';

describeDocuments('update', (given) => {
  beforeEach(() =>
    given.call('PUT', '/books/_doc/1', { title: 'Dune', author: { name: 'Herbert' }, tags: ['a', 'b'] }),
  );

  const source = () => given.es.document('books', '1')?._source;

  it('merges objects and replaces everything else (rest-layer B.5)', async () => {
    const doc = { author: { born: 1920 }, tags: ['c'], title: null, n: { m: 1 } };
    const answer = await given.call('POST', '/books/_update/1', { doc });
    expect(answer.text).toBe(
      '{"_index":"books","_id":"1","_version":2,"result":"updated",' +
        '"_shards":{"total":2,"successful":1,"failed":0},"_seq_no":1,"_primary_term":1}',
    );
    expect(JSON.stringify(source())).toBe(
      '{"title":null,"author":{"name":"Herbert","born":1920},"tags":["c"],"n":{"m":1}}',
    );
  });

  it('notices that nothing changes: same version, no shards (rest-layer B.5)', async () => {
    const answer = await given.call('POST', '/books/_update/1', { doc: { author: { name: 'Herbert' } } });
    expect(answer.text).toBe(
      '{"_index":"books","_id":"1","_version":1,"result":"noop",' +
        '"_shards":{"total":0,"successful":0,"failed":0},"_seq_no":0,"_primary_term":1}',
    );
    const insisted = await given.call('POST', '/books/_update/1', {
      doc: { title: 'Dune' },
      detect_noop: false,
    });
    expect(insisted.body).toMatchObject({ _version: 2, result: 'updated' });
  });

  it('inserts what it brings for a missing document, with 201 and Location (rest-layer B.5)', async () => {
    const upserted = await given.call('POST', '/books/_update/2', { doc: { a: 1 }, upsert: { b: 1 } });
    expect([upserted.status, upserted.headers['location']]).toEqual([201, '/books/_doc/2']);
    expect(given.es.document('books', '2')?._source).toEqual({ b: 1 });
    const doc = await given.call('POST', '/books/_update/3?doc_as_upsert=true', { doc: { a: 1 } });
    expect(doc.body).toMatchObject({ result: 'created', _version: 1 });
    expect(given.es.document('books', '3')?._source).toEqual({ a: 1 });
  });

  it('upserts without running a script unless told to (rest-layer B.5)', async () => {
    const answer = await given.call('POST', '/books/_update/4', { script: 'x', upsert: { a: 1 } });
    expect(answer.status).toBe(201);
    const scripted = await given.call('POST', '/books/_update/5', {
      script: 'x',
      upsert: {},
      scripted_upsert: true,
    });
    expect(errorOf(scripted)).toEqual(['illegal_argument_exception', 'failed to execute script']);
  });

  it('compares the sequence number, and misses a missing document first (rest-layer B.5)', async () => {
    const path = (id: number, seqNo: number) => `/books/_update/${id}?if_seq_no=${seqNo}&if_primary_term=1`;
    expect((await given.call('POST', path(1, 0), { doc: { a: 1 } })).status).toBe(200);
    const conflict = await given.call('POST', path(1, 0), { doc: { a: 2 } });
    expect([conflict.status, errorOf(conflict)[1]]).toEqual([
      409,
      '[1]: version conflict, required seqNo [0], primary term [1]. ' +
        'current document has seqNo [1] and primary term [1]',
    ]);
    expect((await given.call('POST', path(9, 0), { doc: {} })).status).toBe(404);
    const inBody = await given.call('POST', '/books/_update/1', {
      doc: {},
      if_seq_no: 0,
      if_primary_term: 1,
    });
    expect(inBody.status).toBe(409);
  });

  it('shows the document where its source is asked for (rest-layer B.5)', async () => {
    const answer = await given.call('POST', '/books/_update/1?_source=title', { doc: { n: 1 } });
    expect(answer.body).toMatchObject({
      get: { _seq_no: 1, _primary_term: 1, found: true, _source: { title: 'Dune' } },
    });
    const noop = await given.call('POST', '/books/_update/1', { doc: { n: 1 }, _source: true });
    expect(noop.body).toMatchObject({ result: 'noop', get: { found: true } });
  });

  it('keeps the routing of the document (rest-layer B.5)', async () => {
    await given.call('PUT', '/books/_doc/7?routing=r', { a: 1 });
    await given.call('POST', '/books/_update/7?routing=r', { doc: { a: 2 } });
    expect((await given.call('GET', '/books/_doc/7?routing=r')).body).toMatchObject({ _routing: 'r' });
  });

  it('makes a missing index before it misses the document (rest-layer B.5)', async () => {
    expect((await given.call('POST', '/fresh/_update/1', { doc: {} })).status).toBe(404);
    expect((await given.call('GET', '/fresh/_count')).body).toMatchObject({ count: 0 });
  });
});

describeDocuments('delete', (given) => {
  it('deletes with the next version, and tells a missing document without an error (rest-layer B.6)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    const answer = await given.call('DELETE', '/books/_doc/1?refresh=true');
    expect(answer.text).toBe(
      '{"_index":"books","_id":"1","_version":2,"result":"deleted","forced_refresh":true,' +
        '"_shards":{"total":2,"successful":1,"failed":0},"_seq_no":1,"_primary_term":1}',
    );
    const missing = await given.call('DELETE', '/books/_doc/2');
    expect(missing.status).toBe(404);
    expect(missing.body).toMatchObject({ result: 'not_found', _version: 1, _seq_no: 2 });
  });

  it('deletes on the condition of a sequence number or of an outer version (rest-layer B.6)', async () => {
    await given.call('PUT', '/books/_doc/1', {});
    const conflict = await given.call('DELETE', '/books/_doc/1?if_seq_no=3&if_primary_term=1');
    expect(conflict.status).toBe(409);
    expect((await given.call('DELETE', '/books/_doc/1?version=5&version_type=external')).body).toMatchObject({
      _version: 5,
    });
    expect((await given.call('PUT', '/books/_doc/1?version=5&version_type=external', {})).status).toBe(409);
  });

  it('makes a missing index for an outer version only (ES: TransportBulkAction)', async () => {
    expect((await given.call('DELETE', '/books/_doc/1')).status).toBe(404);
    const answer = await given.call('DELETE', '/books/_doc/1?version=5&version_type=external');
    expect(answer.body).toMatchObject({ result: 'not_found', _version: 5, _seq_no: 0 });
  });
});
