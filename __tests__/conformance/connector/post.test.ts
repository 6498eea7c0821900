import { describeAdapters, plainError } from '../describe-adapters.js';
import { parseFailure, validationFailure } from './failures.js';
import { FRESH } from './fresh.js';

describeAdapters('connector.post', (given) => {
  const post = (body?: unknown) => given.call('POST', '/_connector', body);

  it('creates a connector under an automatic id (connectors §3.1)', async () => {
    const answer = await post({ index_name: 'search-1', service_type: 'folder' });
    expect(answer).toMatchObject({
      status: 201,
      body: { id: expect.stringMatching(/^[\w-]{20}$/) as unknown, result: 'created' },
    });
    expect(answer.headers.location).toBeUndefined();
    const { id } = answer.body as { id: string };
    expect(given.es.connector(id)).toEqual({ ...FRESH, index_name: 'search-1', service_type: 'folder' });
  });

  it('needs no body (connectors §3.1)', async () => {
    expect((await post()).status).toBe(201);
  });

  it('refuses an index name in use (connectors §3.1)', async () => {
    await post({ index_name: 'search-1' });
    expect((await post({ index_name: 'search-1' })).body).toEqual(
      plainError(400, 'status_exception', 'Index name [search-1] is used by another connector.'),
    );
  });

  it('checks as PUT does, under the same parser name (connectors §3.1)', async () => {
    expect((await post('{"x":1}')).body).toEqual(
      parseFailure(['[1:2] [connector_put_request] unknown field [x]']),
    );
    expect((await post({ index_name: 'a', is_native: true })).body).toEqual(
      validationFailure(
        'Index [a] is invalid. Index attached to an Elastic-managed connector must start with the prefix: [content-]',
      ),
    );
  });
});
