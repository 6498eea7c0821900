import { describeAdapters, plainError } from '../describe-adapters.js';
import { seedConnector, T0 } from './seed.js';

const PARSER = 'connector_sync_job_post_request';

describeAdapters('connector.sync_job_post', (given) => {
  const post = (body?: unknown) => given.call('POST', '/_connector/_sync_job', body);
  const created = async (body: unknown) => {
    const answer = await post(body);
    expect(answer.status).toBe(201);
    return given.es.syncJob((answer.body as { id: string }).id);
  };

  it('creates a pending job with a snapshot of its connector (sync-jobs §4)', async () => {
    seedConnector(given.es, 'connector-1', { language: 'de' });
    const answer = await post({ id: 'connector-1' });
    expect(answer).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^[\w-]{20}$/) } });
    expect(Object.keys(answer.body as object)).toEqual(['id']);
    expect(answer.headers.location).toBeUndefined();
    const filtering = (given.es.connector('connector-1') as unknown as { filtering: { active: unknown }[] })
      .filtering[0]?.active;
    expect(given.es.syncJob((answer.body as { id: string }).id)).toEqual({
      connector: {
        id: 'connector-1',
        filtering,
        index_name: 'search-1',
        language: 'de',
        service_type: 'folder',
        configuration: {},
      },
      created_at: T0,
      deleted_document_count: 0,
      indexed_document_count: 0,
      indexed_document_volume: 0,
      job_type: 'full',
      last_seen: T0,
      metadata: {},
      status: 'pending',
      total_document_count: 0,
      trigger_method: 'on_demand',
    });
  });

  it('takes job type and trigger method in any case and stores them in lower case (sync-jobs §3)', async () => {
    seedConnector(given.es, 'connector-1');
    expect(
      await created({ id: 'connector-1', job_type: 'INCREMENTAL', trigger_method: 'Scheduled' }),
    ).toMatchObject({
      job_type: 'incremental',
      trigger_method: 'scheduled',
    });
  });

  it('lets an access-control job write to the index beside (sync-jobs §4.5)', async () => {
    seedConnector(given.es, 'connector-1');
    expect(await created({ id: 'connector-1', job_type: 'access_control' })).toMatchObject({
      connector: { index_name: '.search-acl-filter-search-1' },
    });
  });

  it('joins the prefix even to a missing index name (sync-jobs §4.6)', async () => {
    seedConnector(given.es, 'connector-1', { index_name: null });
    expect(await created({ id: 'connector-1', job_type: 'access_control' })).toMatchObject({
      connector: { index_name: '.search-acl-filter-null' },
    });
  });

  it('creates a job for a soft-deleted connector (sync-jobs §4.3)', async () => {
    seedConnector(given.es, 'connector-1', { deleted: true });
    expect(await created({ id: 'connector-1' })).toMatchObject({ status: 'pending' });
  });

  it('gives every job its own id, the same ones in every run', async () => {
    seedConnector(given.es, 'connector-1');
    const ids = [await post({ id: 'connector-1' }), await post({ id: 'connector-1' })].map(
      ({ body }) => (body as { id: string }).id,
    );
    expect(ids[0]).not.toBe(ids[1]);
    given.es.reset();
    seedConnector(given.es, 'connector-1');
    expect((await post({ id: 'connector-1' })).body).toEqual({ id: ids[0] });
  });

  it('answers 404 for an unknown connector (sync-jobs §4.3)', async () => {
    seedConnector(given.es, 'connector-1');
    expect(await post({ id: 'nope' })).toMatchObject({
      status: 404,
      body: plainError(404, 'resource_not_found_exception', "Connector with id 'nope' does not exist."),
    });
  });

  it('answers 404 for the missing index itself before any connector exists (sync-jobs §4.3)', async () => {
    expect(await post({ id: 'nope' })).toMatchObject({
      status: 404,
      body: {
        error: { type: 'index_not_found_exception', reason: 'no such index [.elastic-connectors-v1]' },
      },
    });
  });

  it('refuses a connector without index, then one without service type (sync-jobs §4.6, §4.7)', async () => {
    seedConnector(given.es, 'connector-1', { index_name: null, service_type: null });
    expect((await post({ id: 'connector-1' })).body).toEqual(
      plainError(
        400,
        'status_exception',
        'Cannot start a sync for connector [connector-1] with no index attached. Set the [index_name] property for the connector to enable syncing data.',
      ),
    );
    seedConnector(given.es, 'connector-2', { index_name: 'search-2', service_type: null });
    expect((await post({ id: 'connector-2' })).body).toEqual(
      plainError(
        400,
        'status_exception',
        'Cannot start a sync for connector [connector-2] with [service_type] not defined. Set the service type of your connector before starting the sync.',
      ),
    );
  });

  it.each([
    ['{}', 'illegal_argument_exception', 'Required [id]'],
    [
      '{"id":null}',
      'x_content_parse_exception',
      `[1:7] [${PARSER}] id doesn't support values of type: VALUE_NULL`,
    ],
    [
      '{"id":""}',
      'action_request_validation_exception',
      'Validation Failed: 1: [id] of the connector cannot be null or empty;',
    ],
    [
      '{"id":"c","job_type":null}',
      'x_content_parse_exception',
      `[1:22] [${PARSER}] job_type doesn't support values of type: VALUE_NULL`,
    ],
    ['{"id":"c","job":1}', 'x_content_parse_exception', `[1:11] [${PARSER}] unknown field [job]`],
  ])('refuses %s (sync-jobs §4)', async (body, type, reason) => {
    expect(await post(body)).toMatchObject({ status: 400, body: plainError(400, type, reason) });
  });

  it('wraps an unknown job type once while a field is missing (sync-jobs §4 "Enum-error wrapping")', async () => {
    expect((await post({ id: 'c', job_type: 'x', trigger_method: undefined })).body).toEqual({
      error: {
        root_cause: [
          {
            type: 'x_content_parse_exception',
            reason: `Failed to build [${PARSER}] after last required field arrived`,
          },
        ],
        type: 'x_content_parse_exception',
        reason: `Failed to build [${PARSER}] after last required field arrived`,
        caused_by: { type: 'illegal_argument_exception', reason: 'Unknown ConnectorSyncJobType [x].' },
      },
      status: 400,
    });
  });

  it('wraps it twice when all fields are there; the job type is looked at first (sync-jobs §4)', async () => {
    expect((await post({ id: 'c', job_type: 'x', trigger_method: 'y' })).body).toEqual({
      error: {
        root_cause: [
          {
            type: 'x_content_parse_exception',
            reason: `Failed to build [${PARSER}] after last required field arrived`,
          },
        ],
        type: 'x_content_parse_exception',
        reason: `[1:43] [${PARSER}] failed to parse field [trigger_method]`,
        caused_by: {
          type: 'x_content_parse_exception',
          reason: `Failed to build [${PARSER}] after last required field arrived`,
          caused_by: { type: 'illegal_argument_exception', reason: 'Unknown ConnectorSyncJobType [x].' },
        },
      },
      status: 400,
    });
  });

  it('requires a body', async () => {
    expect((await post()).body).toEqual(plainError(400, 'parse_exception', 'request body is required'));
  });
});
