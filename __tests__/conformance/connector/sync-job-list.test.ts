import { describeAdapters, LOST_BODY, plainError } from '../describe-adapters.js';
import { seedConnector, seedJob } from './seed.js';

interface Listed {
  readonly count: number;
  readonly results: readonly { readonly id: string }[];
}

describeAdapters('connector.sync_job_list', (given) => {
  const list = async (query = '') =>
    (await given.call('GET', `/_connector/_sync_job${query}`)).body as Listed;
  const ids = async (query = '') => (await list(query)).results.map(({ id }) => id);

  function seedThree(): void {
    seedJob(given.es, 'old', 'completed', { created_at: '2024-01-01T00:00:00.000Z' });
    seedJob(given.es, 'new', 'pending', { created_at: '2024-03-01T00:00:00.000Z', job_type: 'incremental' });
    seedJob(given.es, 'mid', 'pending', {
      created_at: '2024-02-01T00:00:00.000Z',
      job_type: 'access_control',
      connector: { id: 'connector-2', index_name: 'search-2', service_type: 'folder', configuration: {} },
    });
  }

  it('is empty while there is no index (sync-jobs §7)', async () => {
    expect(await list()).toEqual({ count: 0, results: [] });
  });

  it('lists the newest first, each with its id and source, count in front (sync-jobs §7)', async () => {
    seedThree();
    const answer = await given.call('GET', '/_connector/_sync_job');
    expect((answer.body as Listed).results.map(({ id }) => id)).toEqual(['new', 'mid', 'old']);
    expect(Object.keys(answer.body as object)).toEqual(['count', 'results']);
    const [first] = (answer.body as Listed).results;
    expect(first).toEqual({ id: 'new', ...given.es.syncJob('new') });
    expect(Object.keys(first as object)[0]).toBe('id');
  });

  it.each([
    ['?connector_id=connector-2', ['mid']],
    ['?connector_id=nobody', []],
    ['?connector_id=', []],
    ['?status=pending', ['new', 'mid']],
    ['?status=PENDING', ['new', 'mid']],
    ['?job_type=full', ['old']],
    ['?job_type=full,incremental', ['new', 'old']],
    ['?job_type=full%2Cincremental', ['new', 'old']],
    ['?job_type=', ['new', 'mid', 'old']],
    ['?status=pending&job_type=access_control&connector_id=connector-2', ['mid']],
    ['?size=2', ['new', 'mid']],
    ['?from=1&size=1', ['mid']],
    ['?from=5', []],
    ['?size=0', []],
  ])('filters and pages by %s (sync-jobs §7)', async (query, expected) => {
    seedThree();
    expect(await ids(query)).toEqual(expected);
  });

  it('counts all matches, not the page (sync-jobs §7)', async () => {
    seedThree();
    expect(await list('?size=0')).toEqual({ count: 3, results: [] });
    expect(await list('?size=1&status=pending')).toMatchObject({ count: 2 });
  });

  it('breaks ties of a frozen clock newest first', async () => {
    seedConnector(given.es, 'connector-1');
    const created: string[] = [];
    for (let at = 0; at < 4; at += 1) {
      const answer = await given.call('POST', '/_connector/_sync_job', { id: 'connector-1' });
      created.unshift((answer.body as { id: string }).id);
    }
    await given.call('PUT', `/_connector/_sync_job/${created[2] ?? ''}/_claim`, { worker_hostname: 'w' });
    expect(await ids()).toEqual(created);
  });

  it('shows 100 jobs unless asked for more (sync-jobs §7)', async () => {
    for (let at = 0; at < 101; at += 1) seedJob(given.es, `job-${at}`, 'pending');
    expect(await ids()).toHaveLength(100);
    expect(await ids('?size=1000')).toHaveLength(101);
    expect(await list()).toMatchObject({ count: 101 });
  });

  it.each([
    ['?from=-1', 'Parameter [from] cannot be < 0'],
    ['?size=-1', 'Parameter [size] cannot be < 0'],
    ['?from=-1&size=-1', 'Parameter [from] cannot be < 0'],
    ['?status=pending,canceled', 'Unknown ConnectorSyncStatus [pending,canceled].'],
    ['?status=', 'Unknown ConnectorSyncStatus [].'],
    ['?job_type=full,%20incremental', 'Unknown ConnectorSyncJobType [ incremental].'],
    ['?size=-1&status=x', 'Unknown ConnectorSyncStatus [x].'],
    ['?status=x&foo=1', 'Unknown ConnectorSyncStatus [x].'],
  ])('refuses %s (sync-jobs §7)', async (query, reason) => {
    const answer = await given.call('GET', `/_connector/_sync_job${query}`);
    expect(answer).toMatchObject({
      status: 400,
      body: plainError(400, 'illegal_argument_exception', reason),
    });
  });

  it.each([
    ['?from=abc', 'from', 'abc'],
    ['?size=1.5', 'size', '1.5'],
    ['?size=99999999999', 'size', '99999999999'],
  ])('cannot read %s as an int (sync-jobs §7)', async (query, name, value) => {
    const answer = await given.call('GET', `/_connector/_sync_job${query}`);
    const reason = `Failed to parse int parameter [${name}] with value [${value}]`;
    expect(answer.body).toEqual({
      error: {
        root_cause: [{ type: 'illegal_argument_exception', reason }],
        type: 'illegal_argument_exception',
        reason,
        caused_by: { type: 'number_format_exception', reason: `For input string: "${value}"` },
      },
      status: 400,
    });
  });

  it('has the search window of 10,000 (sync-jobs §7)', async () => {
    seedThree();
    const answer = await given.call('GET', '/_connector/_sync_job?from=9990&size=11');
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'search_phase_execution_exception',
          reason: 'all shards failed',
          root_cause: [
            {
              type: 'illegal_argument_exception',
              reason:
                'Result window is too large, from + size must be less than or equal to: [10000] but was [10001]. See the scroll api for a more efficient way to request large data sets. This limit can be set by changing the [index.max_result_window] index level setting.',
            },
          ],
        },
      },
    });
  });

  given.itExceptThrough('nock', LOST_BODY)('refuses a body (sync-jobs §2)', async () => {
    const answer = await given.call('GET', '/_connector/_sync_job?size=1', {});
    expect(answer.body.error.reason).toBe(
      'request [GET /_connector/_sync_job] does not support having a body',
    );
  });
});
