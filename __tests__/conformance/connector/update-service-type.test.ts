import { describeAdapters } from '../describe-adapters.js';
import { parseFailure, requiredFailure, validationFailure } from './failures.js';
import { seedConnector } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_service_type_request';

describeAdapters('connector.update_service_type', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_service_type`, body);

  behavesAsUpdate(given, { path: '_service_type', body: { service_type: 'wiki' }, readsFirst: true });

  it.each([
    ['created', 'created'],
    ['needs_configuration', 'needs_configuration'],
    ['configured', 'needs_configuration'],
    ['connected', 'needs_configuration'],
    ['error', 'needs_configuration'],
  ])('turns %s into %s and keeps the configuration (connectors §3.18)', async (before, after) => {
    const configuration = {
      k: { default_value: null, label: 'x', required: false, sensitive: false, value: 1 },
    };
    seedConnector(given.es, 'a', { status: before, configuration });
    expect((await update({ service_type: 'wiki' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ service_type: 'wiki', status: after, configuration });
    expect((await update({ service_type: 'wiki' })).body).toEqual({ result: 'noop' });
  });

  it('wants a service type (connectors §3.18)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('service_type'));
    expect((await update({ service_type: '' }, '')).body).toEqual(
      validationFailure(
        '[connector_id] cannot be [null] or [""].',
        '[service_type] cannot be [null] or [""].',
      ),
    );
    expect((await update('{"service_type":null}')).body).toEqual(
      parseFailure([`[1:17] [${PARSER}] service_type doesn't support values of type: VALUE_NULL`]),
    );
  });
});
