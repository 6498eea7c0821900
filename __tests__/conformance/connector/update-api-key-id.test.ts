import { describeAdapters } from '../describe-adapters.js';
import { parseFailure, validationFailure } from './failures.js';
import { FRESH } from './fresh.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_api_key_id_request';
const NEITHER =
  '[api_key_id] and [api_key_secret_id] cannot both be [null]. Please provide a value for at least one of them.';

describeAdapters('connector.update_api_key_id', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_api_key_id`, body);

  behavesAsUpdate(given, { path: '_api_key_id', body: { api_key_id: 'k' }, readsFirst: false });

  it('writes what is not null; a null clears nothing (connectors §3.6)', async () => {
    await given.call('PUT', '/_connector/a', {});
    expect((await update({ api_key_id: 'k' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, api_key_id: 'k' });
    expect((await update({ api_key_id: null, api_key_secret_id: 's' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, api_key_id: 'k', api_key_secret_id: 's' });
    expect((await update({ api_key_id: 'k', api_key_secret_id: 's' })).body).toEqual({ result: 'noop' });
    expect((await update({ api_key_id: '' })).body).toEqual({ result: 'updated' });
  });

  it.each([{}, { api_key_id: null }, { api_key_id: null, api_key_secret_id: null }])(
    'refuses %j (connectors §3.6)',
    async (body) => {
      expect((await update(body)).body).toEqual(validationFailure(NEITHER));
    },
  );

  it('collects both messages (connectors §1.2)', async () => {
    expect((await update({}, '')).body).toEqual(
      validationFailure('[connector_id] cannot be [null] or [""].', NEITHER),
    );
  });

  it.each([
    ['{"api_key_id":1}', `[1:15] [${PARSER}] api_key_id doesn't support values of type: VALUE_NUMBER`],
    ['{"id":"x"}', `[1:2] [${PARSER}] unknown field [id]`],
  ])('refuses %s (connectors §1.3)', async (body, reason) => {
    expect((await update(body)).body).toEqual(parseFailure([reason]));
  });
});
