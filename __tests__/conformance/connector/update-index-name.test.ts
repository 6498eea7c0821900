import { describeAdapters, plainError } from '../describe-adapters.js';
import { connectorNotFound, parseFailure, requiredFailure, validationFailure } from './failures.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_index_name_request';

describeAdapters('connector.update_index_name', (given) => {
  const update = (body: unknown, id = 'a') => given.call('PUT', `/_connector/${id}/_index_name`, body);

  behavesAsUpdate(given, { path: '_index_name', body: { index_name: 'search-2' }, readsFirst: true });

  beforeEach(() => given.call('PUT', '/_connector/a', { index_name: 'search-a' }));

  it('attaches another index, or none; the status stays (connectors §3.13)', async () => {
    expect((await update({ index_name: 'search-b' })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toMatchObject({ index_name: 'search-b', status: 'created' });
    expect((await update({ index_name: 'search-b' })).body).toEqual({ result: 'noop' });
    expect((await update({ index_name: null })).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')?.index_name).toBeNull();
    expect((await update({ index_name: null })).body).toEqual({ result: 'noop' });
  });

  it('stores the first null (connectors §1.5)', async () => {
    await given.call('PUT', '/_connector/bare', {});
    expect((await update({ index_name: null }, 'bare')).body).toEqual({ result: 'updated' });
  });

  it('refuses a name in use before it looks for the connector (connectors §3.13)', async () => {
    await given.call('PUT', '/_connector/b', { index_name: 'search-b' });
    const used = plainError(400, 'status_exception', 'Index name [search-b] is used by another connector.');
    expect((await update({ index_name: 'search-b' })).body).toEqual(used);
    expect((await update({ index_name: 'search-b' }, 'nope')).body).toEqual(used);
    expect((await update({ index_name: 'search-c' }, 'nope')).body).toEqual(connectorNotFound('nope'));
    await given.call('DELETE', '/_connector/b');
    expect((await update({ index_name: 'search-b' })).body).toEqual({ result: 'updated' });
  });

  it('wants the prefix for a native connector (connectors §3.13)', async () => {
    await given.call('PUT', '/_connector/n', { is_native: true });
    expect((await update({ index_name: 'search-n' }, 'n')).body).toEqual(
      plainError(
        400,
        'status_exception',
        "Index attached to an Elastic-managed connector must start with the prefix: [content-]. The index name in the payload [search-n] doesn't comply with this requirement.",
      ),
    );
    expect((await update({ index_name: 'content-n' }, 'n')).body).toEqual({ result: 'updated' });
    expect((await update({ index_name: null }, 'n')).body).toEqual({ result: 'updated' });
  });

  it('wants the key and a usable name (connectors §3.13)', async () => {
    expect((await update({})).body).toEqual(requiredFailure('index_name'));
    expect((await update({ index_name: '_x' }, '')).body).toEqual(
      validationFailure(
        '[connector_id] cannot be [null] or [""].',
        "[_x] org.elasticsearch.indices.InvalidIndexNameException: Invalid index name [_x], must not start with '_', '-', or '+'",
      ),
    );
    expect((await update('{"index_name":{"field_1":"test"}}')).body).toEqual(
      parseFailure([`[1:15] [${PARSER}] index_name doesn't support values of type: START_OBJECT`]),
    );
  });
});

describeAdapters(
  'connector.update_index_name before 9.0',
  (given) => {
    it('gives a native connector any index (connectors §9)', async () => {
      await given.call('PUT', '/_connector/n', { is_native: true });
      expect((await given.call('PUT', '/_connector/n/_index_name', { index_name: 'search-n' })).body).toEqual(
        {
          result: 'updated',
        },
      );
    });
  },
  { version: '8.19.2' },
);
