import { SYNC_STATUSES } from '../../../src/protocol/connector/sync-job.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { validationFailure } from './failures.js';
import { seedJob } from './seed.js';

describeAdapters('connector.sync_job_check_in', (given) => {
  const checkIn = (id = 'job-1', body?: unknown) =>
    given.call('PUT', `/_connector/_sync_job/${id}/_check_in`, body);

  it.each(SYNC_STATUSES)(
    'writes last_seen and nothing else while the job is %s (sync-jobs §11)',
    async (status) => {
      seedJob(given.es, 'job-1', status);
      const before = given.es.syncJob('job-1');
      given.es.clock.advance({ seconds: 90 });
      expect(await checkIn()).toMatchObject({ status: 200, body: { result: 'updated' } });
      expect(given.es.syncJob('job-1')).toEqual({ ...before, last_seen: '2024-06-01T12:01:30.000Z' });
    },
  );

  it('answers updated twice under a frozen clock', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    await checkIn();
    expect((await checkIn()).body).toEqual({ result: 'updated' });
  });

  it.each([true, false])('answers 404 in the long form, index there: %s (sync-jobs §2)', async (hasIndex) => {
    if (hasIndex) seedJob(given.es, 'job-1', 'pending');
    const answer = await checkIn('nope');
    expect(answer.body).toEqual(
      plainError(404, 'resource_not_found_exception', 'connector sync job [nope] not found'),
    );
  });

  it('refuses an id longer than a document can have (ES: UpdateRequest.validate)', async () => {
    const id = 'x'.repeat(513);
    expect((await checkIn(id)).body).toEqual(
      validationFailure(`id [${id}] is too long, must be no longer than 512 bytes but was: 513`),
    );
  });

  it('refuses a body, naming method and path without the query (sync-jobs §2)', async () => {
    const answer = await given.call('PUT', '/_connector/_sync_job/job-1/_check_in?pretty', {});
    expect(answer.body).toEqual(
      plainError(
        400,
        'illegal_argument_exception',
        'request [PUT /_connector/_sync_job/job-1/_check_in] does not support having a body',
      ),
    );
  });
});
