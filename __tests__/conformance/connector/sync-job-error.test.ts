import type { SyncStatus } from '../../../src/index.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedJob } from './seed.js';
import { invalidTransition } from './transition.js';

describeAdapters('connector.sync_job_error', (given) => {
  const fail = (body?: unknown, id = 'job-1') =>
    given.call('PUT', `/_connector/_sync_job/${id}/_error`, body);

  it.each<SyncStatus>(['in_progress', 'canceling'])(
    'fails a job that is %s and sets no time (sync-jobs §11)',
    async (status) => {
      seedJob(given.es, 'job-1', status);
      const before = given.es.syncJob('job-1');
      given.es.clock.advance({ minutes: 1 });
      expect(await fail({ error: 'something broke' })).toMatchObject({
        status: 200,
        body: { result: 'updated' },
      });
      expect(given.es.syncJob('job-1')).toEqual({ ...before, status: 'error', error: 'something broke' });
    },
  );

  it.each<SyncStatus>(['pending', 'suspended', 'completed', 'canceled', 'error'])(
    'refuses for a job that is %s (sync-jobs §11)',
    async (status) => {
      seedJob(given.es, 'job-1', status);
      expect(await fail({ error: 'x' })).toMatchObject({
        status: 400,
        body: invalidTransition(status, 'error'),
      });
    },
  );

  it.each([
    ['{}', 'illegal_argument_exception', 'Required [error]'],
    [
      '{"error":null}',
      'x_content_parse_exception',
      "[1:10] [connector_sync_job_error_request] error doesn't support values of type: VALUE_NULL",
    ],
    [
      '{"error":""}',
      'action_request_validation_exception',
      'Validation Failed: 1: [error] of the connector sync job cannot be null or empty;',
    ],
    [
      '{"error":"x","status":"error"}',
      'x_content_parse_exception',
      '[1:14] [connector_sync_job_error_request] unknown field [status]',
    ],
  ])('refuses %s (sync-jobs §11)', async (body, type, reason) => {
    expect(await fail(body)).toMatchObject({ status: 400, body: plainError(400, type, reason) });
  });

  it('requires a body', async () => {
    expect((await fail()).body).toEqual(plainError(400, 'parse_exception', 'request body is required'));
  });

  it('answers 404 with the bare id (sync-jobs §2)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    expect((await fail({ error: 'x' }, 'nope')).body).toEqual(
      plainError(404, 'resource_not_found_exception', 'nope'),
    );
  });
});
