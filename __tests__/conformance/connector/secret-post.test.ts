import { describeAdapters, plainError } from '../describe-adapters.js';
import { parseFailure, validationFailure } from './failures.js';

const EMPTY = validationFailure('[value] of the connector secret cannot be [null] or [""]');

describeAdapters('connector.secret_post', (given) => {
  const post = (body?: unknown) => given.call('POST', '/_connector/_secret', body);

  it('keeps a secret under an automatic id and answers 200 (connectors §4)', async () => {
    const answer = await post({ value: 'my-secret' });
    expect(answer).toMatchObject({
      status: 200,
      body: { id: expect.stringMatching(/^[\w-]{20}$/) as unknown },
    });
    const { id } = answer.body as { id: string };
    expect((await given.call('GET', `/_connector/_secret/${id}`)).body).toEqual({ id, value: 'my-secret' });
    expect(given.es.document('.connector-secrets', id)?._source).toEqual({ value: 'my-secret' });
  });

  it('refuses no value and an empty one (connectors §4)', async () => {
    expect((await post({})).body).toEqual(EMPTY);
    expect(await post({ value: '' })).toMatchObject({ status: 400, body: EMPTY });
  });

  it.each([
    ['{"value":null}', "[1:10] [post_secret_request] value doesn't support values of type: VALUE_NULL"],
    ['{"values":"x"}', '[1:2] [post_secret_request] unknown field [values] did you mean [value]?'],
  ])('refuses %s (connectors §4)', async (body, reason) => {
    expect((await post(body)).body).toEqual(parseFailure([reason]));
  });

  it('requires a body', async () => {
    expect((await post()).body).toEqual(plainError(400, 'parse_exception', 'request body is required'));
  });
});
