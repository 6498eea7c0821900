import { describeAdapters } from '../conformance/describe-adapters.js';

const TEXT = 'A short text of forty-two characters, no more';
const encode = (text: string | Buffer): string => Buffer.from(text).toString('base64');

describeAdapters('attachment (ES: ingest_attachment/20_attachment_processor.yml)', (given) => {
  const attach = async (source: object, options: object = {}) => {
    const processors = [{ attachment: { field: 'file', ...options } }];
    const { body } = await given.call('POST', '/_ingest/pipeline/_simulate', {
      pipeline: { processors },
      docs: [{ _source: source }],
    });
    const [{ doc, error }] = body.docs as [
      { doc?: { _source: Record<string, unknown> }; error?: { reason: string } },
    ];
    return doc?._source['attachment'] ?? error?.reason;
  };

  it('counts the line break that ends every text, and tells the charset', async () => {
    expect(await attach({ file: encode(TEXT) })).toEqual({
      content: TEXT,
      content_type: 'text/plain; charset=ISO-8859-1',
      content_length: TEXT.length + 1,
    });
    expect(await attach({ file: encode('Grüße\n') })).toMatchObject({
      content: 'Grüße',
      content_type: 'text/plain; charset=UTF-8',
      content_length: 7,
    });
    expect(await attach({ file: encode('a\r\nb') })).toMatchObject({
      content_type: 'text/plain; charset=windows-1252',
    });
  });

  it('takes as much as it is told to, by the document first', async () => {
    const options = { indexed_chars: 7, indexed_chars_field: 'most' };
    expect(await attach({ file: encode(TEXT) }, options)).toMatchObject({
      content: 'A short',
      content_length: 7,
    });
    expect(await attach({ file: encode(TEXT), most: 2 }, options)).toMatchObject({
      content: 'A',
      content_length: 2,
    });
    expect(await attach({ file: encode(TEXT), most: -1 }, options)).toMatchObject({ content: TEXT });
    expect(await attach({ file: encode(TEXT), most: '2' }, options)).toBe(
      'field [most] of type [java.lang.String] cannot be cast to [java.lang.Integer]',
    );
  });

  it('gives the properties that are wanted', async () => {
    expect(await attach({ file: encode(TEXT) }, { properties: ['content_length', 'TITLE'] })).toEqual({
      content_length: TEXT.length + 1,
    });
  });

  it.each<[unknown, string]>([
    [null, 'field [file] is null, cannot parse.'],
    [5, 'Content field [file] of unknown type [java.lang.Integer], must be string or byte array'],
    ['ab c', 'Illegal base64 character 20'],
    ['YQ', ''],
    ['YWI=c', 'Input byte array has incorrect ending byte at 4'],
    ['YQ=', 'Input byte array has wrong 4-byte ending unit'],
    ['YWFhY', 'Last unit does not have enough valid bits'],
  ])('reads %j as Java does (ES: `IngestDocument.getFieldValueAsBytes`)', async (file, reason) => {
    const attached = await attach({ file });
    if (reason === '') expect(attached).toMatchObject({ content: 'a' });
    else expect(attached).toBe(reason);
  });

  it('has nothing to say of an empty file', async () => {
    expect(await attach({ file: '' })).toEqual({
      content_type: 'application/octet-stream',
      content_length: 0,
    });
  });
});
