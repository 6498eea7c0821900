import { SYNC_STATUSES } from '../../../src/protocol/connector/sync-job.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedJob } from './seed.js';

describeAdapters('connector.sync_job_delete', (given) => {
  const remove = (id: string) => given.call('DELETE', `/_connector/_sync_job/${id}`);

  it.each(SYNC_STATUSES)('deletes a job that is %s (sync-jobs §8)', async (status) => {
    seedJob(given.es, 'job-1', status);
    seedJob(given.es, 'job-2', status);
    expect(await remove('job-1')).toMatchObject({ status: 200, body: { acknowledged: true } });
    expect(given.es.syncJob('job-1')).toBeUndefined();
    expect(given.es.syncJob('job-2')).toBeDefined();
  });

  it('answers 404 the second time, with the bare id (sync-jobs §8)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    await remove('job-1');
    expect(await remove('job-1')).toMatchObject({
      status: 404,
      body: plainError(404, 'resource_not_found_exception', 'job-1'),
    });
  });

  it('answers 404 in the long form without an index (sync-jobs §2)', async () => {
    expect((await remove('job-1')).body).toEqual(
      plainError(404, 'resource_not_found_exception', 'connector sync job [job-1] not found'),
    );
  });
});
