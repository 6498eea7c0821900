import { describeAdapters } from '../describe-adapters.js';
import { FRESH } from './fresh.js';

/** Minutes after the start, as the fake prints it. */
const at = (minutes: number) => `2024-06-01T12:${String(minutes).padStart(2, '0')}:00.000Z`;

describeAdapters('a whole story', (given) => {
  const put = async (path: string, body?: unknown) => {
    given.es.clock.advance({ minutes: 1 });
    const answer = await given.call('PUT', `/_connector/${path}`, body);
    expect(answer.status).toBeLessThan(300);
    return answer.body as { result: string };
  };

  it('goes from a new connector to the list of its finished job, each time where it belongs', async () => {
    await put('wiki', { index_name: 'search-wiki', name: 'Wiki', service_type: 'confluence' });
    await put('wiki/_configuration', { configuration: { url: { label: 'URL', value: null } } });
    await put('wiki/_configuration', { values: { url: 'https://wiki.example' } });
    await put('wiki/_scheduling', { scheduling: { full: { enabled: true, interval: '0 0 * * * ?' } } });
    await put('wiki/_check_in');
    expect(await put('wiki/_status', { status: 'connected' })).toEqual({ result: 'updated' });

    given.es.clock.advance({ minutes: 1 });
    const created = await given.call('POST', '/_connector/_sync_job', {
      id: 'wiki',
      trigger_method: 'scheduled',
    });
    const { id } = created.body as { id: string };
    await put(`_sync_job/${id}/_claim`, { worker_hostname: 'worker-1', sync_cursor: { page: 3 } });
    await put('wiki/_last_sync', { last_sync_status: 'in_progress', last_sync_scheduled_at: at(7) });
    await put(`_sync_job/${id}/_check_in`);
    await put(`_sync_job/${id}/_stats`, {
      deleted_document_count: 1,
      indexed_document_count: 20,
      indexed_document_volume: 3,
      total_document_count: 19,
    });
    await put(`_sync_job/${id}/_error`, { error: 'The wiki went away' });
    await put('wiki/_last_sync', {
      last_sync_status: 'error',
      last_sync_error: 'The wiki went away',
      last_synced: at(12),
      last_indexed_document_count: 20,
      last_deleted_document_count: 1,
      sync_cursor: { page: 5 },
    });
    await put('wiki/_error', { error: 'The wiki went away' });

    const configuration = {
      url: {
        default_value: null,
        label: 'URL',
        required: false,
        sensitive: false,
        value: 'https://wiki.example',
      },
    };
    const at1 = JSON.parse(JSON.stringify(FRESH).replaceAll('12:00:00', '12:01:00')) as typeof FRESH;
    expect((await given.call('GET', '/_connector')).body).toEqual({
      count: 1,
      results: [
        {
          id: 'wiki',
          ...at1,
          index_name: 'search-wiki',
          name: 'Wiki',
          service_type: 'confluence',
          configuration,
          scheduling: { ...FRESH.scheduling, full: { enabled: true, interval: '0 0 * * * ?' } },
          last_seen: at(5),
          last_sync_status: 'error',
          last_sync_error: 'The wiki went away',
          last_sync_scheduled_at: at(7),
          last_synced: at(12),
          last_indexed_document_count: 20,
          last_deleted_document_count: 1,
          sync_cursor: { page: 5 },
          status: 'error',
          error: 'The wiki went away',
        },
      ],
    });
    expect((await given.call('GET', '/_connector/_sync_job')).body).toEqual({
      count: 1,
      results: [
        {
          id,
          connector: {
            id: 'wiki',
            filtering: at1.filtering[0]?.active,
            index_name: 'search-wiki',
            service_type: 'confluence',
            configuration,
            sync_cursor: { page: 3 },
          },
          created_at: at(7),
          started_at: at(8),
          last_seen: at(11),
          status: 'error',
          error: 'The wiki went away',
          job_type: 'full',
          trigger_method: 'scheduled',
          worker_hostname: 'worker-1',
          metadata: {},
          deleted_document_count: 1,
          indexed_document_count: 20,
          indexed_document_volume: 3,
          total_document_count: 19,
        },
      ],
    });
    expect(given.es.journal.unhandled).toEqual([]);
  });
});
