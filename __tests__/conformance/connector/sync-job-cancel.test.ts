import type { SyncStatus } from '../../../src/index.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { classCast } from './failures.js';
import { seedJob, T0 } from './seed.js';
import { invalidTransition } from './transition.js';

describeAdapters('connector.sync_job_cancel', (given) => {
  const cancel = (id = 'job-1') => given.call('PUT', `/_connector/_sync_job/${id}/_cancel`);

  it.each<SyncStatus>(['pending', 'suspended'])(
    'ends a %s job at once, at one instant (sync-jobs §9)',
    async (status) => {
      seedJob(given.es, 'job-1', status);
      const before = given.es.syncJob('job-1');
      expect(await cancel()).toMatchObject({ status: 200, body: { result: 'updated' } });
      expect(given.es.syncJob('job-1')).toEqual({
        ...before,
        status: 'canceled',
        cancelation_requested_at: T0,
        canceled_at: T0,
        completed_at: T0,
      });
    },
  );

  it('asks a running job to stop (sync-jobs §9)', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    const before = given.es.syncJob('job-1');
    expect((await cancel()).body).toEqual({ result: 'updated' });
    expect(given.es.syncJob('job-1')).toEqual({
      ...before,
      status: 'canceling',
      cancelation_requested_at: T0,
    });
  });

  it.each<SyncStatus>(['canceling', 'canceled', 'completed', 'error'])(
    'refuses for a %s job (sync-jobs §9)',
    async (status) => {
      seedJob(given.es, 'job-1', status);
      const before = given.es.syncJob('job-1');
      expect(await cancel()).toMatchObject({ status: 400, body: invalidTransition(status, 'canceling') });
      expect(given.es.syncJob('job-1')).toBe(before);
    },
  );

  it('answers 404 with the bare id (sync-jobs §2)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    expect((await cancel('nope')).body).toEqual(plainError(404, 'resource_not_found_exception', 'nope'));
  });

  it.each([
    ['unheard-of', 'Unknown ConnectorSyncStatus [unheard-of].'],
    [null, 'Unknown ConnectorSyncStatus [null].'],
  ])('cannot tell the state of a job whose stored status is %s (sync-jobs §9)', async (status, reason) => {
    given.es.load({
      documents: [{ index: '.elastic-connectors-sync-jobs-v1', id: 'job-1', source: { status } }],
    });
    expect((await cancel()).body).toEqual(plainError(400, 'illegal_argument_exception', reason));
  });

  it('takes a stored status for text (ES: ConnectorSyncJobIndexService)', async () => {
    given.es.load({
      documents: [{ index: '.elastic-connectors-sync-jobs-v1', id: 'job-1', source: { status: 7 } }],
    });
    const cast = classCast('java.lang.Integer', 'java.lang.String');
    expect((await cancel()).body).toEqual(cast);
    expect((await given.call('PUT', '/_connector/_sync_job/job-1/_error', { error: 'x' })).body).toEqual(
      cast,
    );
  });

  it('refuses a body (sync-jobs §2)', async () => {
    const answer = await given.call('PUT', '/_connector/_sync_job/job-1/_cancel', {});
    expect(answer.body.error.reason).toBe(
      'request [PUT /_connector/_sync_job/job-1/_cancel] does not support having a body',
    );
  });
});
