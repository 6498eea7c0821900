import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedConnector, seedJob } from './seed.js';

const CONNECTORS = '.elastic-connectors-v1';
const JOBS = '.elastic-connectors-sync-jobs-v1';

type Sent = readonly [method: string, path: string, body: unknown];

/** The API's own requests meet what anybody's would (ES: ConnectorIndexService, ConnectorSyncJobIndexService). */
describeAdapters('connectors whose indices are closed or blocked', (given) => {
  const call: typeof given.call = (...sent) => given.call(...sent);
  const block = (index: string, name: string) =>
    call('PUT', `/${index}/_settings`, { [`index.blocks.${name}`]: true });
  const blocked = (index: string, what: string) =>
    plainError(403, 'cluster_block_exception', `index [${index}] blocked by: [FORBIDDEN/${what} (api)];`);

  beforeEach(() => {
    seedConnector(given.es, 'a');
    seedJob(given.es, 'job-1', 'in_progress');
  });

  const READS: readonly Sent[] = [
    ['GET', '/_connector/a', undefined],
    ['GET', '/_connector', undefined],
    ['PUT', '/_connector/a/_status', { status: 'error' }],
    ['POST', '/_connector/_sync_job', { id: 'a' }],
  ];
  const WRITES: readonly Sent[] = [
    ['PUT', '/_connector/a', undefined],
    ['PUT', '/_connector/a/_check_in', undefined],
    ['PUT', '/_connector/a/_configuration', { configuration: {} }],
    ['DELETE', '/_connector/a?hard=true', undefined],
  ];
  const JOB_READS: readonly Sent[] = [
    ['GET', '/_connector/_sync_job/job-1', undefined],
    ['GET', '/_connector/_sync_job', undefined],
    ['PUT', '/_connector/_sync_job/job-1/_claim', { worker_hostname: 'h' }],
  ];
  const JOB_WRITES: readonly Sent[] = [
    ['POST', '/_connector/_sync_job', { id: 'a' }],
    ['PUT', '/_connector/_sync_job/job-1/_check_in', undefined],
    ['PUT', '/_connector/_sync_job/job-1/_cancel', undefined],
    ['DELETE', '/_connector/_sync_job/job-1', undefined],
  ];

  it.each([
    ...[...READS, ...WRITES].map((request) => [CONNECTORS, ...request] as const),
    ...[...JOB_READS, ...JOB_WRITES].map((request) => [JOBS, ...request] as const),
  ])('%s closed: %s %s', async (index, method, path, body) => {
    await call('POST', `/${index}/_close`);
    expect(await call(method, path, body)).toMatchObject({
      status: 400,
      body: { error: { type: 'index_closed_exception', reason: 'closed', index } },
    });
  });

  it.each([
    ...READS.map((request) => [CONNECTORS, ...request] as const),
    ...JOB_READS.map((request) => [JOBS, ...request] as const),
  ])('%s blocked for reads: %s %s', async (index, method, path, body) => {
    await block(index, 'read');
    expect((await call(method, path, body)).body).toEqual(blocked(index, '7/index read'));
  });

  it.each([
    ...WRITES.map((request) => [CONNECTORS, ...request] as const),
    ...JOB_WRITES.map((request) => [JOBS, ...request] as const),
  ])('%s blocked for writes: %s %s', async (index, method, path, body) => {
    await block(index, 'write');
    expect((await call(method, path, body)).body).toEqual(blocked(index, '8/index write'));
    expect((await call('GET', '/_connector/a')).status).toBe(200);
  });

  it('a full disk lets no worker claim (ES: IndexMetadata.INDEX_READ_ONLY_ALLOW_DELETE_BLOCK)', async () => {
    await block(JOBS, 'read_only_allow_delete');
    const answer = await call('PUT', '/_connector/_sync_job/job-1/_claim', { worker_hostname: 'h' });
    expect(answer).toMatchObject({ status: 429, body: { error: { type: 'cluster_block_exception' } } });
    expect(given.es.syncJob('job-1')).toMatchObject({ worker_hostname: 'my-worker' });
  });

  it('deletes the jobs of a connector unless their index is closed (ES: deleteAllSyncJobsByConnectorId)', async () => {
    seedJob(given.es, 'job-2', 'pending', {
      connector: { id: 'a', index_name: 'search-1', service_type: 'folder' },
    });
    await call('POST', `/${JOBS}/_close`);
    expect((await call('DELETE', '/_connector/a?delete_sync_jobs=true')).status).toBe(200);
    expect(given.es.syncJob('job-2')).toBeDefined();
  });
});

describeAdapters('connectors before their index', (given) => {
  it('cannot come into being while an index has the name of their alias (ES: AliasValidator)', async () => {
    await given.call('PUT', '/.elastic-connectors/_doc/a', { name: 'written to the alias too early' });
    const reason =
      'Invalid alias name [.elastic-connectors]: an index or data stream exists with the same name as the alias';
    const refused = { status: 400, body: { error: { type: 'invalid_alias_name_exception', reason } } };
    expect(await given.call('PUT', '/_connector/a')).toMatchObject(refused);
    expect(await given.call('PUT', '/_connector/a/_check_in')).toMatchObject(refused);
    expect((await given.call('GET', '/_connector/a')).status).toBe(404);
  });
});
