import { SYNC_STATUSES } from '../../../src/protocol/connector/sync-job.js';
import { describeAdapters, plainError } from '../describe-adapters.js';
import { CREATED, seedJob, T0 } from './seed.js';

describeAdapters('connector.sync_job_claim', (given) => {
  const claim = (body?: unknown, id = 'job-1') =>
    given.call('PUT', `/_connector/_sync_job/${id}/_claim`, body);
  const job = async () => (await given.call('GET', '/_connector/_sync_job/job-1')).body as object;

  it('takes a pending job: status, worker and both times (sync-jobs §10.5)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    const answer = await claim({ worker_hostname: 'some-machine' });
    expect(answer).toMatchObject({ status: 200, body: { result: 'updated' } });
    expect(await job()).toMatchObject({
      status: 'in_progress',
      worker_hostname: 'some-machine',
      started_at: T0,
      last_seen: T0,
      created_at: CREATED,
    });
  });

  it.each(SYNC_STATUSES)(
    'takes a job that is %s, whatever the protocol says (sync-jobs §10.3)',
    async (status) => {
      seedJob(given.es, 'job-1', status, { completed_at: CREATED, error: 'old', indexed_document_count: 7 });
      expect((await claim({ worker_hostname: 'w' })).status).toBe(200);
      expect(await job()).toMatchObject({
        status: 'in_progress',
        completed_at: CREATED,
        error: 'old',
        indexed_document_count: 7,
      });
    },
  );

  it('lets a second worker take the job over (sync-jobs §10.4)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    await claim({ worker_hostname: 'first' });
    given.es.clock.advance({ seconds: 5 });
    expect((await claim({ worker_hostname: 'second' })).status).toBe(200);
    expect(await job()).toMatchObject({
      worker_hostname: 'second',
      started_at: '2024-06-01T12:00:05.000Z',
      last_seen: '2024-06-01T12:00:05.000Z',
    });
  });

  it('answers updated, not noop, to a repeated claim under a frozen clock', async () => {
    seedJob(given.es, 'job-1', 'pending');
    await claim({ worker_hostname: 'w' });
    expect((await claim({ worker_hostname: 'w' })).body).toEqual({ result: 'updated' });
  });

  it('merges the cursor key by key and keeps the rest of the connector (sync-jobs §10.6)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    await claim({ worker_hostname: 'w', sync_cursor: { a: 1, list: [1, 2], deep: { x: 1 } } });
    await claim({ worker_hostname: 'w', sync_cursor: { b: 2, list: [3], deep: { y: null } } });
    expect(await job()).toMatchObject({
      connector: {
        id: 'connector-1',
        index_name: 'search-1',
        sync_cursor: { a: 1, b: 2, list: [3], deep: { x: 1, y: null } },
      },
    });
  });

  it('keeps a cursor number beyond 2^53 exact', async () => {
    seedJob(given.es, 'job-1', 'pending');
    await claim('{"worker_hostname":"w","sync_cursor":{"nanos":1717243200123456789}}');
    const answer = await given.call('GET', '/_connector/_sync_job/job-1');
    expect(given.es.syncJob('job-1')?.connector.sync_cursor).toEqual({ nanos: 1717243200123456789n });
    expect(answer.status).toBe(200);
  });

  it('accepts an empty cursor and an empty worker name (sync-jobs §10)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    expect((await claim({ worker_hostname: '', sync_cursor: {} })).status).toBe(200);
    expect(await job()).toMatchObject({ worker_hostname: '', connector: { sync_cursor: {} } });
  });

  it('answers 404 with the bare id if only the job is missing (sync-jobs §2)', async () => {
    seedJob(given.es, 'job-1', 'pending');
    const answer = await claim({ worker_hostname: 'w' }, 'nope');
    expect(answer).toMatchObject({
      status: 404,
      body: plainError(404, 'resource_not_found_exception', 'nope'),
    });
  });

  it('answers 404 in another form if there is no index yet (sync-jobs §2)', async () => {
    const answer = await claim({ worker_hostname: 'w' }, 'nope');
    expect(answer.body).toEqual(
      plainError(404, 'resource_not_found_exception', 'connector sync job [nope] not found'),
    );
  });

  const PARSER = '[claim_connector_sync_job]';
  const wrongType = (field: string, token: string) =>
    `${PARSER} ${field} doesn't support values of type: ${token}`;

  it.each([
    ['{}', 'illegal_argument_exception', 'Required [worker_hostname]'],
    ['{"sync_cursor":{}}', 'illegal_argument_exception', 'Required [worker_hostname]'],
    [
      '{"worker_hostname":null}',
      'x_content_parse_exception',
      `[1:20] ${wrongType('worker_hostname', 'VALUE_NULL')}`,
    ],
    [
      '{"worker_hostname":5}',
      'x_content_parse_exception',
      `[1:20] ${wrongType('worker_hostname', 'VALUE_NUMBER')}`,
    ],
    [
      '{"worker_hostname":true}',
      'x_content_parse_exception',
      `[1:20] ${wrongType('worker_hostname', 'VALUE_BOOLEAN')}`,
    ],
    [
      '{"worker_hostname":{}}',
      'x_content_parse_exception',
      `[1:20] ${wrongType('worker_hostname', 'START_OBJECT')}`,
    ],
    [
      '{"worker_hostname":[]}',
      'x_content_parse_exception',
      `[1:20] ${wrongType('worker_hostname', 'START_ARRAY')}`,
    ],
    ['{"sync_cursor":null}', 'x_content_parse_exception', `[1:16] ${wrongType('sync_cursor', 'VALUE_NULL')}`],
    [
      '{"sync_cursor":"x"}',
      'x_content_parse_exception',
      `[1:16] ${wrongType('sync_cursor', 'VALUE_STRING')}`,
    ],
    ['{"sync_cursor":[]}', 'x_content_parse_exception', `[1:16] ${wrongType('sync_cursor', 'START_ARRAY')}`],
    ['{"sync_cursor":1}', 'x_content_parse_exception', `[1:16] ${wrongType('sync_cursor', 'VALUE_NUMBER')}`],
    ['[]', 'x_content_parse_exception', `[1:1] ${PARSER} Expected START_OBJECT but was: START_ARRAY`],
    ['"x"', 'x_content_parse_exception', `[1:1] ${PARSER} Expected START_OBJECT but was: VALUE_STRING`],
    ['{"foo":1}', 'x_content_parse_exception', `[1:2] ${PARSER} unknown field [foo]`],
    [
      '{\n  "worker_hostnam": "w"}',
      'x_content_parse_exception',
      `[2:3] ${PARSER} unknown field [worker_hostnam] did you mean [worker_hostname]?`,
    ],
  ])('refuses %s (sync-jobs §2, §10.1)', async (body, type, reason) => {
    seedJob(given.es, 'job-1', 'pending');
    const before = given.es.syncJob('job-1');
    const answer = await claim(body);
    expect(answer).toMatchObject({ status: 400, body: plainError(400, type, reason) });
    expect(given.es.syncJob('job-1')).toBe(before);
  });

  it('requires a body (sync-jobs §2)', async () => {
    const answer = await claim();
    expect(answer.body).toEqual(plainError(400, 'parse_exception', 'request body is required'));
  });

  it('refuses an empty id after the body, before looking for the job (sync-jobs §2)', async () => {
    const answer = await claim({ worker_hostname: 'w' }, '');
    expect(answer.body).toEqual(
      plainError(
        400,
        'action_request_validation_exception',
        'Validation Failed: 1: [connector_sync_job_id] of the connector sync job cannot be null or empty.;',
      ),
    );
  });

  it.each(['refresh', 'if_seq_no', 'if_primary_term', 'timeout', 'wait_for_active_shards'])(
    'does not know the parameter %s (sync-jobs §2)',
    async (name) => {
      const answer = await given.call('PUT', `/_connector/_sync_job/job-1/_claim?${name}=1`, {
        worker_hostname: 'w',
      });
      expect(answer).toMatchObject({ status: 400, body: { error: { type: 'illegal_argument_exception' } } });
      expect(answer.body.error.reason).toContain(
        `request [/_connector/_sync_job/job-1/_claim] contains unrecognized parameter: [${name}]`,
      );
    },
  );

  it('finds a job by an id that had to be encoded', async () => {
    seedJob(given.es, 'a/b ü+%', 'pending');
    expect((await claim({ worker_hostname: 'w' }, encodeURIComponent('a/b ü+%'))).status).toBe(200);
    expect(given.es.syncJob('a/b ü+%')).toMatchObject({ status: 'in_progress' });
  });
});
