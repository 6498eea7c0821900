import { describeAdapters, plainError } from '../describe-adapters.js';
import { parseFailure, requiredFailure } from './failures.js';
import { seedConnector } from './seed.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_native_request';

describeAdapters('connector.update_native', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_native`, body);

  behavesAsUpdate(given, { path: '_native', body: { is_native: true }, readsFirst: true });

  it('writes is_native (connectors §3.15)', async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'content-a' });
    expect((await update({ is_native: true })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ is_native: true, status: 'created' });
    expect((await update({ is_native: true })).body).toEqual({ result: 'noop' });
    expect((await update({ is_native: 'false' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ is_native: false });
  });

  it.each([
    ['created', 'created'],
    ['needs_configuration', 'needs_configuration'],
    ['configured', 'configured'],
    ['connected', 'configured'],
    ['error', 'error'],
  ])('turns %s into %s (connectors §3.15)', async (before, after) => {
    seedConnector(given.es, 'a', { status: before, index_name: 'content-a' });
    await update({ is_native: true });
    expect(given.es.connector('a')).toMatchObject({ is_native: true, status: after });
  });

  it('refuses an index without the prefix; none is fine (connectors §3.15)', async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'search-a' });
    expect((await update({ is_native: true })).body).toEqual(
      plainError(
        400,
        'status_exception',
        'The index name [search-a] attached to the connector [a] must start with the required prefix: [content-] to be Elastic-managed. Please update the attached index first to comply with this requirement.',
      ),
    );
    expect((await update({ is_native: false })).body).toEqual({ result: 'noop' });
    await given.call('PUT', '/_connector/a/_index_name', { index_name: null });
    expect((await update({ is_native: true })).body).toEqual({ result: 'updated' });
  });

  it('wants a boolean (connectors §3.15)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('is_native'));
    expect((await update('{"is_native":{"field_1":"test"}}')).body).toEqual(
      parseFailure([`[1:14] [${PARSER}] is_native doesn't support values of type: START_OBJECT`]),
    );
  });
});

describeAdapters(
  'connector.update_native before 9.0',
  (given) => {
    it('takes any index and configures the connector, whatever it was (connectors §9)', async () => {
      await given.call('PUT', '/_connector/a', { index_name: 'search-a' });
      expect((await given.call('PUT', '/_connector/a/_native', { is_native: true })).body).toEqual({
        result: 'updated',
      });
      expect(given.es.connector('a')).toMatchObject({ is_native: true, status: 'configured' });
      await given.call('PUT', '/_connector/a/_native', { is_native: false });
      expect(given.es.connector('a')).toMatchObject({ is_native: false, status: 'configured' });
    });
  },
  { version: '8.19.2' },
);
