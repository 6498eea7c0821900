import { createFakeElasticsearch, printTimeline, type FakeElasticsearch } from '../../src/index.js';

const ID = 'my-connector-sync-job-id';

function send(es: FakeElasticsearch, method: string, rawPath: string, body?: unknown): unknown {
  const { bodyText } = es.handle({
    method,
    rawPath,
    rawQuery: '',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    bodyText: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
  });
  return bodyText === '' ? undefined : JSON.parse(bodyText);
}

const claim = (es: FakeElasticsearch, worker_hostname = 'some-machine', rest = {}) =>
  send(es, 'PUT', `/_connector/_sync_job/${ID}/_claim`, { worker_hostname, ...rest });

describe('the history of a sync job', () => {
  it('is empty after the seed, and after a later load', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    es.load('idle');
    expect(es.history(ID)).toEqual([]);
    expect(es.history('idle-job')).toEqual([]);
    expect(es.history('no-such-job')).toEqual([]);
  });

  it('starts anew when the document is seeded anew, by whatever load', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es);
    es.load('idle');
    expect(es.history(ID)).toHaveLength(1);
    es.load('pending-full-sync');
    expect(es.history(ID)).toEqual([]);
    claim(es, 'another-machine');
    expect(es.history(ID)).toMatchObject([{ from: 'pending', to: 'in_progress' }]);
  });

  it.each([null, {}, 'x'])('printTimeline(%j) is refused', (transitions) => {
    expect(() => printTimeline(transitions as never)).toThrow(
      /printTimeline\(\) takes must be the list that es\.history\(id\) gives: received/,
    );
  });

  it('tells time, cause, and each changed field before and after', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    send(es, 'GET', `/_connector/_sync_job/${ID}`);
    es.clock.advance({ minutes: 1 });
    claim(es, 'some-machine', { sync_cursor: { page: 1 } });
    const at = Date.parse('2024-06-01T12:01:00Z');
    const now = '2024-06-01T12:01:00.000Z';
    expect(es.history(ID)).toEqual([
      {
        at,
        from: 'pending',
        to: 'in_progress',
        changed: {
          'connector.sync_cursor': { before: undefined, after: { page: 1 } },
          last_seen: { before: '2024-06-01T11:55:00.000Z', after: now },
          started_at: { before: undefined, after: now },
          status: { before: 'pending', after: 'in_progress' },
          worker_hostname: { before: undefined, after: 'some-machine' },
        },
        cause: { api: 'connector.sync_job_claim', request: 2 },
      },
    ]);
  });

  it('goes down to the leaf that changed, in a cursor that merges', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es, 'a', { sync_cursor: { page: 1, list: [1] } });
    claim(es, 'a', { sync_cursor: { page: 2, more: true } });
    expect(es.history(ID)[1]!.changed).toEqual({
      'connector.sync_cursor.more': { before: undefined, after: true },
      'connector.sync_cursor.page': { before: 1, after: 2 },
    });
  });

  it('starts with the birth of a job and ends with its deletion', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const { id } = send(es, 'POST', '/_connector/_sync_job', { id: 'my-connector' }) as { id: string };
    send(es, 'PUT', `/_connector/_sync_job/${id}/_cancel`);
    send(es, 'DELETE', `/_connector/_sync_job/${id}`);
    expect(es.history(id).map(({ from, to, cause }) => [from, to, cause.api])).toEqual([
      [undefined, 'pending', 'connector.sync_job_post'],
      ['pending', 'canceled', 'connector.sync_job_cancel'],
      ['canceled', undefined, 'connector.sync_job_delete'],
    ]);
  });

  it.each([
    ['update', 'POST', `/.elastic-connectors-sync-jobs/_update/${ID}`, { doc: { status: 'canceling' } }],
    [
      'bulk',
      'POST',
      '/_bulk',
      `{"update":{"_index":".elastic-connectors-sync-jobs-v1","_id":"${ID}"}}\n{"doc":{"status":"canceling"}}\n`,
    ],
  ])('covers direct writes to its index: %s', (api, method, path, body) => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es);
    es.clock.advance({ seconds: 5 });
    send(es, method, path, body);
    expect(es.history(ID).slice(1)).toEqual([
      {
        at: Date.parse('2024-06-01T12:00:05Z'),
        from: 'in_progress',
        to: 'canceling',
        changed: { status: { before: 'in_progress', after: 'canceling' } },
        cause: { api, request: 2 },
      },
    ]);
    expect(printTimeline(es.history(ID).slice(1))).toBe(
      `2024-06-01T12:00:05.000Z  in_progress → canceling  ${api} #2`,
    );
  });

  it('has every change at an instant of its own, to the microsecond, on a system clock', () => {
    const es = createFakeElasticsearch({ clock: 'system', fixtures: ['pending-full-sync'] });
    for (let n = 0; n < 50; n += 1) claim(es);
    const started = es.history(ID).map(({ changed }) => changed.started_at?.after);
    expect(new Set(started).size).toBe(50);
    for (const instant of started) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z$/);
    expect(started).toContainEqual(expect.stringMatching(/\.\d{4,6}Z$/));
  });

  it('follows a system time that was set, as after the sleep of the machine', () => {
    const es = createFakeElasticsearch({ clock: 'system' });
    const sleep = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_600_000);
    expect(es.clock.now() - Date.now()).toBeCloseTo(0, -1);
    sleep.mockRestore();
    expect(es.clock.now()).toBeGreaterThan(Date.now() + 3_500_000);
  });

  it('keeps the microseconds of the clock in what is stored and sent', () => {
    const es = createFakeElasticsearch({
      clock: '2024-06-01T12:00:00.123456Z',
      fixtures: ['pending-full-sync'],
    });
    claim(es);
    expect(send(es, 'GET', `/_connector/_sync_job/${ID}`)).toMatchObject({
      started_at: '2024-06-01T12:00:00.123456Z',
      last_seen: '2024-06-01T12:00:00.123456Z',
    });
    es.clock.advance(0.001);
    claim(es);
    expect(es.syncJob(ID)?.started_at).toBe('2024-06-01T12:00:00.123457Z');
  });

  it('knows nothing of refused requests', () => {
    const es = createFakeElasticsearch({ fixtures: ['completed'] });
    send(es, 'PUT', '/_connector/_sync_job/completed-job/_cancel');
    expect(es.history('completed-job')).toEqual([]);
    expect(es.journal.requests).toHaveLength(1);
  });

  it('goes back with a snapshot and with a reset', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es, 'a');
    const snapshot = es.snapshot();
    claim(es, 'b');
    es.restore(snapshot);
    expect(es.history(ID)).toHaveLength(1);
    es.reset();
    expect(es.history(ID)).toEqual([]);
    expect(es.journal.requests).toEqual([]);
  });

  it('prints a line a change', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es);
    es.clock.advance({ seconds: 30 });
    send(es, 'PUT', `/_connector/_sync_job/${ID}/_check_in`);
    send(es, 'PUT', `/_connector/_sync_job/${ID}/_error`, { error: 'disk full' });
    send(es, 'DELETE', `/_connector/_sync_job/${ID}`);
    expect(printTimeline([])).toBe('no change since the seed');
    expect(printTimeline(es.history(ID).slice(0, 3))).toMatchInlineSnapshot(`
     "2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="some-machine" started_at="2024-06-01T12:00:00.000Z"
     2024-06-01T12:00:30.000Z  in_progress  connector.sync_job_check_in #2  last_seen="2024-06-01T12:00:30.000Z"
     2024-06-01T12:00:30.000Z  in_progress → error  connector.sync_job_error #3  error="disk full""
    `);
    expect(printTimeline(es.history(ID).slice(3))).toMatch(
      /^2024-06-01T12:00:30\.000Z {2}error → \(deleted\) {2}connector\.sync_job_delete #4/,
    );
  });
});

describe('the journal', () => {
  it('has every request and its answer, numbered, with the API name', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es);
    send(es, 'GET', '/_no/such/api');
    const [first, second] = es.journal.requests;
    expect(first).toMatchObject({ number: 1, at: es.clock.now(), api: 'connector.sync_job_claim' });
    expect(first!.request).toMatchObject({ method: 'PUT', bodyText: '{"worker_hostname":"some-machine"}' });
    expect(first!.response).toMatchObject({ status: 200, bodyText: '{"result":"updated"}' });
    expect(second).toMatchObject({ number: 2, api: undefined, response: { status: 400 } });
    expect(es.journal.of('connector.sync_job_claim')).toEqual([first]);
    expect(es.journal.unhandled).toEqual([second]);
  });

  it('counts on after it was cleared', () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    claim(es);
    es.journal.clear();
    claim(es);
    expect(es.journal.requests.map(({ number }) => number)).toEqual([2]);
  });
});
