import { describeAdapters, plainError } from './describe-adapters.js';

const SIMPLE = (error: string) => ({ error, status: 406 });

describeAdapters('formats that are not emulated', (given) => {
  const { call } = given;

  it.each(['yaml', 'smile', 'cbor', 'CBOR'])('?format=%s is refused, and a gap', async (format) => {
    const answer = await call('GET', `/_connector?format=${format}`);
    expect(answer).toMatchObject({ status: 406, body: SIMPLE(`format [${format}] is not supported`) });
    expect(given.es.journal.unhandled).toMatchObject([{ api: 'connector.list', gap: `answer in ${format}` }]);
  });

  it.each([
    'application/yaml',
    'application/smile',
    'application/cbor',
    'application/vnd.elasticsearch+cbor; compatible-with=9',
  ])('Accept: %s is refused, and a gap', async (accept) => {
    const answer = await call('GET', '/_connector', undefined, { accept });
    expect(answer).toMatchObject({ status: 406, body: SIMPLE(`Accept header [${accept}] is not supported`) });
    expect(given.es.journal.unhandled).toMatchObject([{ gap: `answer in ${accept}` }]);
  });

  it.each(['application/yaml', 'application/smile', 'application/cbor'])(
    'a body of %s is refused, and a gap',
    async (type) => {
      const answer = await call('PUT', '/_connector/a', 'x', { 'content-type': type });
      expect(answer).toMatchObject({
        status: 406,
        body: SIMPLE(`Content-Type header [${type}] is not supported`),
      });
      expect(given.es.journal.unhandled).toMatchObject([{ gap: `body in ${type}` }]);
    },
  );

  it('what Elasticsearch refuses too is no gap', async () => {
    await call('PUT', '/_connector/a', 'x', { 'content-type': 'application/xml' });
    expect(given.es.journal.unhandled).toEqual([]);
  });

  it('a format goes before Accept, and an unknown one counts for nothing', async () => {
    const accept = { accept: 'application/yaml' };
    expect((await call('GET', '/_connector?format=json', undefined, accept)).status).toBe(200);
    expect((await call('GET', '/_connector?format=foo', undefined, accept)).status).toBe(406);
    expect((await call('GET', '/_connector?format=foo')).status).toBe(200);
    expect((await call('GET', '/_cat/indices?format=text', undefined, accept)).status).toBe(200);
  });

  it('changes nothing', async () => {
    await call('PUT', '/_connector/a?format=yaml', {});
    expect((await call('GET', '/_connector')).body).toEqual({ count: 0, results: [] });
  });
});

describeAdapters('?source= for a body (ES: RestRequest.contentOrSourceParam)', (given) => {
  const search = (query: string) => given.call('GET', `/_search?${query}`);

  it('goes with its type', async () => {
    const answer = await search('source={"size":0}&source_content_type=application/json%3B%20charset=utf-8');
    expect(answer).toMatchObject({ status: 200, body: { hits: { hits: [] } } });
  });

  it.each([
    ['', 'validation_exception', '1: source and source_content_type parameters are required;'],
    ['&source_content_type=a/b', 'validation_exception', '1: Unknown value for source_content_type [a/b];'],
    [
      '&source_content_type=application/yaml',
      'validation_exception',
      '1: Unknown value for source_content_type [application/yaml];',
    ],
  ])('is refused with %j', async (type, error, message) => {
    expect((await search(`source={}${type}`)).body).toEqual(
      plainError(400, error, `Validation Failed: ${message}`),
    );
  });

  it('is refused with a type that is none', async () => {
    expect((await search('source={}&source_content_type=json')).body).toEqual(
      plainError(400, 'illegal_argument_exception', 'invalid Content-Type header [json]'),
    );
  });

  it('stands in for no body of other endpoints', async () => {
    const path = '/_connector/_sync_job?source={}&source_content_type=application/json';
    expect((await given.call('POST', path)).body).toEqual(
      plainError(400, 'parse_exception', 'request body is required'),
    );
  });
});
