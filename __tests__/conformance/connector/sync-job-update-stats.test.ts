import { SYNC_STATUSES } from '../../../src/protocol/connector/sync-job.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedJob, T0 } from './seed.js';

const COUNTS = { deleted_document_count: 1, indexed_document_count: 2, indexed_document_volume: 3 };
const PARSER = '[connector_sync_job_update_ingestion_stats]';

describeAdapters('connector.sync_job_update_stats', (given) => {
  const stats = (body?: unknown, id = 'job-1') =>
    given.call('PUT', `/_connector/_sync_job/${id}/_stats`, body);
  const job = () => given.es.syncJob('job-1');

  it.each(SYNC_STATUSES)('writes the counters of a job that is %s (sync-jobs §11)', async (status) => {
    seedJob(given.es, 'job-1', status);
    const before = job();
    expect(await stats(COUNTS)).toMatchObject({ status: 200, body: { result: 'updated' } });
    expect(job()).toEqual({ ...before, ...COUNTS, last_seen: T0 });
  });

  it('writes the optional fields and merges metadata (sync-jobs §11)', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    await stats({ ...COUNTS, total_document_count: 9, metadata: { a: { x: 1 }, keep: true } });
    await stats({ ...COUNTS, metadata: { a: { y: 2 } } });
    await stats({ ...COUNTS, metadata: {} });
    expect(job()).toMatchObject({ total_document_count: 9, metadata: { a: { x: 1, y: 2 }, keep: true } });
  });

  it.each([
    ['2023-12-04T08:45:50.567149Z', '2023-12-04T08:45:50.567149Z'],
    ['2023-12-04T10:45:50.5+02:00', '2023-12-04T08:45:50.500Z'],
    ['2023-12-04T08:45:50.123456789Z', '2023-12-04T08:45:50.123456789Z'],
    ['1701679550567', '2023-12-04T08:45:50.567Z'],
  ])('reads last_seen %s and prints it as %s (sync-jobs §11)', async (sent, stored) => {
    seedJob(given.es, 'job-1', 'in_progress');
    expect((await stats({ ...COUNTS, last_seen: sent })).status).toBe(200);
    expect(job()).toMatchObject({ last_seen: stored });
  });

  it('answers noop only for an explicit, identical last_seen (sync-jobs §1)', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    const body = { ...COUNTS, last_seen: T0 };
    expect((await stats(body)).body).toEqual({ result: 'updated' });
    expect((await stats(body)).body).toEqual({ result: 'noop' });
    expect((await stats(COUNTS)).body).toEqual({ result: 'updated' });
  });

  it('reads numeric strings and cuts fractions (sync-jobs §11)', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    await stats({ deleted_document_count: '10', indexed_document_count: 1.9, indexed_document_volume: 0 });
    expect(job()).toMatchObject({
      deleted_document_count: 10,
      indexed_document_count: 1,
      indexed_document_volume: 0,
    });
  });

  it.each([
    [
      {},
      'illegal_argument_exception',
      'Required [deleted_document_count, indexed_document_count, indexed_document_volume]',
    ],
    [
      { indexed_document_count: 1 },
      'illegal_argument_exception',
      'Required [deleted_document_count, indexed_document_volume]',
    ],
    [
      {
        deleted_document_count: -1,
        indexed_document_count: -1,
        indexed_document_volume: -1,
        total_document_count: -1,
      },
      'action_request_validation_exception',
      'Validation Failed: 1: [deleted_document_count] cannot be negative.;2: [indexed_document_count] cannot be negative.;3: [indexed_document_volume] cannot be negative.;4: [total_document_count] cannot be negative.;',
    ],
    [
      { ...COUNTS, last_seen: 5 },
      'x_content_parse_exception',
      `[1:96] ${PARSER} last_seen doesn't support values of type: VALUE_NUMBER`,
    ],
    [
      { ...COUNTS, metadata: null },
      'x_content_parse_exception',
      `[1:95] ${PARSER} metadata doesn't support values of type: VALUE_NULL`,
    ],
    [
      { ...COUNTS, metadata: [] },
      'x_content_parse_exception',
      `[1:95] ${PARSER} metadata doesn't support values of type: START_ARRAY`,
    ],
    [
      { total_document_count: null },
      'x_content_parse_exception',
      `[1:25] ${PARSER} total_document_count doesn't support values of type: VALUE_NULL`,
    ],
  ])('refuses %j (sync-jobs §11)', async (body, type, reason) => {
    expect(await stats(body)).toMatchObject({ status: 400, body: plainError(400, type, reason) });
  });

  it('names the field whose value cannot be read, with the cause (sync-jobs §11)', async () => {
    const answer = await stats({ ...COUNTS, deleted_document_count: 'abc' });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'x_content_parse_exception',
          reason: `[1:27] ${PARSER} failed to parse field [deleted_document_count]`,
          caused_by: { reason: 'For input string: "abc"' },
        },
      },
    });
  });

  it('refuses a date without a time (sync-jobs §11)', async () => {
    const answer = await stats({ ...COUNTS, last_seen: '2023-12-04' });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          type: 'x_content_parse_exception',
          reason: `[1:96] ${PARSER} failed to parse field [last_seen]`,
        },
      },
    });
  });

  it('takes an object for a time and finds none in it (ES: TimeUtils.parseTimeFieldToInstant)', async () => {
    const answer = await stats({ ...COUNTS, last_seen: {} });
    expect(answer).toMatchObject({
      status: 400,
      body: {
        error: {
          reason: `[1:96] ${PARSER} failed to parse field [last_seen]`,
          caused_by: {
            type: 'illegal_argument_exception',
            reason: 'unexpected token [START_OBJECT] for [last_seen]',
          },
        },
      },
    });
  });

  it('stores no counter beyond an integer, as the mapping says (sync-jobs §11)', async () => {
    seedJob(given.es, 'job-1', 'in_progress');
    const before = job();
    const answer = await stats({ ...COUNTS, indexed_document_count: 2147483648 });
    expect(answer).toMatchObject({ status: 400, body: { error: { type: 'document_parsing_exception' } } });
    expect(answer.body.error.reason).toContain(
      "failed to parse field [indexed_document_count] of type [integer] in document with id 'job-1'.",
    );
    expect(job()).toBe(before);
  });

  it('checks before it looks for the job, and answers 404 in the long form (sync-jobs §2)', async () => {
    expect((await stats({ ...COUNTS, deleted_document_count: -1 }, 'nope')).status).toBe(400);
    expect((await stats(COUNTS, 'nope')).body).toEqual(
      plainError(404, 'resource_not_found_exception', 'connector sync job [nope] not found'),
    );
  });
});
