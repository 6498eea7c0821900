import { describeAdapters, plainError } from '../describe-adapters.js';
import { connectorNotFound } from './failures.js';
import { seedConnector } from './seed.js';

describeAdapters('connector.get', (given) => {
  const get = (id: string) => given.call('GET', `/_connector/${id}`);

  it('shows the id first and the source as it is stored (connectors §2.3)', async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'search-1' });
    await given.call('PUT', '/_connector/a/_index_name', { index_name: null });
    await given.call('PUT', '/_connector/a/_error', { error: null });
    const answer = await get('a');
    const body: unknown = answer.body;
    const { status } = answer;
    expect(status).toBe(200);
    expect(Object.keys(body as object)[0]).toBe('id');
    expect(body).toMatchObject({ id: 'a', index_name: null, error: null });
    expect(body).toEqual({ id: 'a', ...given.es.connector('a') });
  });

  it('decodes the id', async () => {
    await given.call('PUT', '/_connector/a%20b%2Fc', {});
    expect((await get('a%20b%2Fc')).body).toMatchObject({ id: 'a b/c' });
  });

  it('answers 404 for what is not there, index or not (connectors §1.3)', async () => {
    expect(await get('nope')).toMatchObject({ status: 404, body: connectorNotFound('nope') });
    await given.call('PUT', '/_connector/a', {});
    expect((await get('nope')).body).toEqual(connectorNotFound('nope'));
  });

  it('shows a soft-deleted connector only if asked (connectors §3.2)', async () => {
    seedConnector(given.es, 'a', { deleted: true });
    expect((await get('a')).body).toEqual(connectorNotFound('a'));
    expect((await get('a?include_deleted=false')).body).toEqual(connectorNotFound('a'));
    for (const query of ['include_deleted=true', 'include_deleted', 'include_deleted=']) {
      expect(await get(`a?${query}`)).toMatchObject({ status: 200, body: { id: 'a', deleted: true } });
    }
    expect((await get('a?include_deleted=1')).body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'Failed to parse value [1] as only [true] or [false] are allowed.',
      ),
    );
  });

  // nock drops the bodies of GET requests before anyone sees them, hence no adapter here.
  it('refuses a body (connectors §1.1)', () => {
    const { bodyText } = given.es.handle({
      method: 'GET',
      rawPath: '/_connector/a',
      rawQuery: '',
      headers: { 'content-type': 'application/json' },
      bodyText: '{}',
    });
    expect(JSON.parse(bodyText)).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'request [GET /_connector/a] does not support having a body',
      ),
    );
  });
});

describeAdapters(
  'connector.get before 9.0',
  (given) => {
    it('does not know include_deleted, nor soft deletes (connectors §9)', async () => {
      seedConnector(given.es, 'a', { deleted: true });
      expect((await given.call('GET', '/_connector/a')).status).toBe(200);
      expect((await given.call('GET', '/_connector/a?include_deleted=true')).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'request [/_connector/a] contains unrecognized parameter: [include_deleted]',
        ),
      );
    });
  },
  { version: '8.19.2' },
);
