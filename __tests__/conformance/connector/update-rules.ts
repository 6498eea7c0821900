import type { Conformance } from '../describe-adapters.js';
import { plainError } from '../describe-adapters.js';
import { connectorNotFound, documentMissing, validationFailure } from './failures.js';

export interface UpdateEndpoint {
  /** What follows `/_connector/{connector_id}/`. */
  readonly path: string;
  /** A body that is fine; none if the endpoint takes none. */
  readonly body?: unknown;
  /** Whether it reads the connector before it writes (connectors §1.7). */
  readonly readsFirst: boolean;
}

/** What all updates of a connector have in common. */
export function behavesAsUpdate(given: Conformance, { path, body, readsFirst }: UpdateEndpoint): void {
  const update = (id: string, sent = body, method = 'PUT') =>
    given.call(method, `/_connector/${id}/${path}`, sent);
  const missing = readsFirst ? connectorNotFound : documentMissing;

  it('answers 404 for a connector that is not there (connectors §1.3)', async () => {
    await given.call('PUT', '/_connector/other', {});
    expect(await update('nope')).toMatchObject({ status: 404, body: missing('nope') });
  });

  it('answers the same before there is an index (connectors §1.3, §5)', async () => {
    given.es.reset();
    expect((await update('nope')).body).toEqual(missing('nope'));
    const list: unknown = (await given.call('GET', '/_connector')).body;
    expect(list).toEqual({ count: 0, results: [] });
  });

  it(`${readsFirst ? 'does not see' : 'updates'} a soft-deleted connector (connectors §1.7)`, async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'search-1' });
    await given.call('DELETE', '/_connector/a');
    const answer = await update('a');
    if (readsFirst) expect(answer).toMatchObject({ status: 404, body: connectorNotFound('a') });
    else expect(answer.status).toBe(200);
    expect(given.es.connector('a')).toMatchObject({ deleted: true });
  });

  it('refuses an empty id (connectors §1.1)', async () => {
    expect(await update('')).toMatchObject({
      status: 400,
      body: validationFailure('[connector_id] cannot be [null] or [""].'),
    });
  });

  it('is a PUT only (connectors §1.1)', async () => {
    const answer = await update('a', body, 'POST');
    expect(answer).toMatchObject({
      status: 405,
      headers: { allow: 'PUT' },
      body: {
        error: `Incorrect HTTP method for uri [/_connector/a/${path}] and method [POST], allowed: [PUT]`,
        status: 405,
      },
    });
  });

  if (body === undefined) {
    it('takes no body (connectors §1.1)', async () => {
      await given.call('PUT', '/_connector/a', {});
      expect(await update('a', {})).toMatchObject({
        status: 400,
        body: plainError(
          400,
          'illegal_argument_exception',
          `request [PUT /_connector/a/${path}] does not support having a body`,
        ),
      });
    });
  } else {
    it('requires a body (connectors §1.1)', async () => {
      expect((await given.call('PUT', `/_connector/a/${path}`)).body).toEqual(
        plainError(400, 'parse_exception', 'request body is required'),
      );
    });
  }

  it('refuses parameters it does not know (connectors §1.1)', async () => {
    const answer = await given.call('PUT', `/_connector/a/${path}?foo=1`, body);
    expect(answer.body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        `request [/_connector/a/${path}] contains unrecognized parameter: [foo]`,
      ),
    );
  });
}
