import { describeDocuments } from './describe-documents.js';

describeDocuments('ip fields', (given) => {
  beforeEach(async () => {
    const properties = { ip: { type: 'ip' }, any: { type: 'ip', ignore_malformed: true } };
    await given.call('PUT', '/hosts', { mappings: { properties } });
  });

  it.each(['127.0.0.1', '::', '::1', 'fe80::1:A', '1:2:3:4:5:6:7:8', '::ffff:10.0.0.255', '1::2:3:4:5:6:7'])(
    'take %s',
    async (ip) => {
      expect((await given.call('PUT', '/hosts/_doc/1', { ip })).status).toBe(201);
    },
  );

  it.each([
    '',
    'quux',
    ':::1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7::8',
    '256.0.0.1',
    '1.2.3',
    '01.2.3.4',
    '::1.2.3',
    'g::',
  ])('refuse %j (ES: IpFieldMapper, InetAddresses)', async (ip) => {
    const { status, body } = await given.call('PUT', '/hosts/_doc/1', { ip });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: {
        type: 'document_parsing_exception',
        reason: `[1:7] failed to parse field [ip] of type [ip] in document with id '1'. Preview of field's value: '${ip}'`,
        caused_by: { type: 'illegal_argument_exception', reason: `'${ip}' is not an IP string literal.` },
      },
    });
  });

  it('leave out what is malformed where that is ignored (ES: 200_ignore_malformed)', async () => {
    await given.call('PUT', '/hosts/_doc/1', { any: ['quux', '10.0.0.1'] });
    const query = { exists: { field: '_ignored' } };
    const asked = { query, _source: false, fields: ['any'] };
    const { body } = await given.call('POST', '/hosts/_search?filter_path=hits.hits', asked);
    expect(body).toMatchObject({
      hits: {
        hits: [{ _ignored: ['any'], fields: { any: ['10.0.0.1'] }, ignored_field_values: { any: ['quux'] } }],
      },
    });
  });
});
