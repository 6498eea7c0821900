import { describeAdapters, plainError } from '../describe-adapters.js';
import { connectorNotFound } from './failures.js';

describeAdapters('connector.delete', (given) => {
  const remove = (id: string, query = '') => given.call('DELETE', `/_connector/${id}${query}`);
  const jobs = async (id: string) =>
    ((await given.call('GET', `/_connector/_sync_job?connector_id=${id}`)).body as { count: number }).count;

  async function createWithJobs(id: string, count: number): Promise<void> {
    await given.call('PUT', `/_connector/${id}`, { index_name: `search-${id}`, service_type: 'folder' });
    for (let at = 0; at < count; at += 1) await given.call('POST', '/_connector/_sync_job', { id });
  }

  it('marks the connector as deleted and keeps the rest of it (connectors §3.4)', async () => {
    await given.call('PUT', '/_connector/a', { index_name: 'search-1', name: 'n' });
    const before = given.es.connector('a');
    expect(await remove('a')).toMatchObject({ status: 200, body: { acknowledged: true } });
    expect(given.es.connector('a')).toEqual({ ...before, deleted: true });
    expect((await given.call('GET', '/_connector/a')).status).toBe(404);
    expect((await remove('a')).body).toEqual(connectorNotFound('a'));
    expect((await remove('a', '?hard=false')).status).toBe(404);
  });

  it('removes the document if asked, marked or not (connectors §3.4)', async () => {
    await given.call('PUT', '/_connector/a', {});
    await given.call('PUT', '/_connector/b', {});
    await remove('b');
    for (const id of ['a', 'b']) {
      expect((await remove(id, '?hard=true')).body).toEqual({ acknowledged: true });
      expect((await given.call('GET', `/_connector/${id}?include_deleted=true`)).body).toEqual(
        connectorNotFound(id),
      );
      expect(await remove(id, '?hard')).toMatchObject({ status: 404, body: connectorNotFound(id) });
    }
    expect((await given.call('GET', '/_connector')).body).toEqual({ count: 0, results: [] });
  });

  it.each(['', '?hard=true', '?delete_sync_jobs=true'])(
    'answers 404 before there is an index for %j (connectors §1.3)',
    async (query) => {
      expect((await remove('nope', query)).body).toEqual(connectorNotFound('nope'));
    },
  );

  it('leaves the sync jobs unless they are to go as well (connectors §3.4)', async () => {
    await createWithJobs('a', 3);
    await createWithJobs('b', 1);
    await remove('a', '?delete_sync_jobs=false');
    expect(await jobs('a')).toBe(3);
    await remove('a', '?hard=true&delete_sync_jobs=true');
    expect([await jobs('a'), await jobs('b')]).toEqual([0, 1]);
    await remove('b', '?delete_sync_jobs');
    expect(await jobs('b')).toBe(0);
    expect(given.es.connector('b')).toMatchObject({ deleted: true });
  });

  it('needs no sync job to delete any (ES: ConnectorSyncJobIndexService)', async () => {
    await createWithJobs('a', 0);
    expect((await remove('a', '?delete_sync_jobs=true')).body).toEqual({ acknowledged: true });
  });

  it.each(['hard', 'delete_sync_jobs'])('takes only true and false for %s', async (name) => {
    expect((await remove('a', `?${name}=x`)).body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'Failed to parse value [x] as only [true] or [false] are allowed.',
      ),
    );
  });

  it('refuses a body (connectors §1.1)', async () => {
    expect((await given.call('DELETE', '/_connector/a', {})).body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'request [DELETE /_connector/a] does not support having a body',
      ),
    );
  });

  it('needs an id: the path without one has no DELETE (connectors §1.1)', async () => {
    expect(await given.call('DELETE', '/_connector')).toMatchObject({ status: 405 });
  });
});

describeAdapters(
  'connector.delete before 9.0',
  (given) => {
    it('removes the document and knows no `hard` (connectors §9)', async () => {
      await given.call('PUT', '/_connector/a', {});
      expect((await given.call('DELETE', '/_connector/a?hard=true')).body).toEqual(
        plainError(
          400,
          'illegal_argument_exception',
          'request [/_connector/a] contains unrecognized parameter: [hard]',
        ),
      );
      expect((await given.call('DELETE', '/_connector/a?delete_sync_jobs=true')).body).toEqual({
        acknowledged: true,
      });
      expect(given.es.connector('a')).toBeUndefined();
      expect((await given.call('DELETE', '/_connector/a')).body).toEqual(connectorNotFound('a'));
    });
  },
  { version: '8.19.2' },
);
