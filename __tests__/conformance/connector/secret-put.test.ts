import { describeAdapters } from '../describe-adapters.js';
import { NULL_POINTER, parseFailure, requiredFailure, validationFailure } from './failures.js';

describeAdapters('connector.secret_put', (given) => {
  const put = (body: unknown, id = 's') => given.call('PUT', `/_connector/_secret/${id}`, body);

  it('creates with 201 and replaces with 200 (connectors §4)', async () => {
    expect(await put({ value: 'one' })).toMatchObject({ status: 201, body: { result: 'created' } });
    expect(await put({ value: 'two' })).toMatchObject({ status: 200, body: { result: 'updated' } });
    expect((await put({ value: 'two' })).body).toEqual({ result: 'updated' });
    expect((await given.call('GET', '/_connector/_secret/s')).body).toEqual({ id: 's', value: 'two' });
  });

  it('wants a value (connectors §4)', async () => {
    expect((await put({})).body).toEqual(requiredFailure('value'));
    expect((await put({ value: '' })).body).toEqual(validationFailure('[value] cannot be [null] or [""]'));
    expect((await put('{"value":null}')).body).toEqual(
      parseFailure([
        "[1:10] [connector_secret_put_request] value doesn't support values of type: VALUE_NULL",
      ]),
    );
  });

  given.itExceptThrough('client', 'it sends a content type even without a body')(
    'has no type for a body that is not there (ES: RestPutConnectorSecretAction)',
    async () => {
      expect(await put(undefined)).toMatchObject({ status: 500, body: NULL_POINTER });
    },
  );

  it('reads a body that is not there as an empty one (ES: RestPutConnectorSecretAction)', async () => {
    const typed = { 'content-type': 'application/json' };
    expect((await given.call('PUT', '/_connector/_secret/s', undefined, typed)).body).toEqual(
      parseFailure(['[1:0] [connector_secret_put_request] Expected START_OBJECT but was: null']),
    );
  });

  it('does not take a secret for a connector', async () => {
    await put({ value: 'x' });
    expect((await given.call('GET', '/_connector')).body).toEqual({ count: 0, results: [] });
  });
});
