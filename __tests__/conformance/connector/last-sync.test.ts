import { describeAdapters } from '../describe-adapters.js';
import { illegalArgument, parseFailure } from './failures.js';
import { FRESH } from './fresh.js';
import { behavesAsUpdate } from './update-rules.js';

const PARSER = 'connector_update_last_sync_stats_request';

const STATS = {
  last_access_control_sync_error: 'no access',
  last_access_control_sync_scheduled_at: '2023-05-25T12:30:00.000Z',
  last_access_control_sync_status: 'error',
  last_deleted_document_count: 43,
  last_incremental_sync_scheduled_at: '2023-05-25T12:31:00.000Z',
  last_indexed_document_count: 42,
  last_sync_error: 'oh no error',
  last_sync_scheduled_at: '2023-05-25T12:32:00.123456Z',
  last_sync_status: 'completed',
  last_synced: '2023-05-25T12:33:00.000Z',
  sync_cursor: { pointer: 42 },
};

describeAdapters('connector.last_sync', (given) => {
  const update = (body: unknown) => given.call('PUT', '/_connector/a/_last_sync', body);

  behavesAsUpdate(given, { path: '_last_sync', body: { last_indexed_document_count: 1 }, readsFirst: false });

  beforeEach(() => given.call('PUT', '/_connector/a', {}));

  it('writes what is sent (connectors §3.20)', async () => {
    expect((await update(STATS)).body).toEqual({ result: 'updated' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, ...STATS });
    expect((await update(STATS)).body).toEqual({ result: 'noop' });
  });

  it('overlooks nulls: nothing can be cleared (connectors §3.20)', async () => {
    await update(STATS);
    const nulls = Object.fromEntries(
      Object.keys(STATS)
        .filter((key) => !key.endsWith('count'))
        .map((key) => [key, null]),
    );
    expect((await update(nulls)).body).toEqual({ result: 'noop' });
    expect((await update({})).body).toEqual({ result: 'noop' });
    expect(given.es.connector('a')).toEqual({ ...FRESH, ...STATS });
  });

  it('merges cursors (connectors §3.20)', async () => {
    await update({ sync_cursor: { a: { b: 1 }, c: 1 } });
    await update({ sync_cursor: { a: { d: 2 }, c: [2] } });
    expect(given.es.connector('a')?.sync_cursor).toEqual({ a: { b: 1, d: 2 }, c: [2] });
  });

  it('reads dates, statuses and counts leniently and prints them in one form (connectors §1.4, §1.6)', async () => {
    await update({
      last_synced: '2023-05-25T14:30:00+02:00',
      last_sync_scheduled_at: '2023-05-25T12:30:00.1Z',
      last_sync_status: 'In_Progress',
      last_indexed_document_count: '7',
      last_deleted_document_count: 7.9,
    });
    expect(given.es.connector('a')).toMatchObject({
      last_synced: '2023-05-25T12:30:00.000Z',
      last_sync_scheduled_at: '2023-05-25T12:30:00.100Z',
      last_sync_status: 'in_progress',
      last_indexed_document_count: 7,
      last_deleted_document_count: 7,
    });
  });

  it('refuses what is no date (connectors §1.6)', async () => {
    expect((await update('{"last_synced":"wrong datetime"}')).body).toMatchObject({
      error: {
        root_cause: [{ reason: `[1:16] [${PARSER}] failed to parse field [last_synced]` }],
        type: 'x_content_parse_exception',
        caused_by: {
          type: 'illegal_argument_exception',
          reason:
            'failed to parse date field [wrong datetime] with format [strict_date_optional_time||epoch_millis]',
        },
      },
      status: 400,
    });
  });

  it('refuses what is no status (connectors §3.20)', async () => {
    expect((await update('{"last_sync_status":"nope"}')).body).toEqual(
      parseFailure(
        [`[1:21] [${PARSER}] failed to parse field [last_sync_status]`],
        illegalArgument('Unknown ConnectorSyncStatus [nope].'),
      ),
    );
  });

  it.each([
    ['{"last_seen":null}', `[1:2] [${PARSER}] unknown field [last_seen]`],
    ['{"last_synced":1}', `[1:16] [${PARSER}] last_synced doesn't support values of type: VALUE_NUMBER`],
    [
      '{"last_indexed_document_count":null}',
      `[1:32] [${PARSER}] last_indexed_document_count doesn't support values of type: VALUE_NULL`,
    ],
    ['{"sync_cursor":[]}', `[1:16] [${PARSER}] sync_cursor doesn't support values of type: START_ARRAY`],
  ])('refuses %s (connectors §3.20)', async (body, reason) => {
    const answer = (await update(body)).body as { error: { reason: string } };
    expect(answer.error.reason.startsWith(reason)).toBe(true);
    expect(answer).toMatchObject({ status: 400 });
  });
});
