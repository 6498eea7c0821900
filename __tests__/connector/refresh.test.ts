import { createFakeElasticsearch } from '../../src/index.js';

describe('the Connector API in nrt mode', () => {
  function start() {
    const es = createFakeElasticsearch({ refresh: 'nrt' });
    const call = (method: string, path: string, body?: unknown) => {
      const [rawPath = '', rawQuery = ''] = path.split('?');
      const { bodyText } = es.handle({
        method,
        rawPath,
        rawQuery,
        headers: { 'content-type': 'application/json' },
        bodyText: body === undefined ? '' : JSON.stringify(body),
      });
      return JSON.parse(bodyText) as {
        id?: string;
        results?: { id: string; name?: string; status?: string }[];
      };
    };
    const list = () => call('GET', '/_connector').results ?? [];
    call('PUT', '/_connector/a', { name: 'before' });
    list();
    return { es, call, list };
  }

  it('lists what creation, deletion, configuration and _native have done at once (connectors §1.7)', () => {
    const { call, list } = start();
    call('PUT', '/_connector/b', { index_name: 'search-b' });
    expect(list()).toHaveLength(2);
    call('PUT', '/_connector/b/_configuration', { configuration: { k: { label: 'l' } } });
    expect(list()[0]).toMatchObject({ status: 'configured', configuration: { k: {} } });
    call('PUT', '/_connector/b/_configuration', { values: { k: 1 } });
    expect(list()[0]).toMatchObject({ configuration: { k: { value: 1 } } });
    call('PUT', '/_connector/a/_native', { is_native: true });
    expect(list()[1]).toMatchObject({ is_native: true });
    call('DELETE', '/_connector/a');
    expect(list()).toHaveLength(1);
    call('DELETE', '/_connector/b?hard=true');
    expect(list()).toEqual([]);
  });

  it('lists every write to a sync job at once (sync-jobs §7, ES: ConnectorSyncJobIndexService)', () => {
    const { call } = start();
    call('PUT', '/_connector/b', { index_name: 'search-b', service_type: 's' });
    const jobs = (status: string) => call('GET', `/_connector/_sync_job?status=${status}`).results?.length;
    jobs('pending');
    const { id } = call('POST', '/_connector/_sync_job', { id: 'b' });
    expect(jobs('pending')).toBe(1);
    const job = `/_connector/_sync_job/${id ?? ''}`;
    call('PUT', `${job}/_claim`, { worker_hostname: 'w' });
    expect(jobs('in_progress')).toBe(1);
    call('PUT', `${job}/_cancel`);
    expect(jobs('canceling')).toBe(1);
    call('PUT', `${job}/_error`, { error: 'e' });
    expect(jobs('error')).toBe(1);
    call('DELETE', job);
    expect(jobs('error')).toBe(0);
  });

  it('lists other updates after the next refresh, and gets them at once (connectors §1.7)', () => {
    const { es, call, list } = start();
    call('PUT', '/_connector/a/_name', { name: 'after' });
    expect(list()).toMatchObject([{ name: 'before' }]);
    expect(call('GET', '/_connector/a')).toMatchObject({ name: 'after' });
    es.clock.advance({ seconds: 1 });
    expect(list()).toMatchObject([{ name: 'after' }]);
  });
});
