import { describeAdapters } from '../describe-adapters.js';
import { classCast } from './failures.js';

const WHOLE = { is_native: false, status: 'created', index_name: 'search-1', service_type: 'folder' };
const STRING = 'java.lang.String';
const BOOLEAN = 'java.lang.Boolean';

/** Somebody else wrote the connector: the index takes what the API would not (ES: ConnectorIndexService). */
describeAdapters('connectors stored by others', (given) => {
  const store = (fields: object) =>
    given.call('PUT', '/.elastic-connectors/_doc/a?refresh=true', { ...WHOLE, ...fields });
  const update = (path: string, body: unknown) => given.call('PUT', `/_connector/a/${path}`, body);

  beforeEach(() => given.call('PUT', '/_connector/a'));

  it.each([
    [5, 'java.lang.Integer'],
    [5_000_000_000, 'java.lang.Long'],
    [0.5, 'java.lang.Double'],
    [true, BOOLEAN],
    [['created'], 'java.util.ArrayList'],
  ])('takes the status %j for text', async (status, javaClass) => {
    expect((await store({ status })).status).toBe(200);
    const cast = classCast(javaClass, STRING);
    expect(await update('_status', { status: 'error' })).toMatchObject({ status: 500, body: cast });
    expect((await update('_service_type', { service_type: 's' })).body).toEqual(cast);
    expect((await update('_native', { is_native: false })).body).toEqual(cast);
  });

  it('takes the index name for text where it looks at it, wanted or not', async () => {
    await store({ index_name: 7 });
    const cast = classCast('java.lang.Integer', STRING);
    expect((await update('_native', { is_native: true })).body).toEqual(cast);
    expect((await update('_native', { is_native: false })).body).toEqual(cast);
    expect((await update('_status', { status: 'error' })).status).toBe(200);
  });

  it('takes is_native for a boolean, which the mapping reads from text, too', async () => {
    await store({ is_native: 'true' });
    expect((await update('_index_name', { index_name: 'search-2' })).body).toEqual(
      classCast(STRING, BOOLEAN),
    );
  });

  it('takes `deleted` for a boolean unless deleted connectors are wanted', async () => {
    await store({ deleted: 'true' });
    expect((await given.call('GET', '/_connector/a')).body).toEqual(classCast(STRING, BOOLEAN));
    expect((await given.call('DELETE', '/_connector/a')).body).toEqual(classCast(STRING, BOOLEAN));
    expect((await given.call('GET', '/_connector/a?include_deleted=true')).body).toMatchObject({
      deleted: 'true',
    });
    expect((await given.call('GET', '/_connector')).body).toMatchObject({ count: 0 });
  });

  it('takes the configuration for a map', async () => {
    await store({ configuration: [{ a: {} }] });
    expect((await update('_configuration', { values: { a: 1 } })).body).toEqual(
      classCast('java.util.ArrayList', 'java.util.Map'),
    );
  });

  it('gives a job no configuration if the connector has none (ES: ConnectorSyncJob.toInnerXContent)', async () => {
    await store({});
    const { body } = await given.call('POST', '/_connector/_sync_job', { id: 'a' });
    expect(given.es.syncJob((body as { id: string }).id)?.connector).toEqual({
      id: 'a',
      index_name: 'search-1',
      service_type: 'folder',
    });
  });
});
