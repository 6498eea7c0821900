import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedJob } from './seed.js';

describeAdapters('connector.sync_job_get', (given) => {
  it('shows the source untouched behind the id: nulls stay, absent fields stay absent (sync-jobs §6)', async () => {
    const source = {
      status: 'completed',
      error: null,
      connector: { id: 'c' },
      'connector.sync_cursor': { a: 1 },
      own: [],
    };
    given.es.load({
      documents: [{ index: '.elastic-connectors-sync-jobs-v1', id: 'job-1', source }],
    });
    const answer = await given.call('GET', '/_connector/_sync_job/job-1');
    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({ id: 'job-1', ...source });
    expect(Object.keys(answer.body as object)[0]).toBe('id');
  });

  it('answers 404 with the bare id, or in the long form without an index (sync-jobs §2)', async () => {
    const long = plainError(404, 'resource_not_found_exception', 'connector sync job [nope] not found');
    expect((await given.call('GET', '/_connector/_sync_job/nope')).body).toEqual(long);
    seedJob(given.es, 'job-1', 'pending');
    const bare = plainError(404, 'resource_not_found_exception', 'nope');
    expect((await given.call('GET', '/_connector/_sync_job/nope')).body).toEqual(bare);
  });

  it('has no HEAD (rest-layer A.4)', async () => {
    expect((await given.call('HEAD', '/_connector/_sync_job/nope')).status).toBe(405);
  });
});
