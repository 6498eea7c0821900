import { stripVTControlCharacters } from 'node:util';
import { createFakeElasticsearch, isFakeUsageError, type FakeElasticsearch } from '../../src/index.js';
import type {} from '../../src/adapters/jest/matcher-types.js';
import { SYNC_JOBS_INDEX } from '../../src/store/connector-indices.js';
import * as matchers from '../../src/testing/matchers/index.js';
import { rememberOrigin } from '../../src/testing/origins.js';

expect.extend(matchers);

const ID = 'my-connector-sync-job-id';
const NOON = '2024-06-01T12:00:00Z';

let es: FakeElasticsearch;
beforeEach(() => {
  es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
});

/** `es.syncJob(id)`. */
function job(id = ID) {
  return rememberOrigin(es.syncJob(id), {
    es,
    id,
    index: SYNC_JOBS_INDEX,
    ids: () => [ID, 'another-job'],
  });
}

function send(method: string, rawPath: string, body?: unknown): void {
  const bodyText = body === undefined ? '' : JSON.stringify(body);
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  es.handle({ method, rawPath, rawQuery: '', headers, bodyText });
}

const claim = (worker_hostname = 'some-machine') =>
  send('PUT', `/_connector/_sync_job/${ID}/_claim`, { worker_hostname });

/** What a failing assertion says, without colours. */
function failureOf(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error('The assertion held.');
}

describe('toHaveStatus', () => {
  it('holds for the state, and not for another', () => {
    expect(job()).toHaveStatus('pending');
    expect(job()).not.toHaveStatus('completed');
    expect(es.connector('my-connector')).toHaveStatus('connected');
  });

  it('prints the timeline when it fails', () => {
    claim();
    expect(failureOf(() => expect(job()).toHaveStatus('completed'))).toMatchInlineSnapshot(`
     "expect(document).toHaveStatus("completed")

     Expected status: "completed"
     Received status: "in_progress"

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="some-machine" started_at="2024-06-01T12:00:00.000Z""
    `);
  });

  it('prints the timeline when its negation fails', () => {
    claim();
    expect(failureOf(() => expect(job()).not.toHaveStatus('in_progress'))).toMatchInlineSnapshot(`
     "expect(document).not.toHaveStatus("in_progress")

     Expected status: not "in_progress"
     Received status: "in_progress"

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="some-machine" started_at="2024-06-01T12:00:00.000Z""
    `);
  });

  it('explains an empty journal', () => {
    expect(failureOf(() => expect(job()).toHaveStatus('in_progress'))).toMatchInlineSnapshot(`
     "expect(document).toHaveStatus("in_progress")

     Expected status: "in_progress"
     Received status: "pending"

     Timeline of sync job "my-connector-sync-job-id":
       no change since the seed

     No request reached the fake. One that was sent went past it: nock 14 and older see nothing of undici, which the official client uses unless told otherwise. Make the client with clientOptions(es), or give it Connection: HttpConnection; check that it talks to the origin that is intercepted; and leave nock its timers: jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })."
    `);
  });

  it('says what there is instead of a job that is not there, negated too', () => {
    claim();
    expect(failureOf(() => expect(job('my-job')).toHaveStatus('pending'))).toMatchInlineSnapshot(`
     "expect(document).toHaveStatus("pending")

     received is undefined. There is no sync job "my-job"; the fake holds: my-connector-sync-job-id, another-job."
    `);
    expect(failureOf(() => expect(job('my-job')).not.toHaveStatus('pending'))).toContain(
      'There is no sync job "my-job"',
    );
  });

  it('refuses what is no document', () => {
    expect(failureOf(() => expect('my-job').toHaveStatus('pending'))).toMatchInlineSnapshot(`
     "expect(document).toHaveStatus("pending")

     received must be a sync job or a connector, e.g. es.syncJob(id). It is: "my-job""
    `);
    expect(failureOf(() => expect(es).not.toHaveStatus('pending'))).toMatchInlineSnapshot(`
     "expect(document).not.toHaveStatus("pending")

     received is the fake itself: give one of its documents, e.g. es.syncJob(id)."
    `);
  });

  it('knows no timeline of a document that no fake handed out', () => {
    expect(failureOf(() => expect({ status: 'pending' }).toHaveStatus('error'))).toMatchInlineSnapshot(`
     "expect(document).toHaveStatus("error")

     Expected status: "error"
     Received status: "pending""
    `);
  });
});

describe('toBeClaimedBy', () => {
  it('holds for a job in progress in the hands of that worker', () => {
    expect(job()).not.toBeClaimedBy('some-machine');
    claim();
    expect(job()).toBeClaimedBy('some-machine');
    expect(job()).not.toBeClaimedBy('another-machine');
  });

  it('does not hold any more when the job has ended', () => {
    es.load('completed');
    expect(job('completed-job')).not.toBeClaimedBy('some-machine');
  });

  it('tells who has it when it fails', () => {
    claim('another-machine');
    expect(failureOf(() => expect(job()).toBeClaimedBy('some-machine'))).toMatchInlineSnapshot(`
     "expect(syncJob).toBeClaimedBy("some-machine")

     Expected: status "in_progress", worker_hostname "some-machine"
     Received: status "in_progress", worker_hostname "another-machine"

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="another-machine" started_at="2024-06-01T12:00:00.000Z""
    `);
  });

  it('tells that nobody has it', () => {
    send('PUT', `/_connector/_sync_job/${ID}/_check_in`);
    expect(failureOf(() => expect(job()).toBeClaimedBy('some-machine'))).toMatchInlineSnapshot(`
     "expect(syncJob).toBeClaimedBy("some-machine")

     Expected: status "in_progress", worker_hostname "some-machine"
     Received: status "pending", worker_hostname undefined

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending  connector.sync_job_check_in #1  last_seen="2024-06-01T12:00:00.000Z""
    `);
  });
});

describe('toHaveTransitioned', () => {
  it('compares the whole path since the seed', () => {
    expect(es).toHaveTransitioned(ID, ['pending']);
    claim();
    send('PUT', `/_connector/_sync_job/${ID}/_check_in`);
    send('PUT', `/_connector/_sync_job/${ID}/_cancel`);
    expect(es).toHaveTransitioned(ID, ['pending', 'in_progress', 'canceling']);
    expect(es).not.toHaveTransitioned(ID, ['pending', 'canceling']);
    send('DELETE', `/_connector/_sync_job/${ID}`);
    expect(es).toHaveTransitioned(ID, ['pending', 'in_progress', 'canceling', '(deleted)']);
  });

  it('serves connectors as well', () => {
    expect(es).toHaveTransitioned('my-connector', ['connected']);
  });

  it('prints the timeline when it fails', () => {
    claim();
    es.clock.advance({ minutes: 2 });
    send('PUT', `/_connector/_sync_job/${ID}/_error`, { error: 'disk full' });
    expect(failureOf(() => expect(es).toHaveTransitioned(ID, ['pending', 'in_progress', 'completed'])))
      .toMatchInlineSnapshot(`
     "expect(es).toHaveTransitioned("my-connector-sync-job-id", ["pending", "in_progress", "completed"])

     Expected: pending → in_progress → completed
     Received: pending → in_progress → error

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="some-machine" started_at="2024-06-01T12:00:00.000Z"
       2024-06-01T12:02:00.000Z  in_progress → error  connector.sync_job_error #2  error="disk full""
    `);
    expect(
      failureOf(() => expect(es).not.toHaveTransitioned(ID, ['pending', 'in_progress', 'error'])),
    ).toContain('Expected: not pending → in_progress → error\nReceived: pending → in_progress → error');
  });

  it('refuses an id that never was, and what is no fake', () => {
    expect(isFakeUsageError(catchFrom(() => expect(es).not.toHaveTransitioned('x', [])))).toBe(true);
    expect(failureOf(() => expect(job()).toHaveTransitioned(ID, ['pending']))).toContain(
      'received must be the fake: expect(es).toHaveTransitioned(…).',
    );
  });
});

describe('toHaveBeenSeenAt', () => {
  it('compares instants, not texts', () => {
    claim();
    expect(job()).toHaveBeenSeenAt(NOON);
    expect(job()).toHaveBeenSeenAt('2024-06-01T14:00:00+02:00');
    expect(job()).toHaveBeenSeenAt(Date.parse(NOON));
    expect(job()).toHaveBeenSeenAt(new Date(NOON));
    expect(job()).not.toHaveBeenSeenAt('2024-06-01T12:00:00.000001Z');
    expect(es.connector('my-connector')).toHaveBeenSeenAt('2024-06-01T11:59:30Z');
  });

  it('tells how far off it is', () => {
    claim();
    expect(failureOf(() => expect(job()).toHaveBeenSeenAt('2024-06-01T12:05:00Z'))).toMatchInlineSnapshot(`
     "expect(document).toHaveBeenSeenAt("2024-06-01T12:05:00.000Z")

     Expected last_seen: "2024-06-01T12:05:00.000Z"
     Received last_seen: "2024-06-01T12:00:00.000Z", 300 s before

     Timeline of sync job "my-connector-sync-job-id":
       2024-06-01T12:00:00.000Z  pending → in_progress  connector.sync_job_claim #1  last_seen="2024-06-01T12:00:00.000Z" worker_hostname="some-machine" started_at="2024-06-01T12:00:00.000Z""
    `);
  });

  it('does not hold for a document without a sign of life', () => {
    expect({ status: 'created', last_seen: null }).not.toHaveBeenSeenAt(NOON);
    expect({ status: 'created' }).not.toHaveBeenSeenAt(NOON);
  });
});

describe('toHaveReceived', () => {
  it('holds for a request of that API, with that body', () => {
    claim();
    expect(es).toHaveReceived();
    expect(es).toHaveReceived('connector.sync_job_claim');
    expect(es).toHaveReceived('connector.sync_job_claim', { worker_hostname: 'some-machine' });
    expect(es).toHaveReceived('connector.sync_job_claim', expect.objectContaining({}));
    expect(es).not.toHaveReceived('connector.sync_job_claim', {});
    expect(es).not.toHaveReceived('connector.sync_job_cancel');
  });

  it('shows the requests of that API when none has the body', () => {
    claim('another-machine');
    expect(
      failureOf(() =>
        expect(es).toHaveReceived('connector.sync_job_claim', { worker_hostname: 'some-machine' }),
      ),
    ).toMatchInlineSnapshot(`
     "expect(es).toHaveReceived("connector.sync_job_claim", {"worker_hostname": "some-machine"})

     Expected: connector.sync_job_claim with the body {"worker_hostname": "some-machine"}
     Received:
       #1 2024-06-01T12:00:00.000Z  connector.sync_job_claim  PUT /_connector/_sync_job/my-connector-sync-job-id/_claim {"worker_hostname":"another-machine"} → 200"
    `);
  });

  it('shows all requests when none is of that API', () => {
    claim();
    send('GET', '/_no/such/api');
    expect(failureOf(() => expect(es).toHaveReceived('connector.sync_job_cancel'))).toMatchInlineSnapshot(`
     "expect(es).toHaveReceived("connector.sync_job_cancel")

     Expected: connector.sync_job_cancel
     Received: none of connector.sync_job_cancel, but:
       #1 2024-06-01T12:00:00.000Z  connector.sync_job_claim  PUT /_connector/_sync_job/my-connector-sync-job-id/_claim {"worker_hostname":"some-machine"} → 200
       #2 2024-06-01T12:00:00.000Z  (no API)  GET /_no/such/api → 400 {"error":"no handler found for uri [/_no/such/api] and method [GET]"}"
    `);
  });

  it('shows what there should not have been', () => {
    claim();
    expect(failureOf(() => expect(es).not.toHaveReceived('connector.sync_job_claim'))).toMatchInlineSnapshot(`
     "expect(es).not.toHaveReceived("connector.sync_job_claim")

     Expected: not connector.sync_job_claim
     Received:
       #1 2024-06-01T12:00:00.000Z  connector.sync_job_claim  PUT /_connector/_sync_job/my-connector-sync-job-id/_claim {"worker_hostname":"some-machine"} → 200"
    `);
    expect(failureOf(() => expect(es).not.toHaveReceived())).toContain('Expected: not any request');
  });

  it('explains an empty journal', () => {
    expect(es).not.toHaveReceived();
    expect(failureOf(() => expect(es).toHaveReceived('connector.sync_job_claim'))).toMatchInlineSnapshot(`
     "expect(es).toHaveReceived("connector.sync_job_claim")

     Expected: connector.sync_job_claim
     Received: nothing

     No request reached the fake. One that was sent went past it: nock 14 and older see nothing of undici, which the official client uses unless told otherwise. Make the client with clientOptions(es), or give it Connection: HttpConnection; check that it talks to the origin that is intercepted; and leave nock its timers: jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })."
    `);
  });

  it('refuses an API that does not exist, negated too: it could only be missing', () => {
    expect(() => expect(es).not.toHaveReceived('connector.sync_job_clam')).toThrow(
      `names the API 'connector.sync_job_clam', which the fake does not have. Did you mean "connector.sync_job_claim"?`,
    );
  });
});

describe('toHaveNoUnhandledRequests', () => {
  it('lists what the fake does not emulate, and its answer', () => {
    claim();
    expect(es).toHaveNoUnhandledRequests();
    send('PUT', '/_no/such/api', { a: 1 });
    expect(es).not.toHaveNoUnhandledRequests();
    expect(failureOf(() => expect(es).toHaveNoUnhandledRequests())).toMatchInlineSnapshot(`
     "expect(es).toHaveNoUnhandledRequests()

     Expected: none
     Received: 1
       #2 2024-06-01T12:00:00.000Z  (no API)  PUT /_no/such/api {"a":1} → 400 {"error":"no handler found for uri [/_no/such/api] and method [PUT]"}"
    `);
  });
});

describe('toHaveNoProtocolViolations', () => {
  const linted = (...violations: unknown[]) => ({ ...es, lint: { violations } });

  it('holds while the lint has nothing to say', () => {
    expect(linted()).toHaveNoProtocolViolations();
    expect(linted('x')).not.toHaveNoProtocolViolations();
  });

  it('lists the violations', () => {
    claim();
    const violation = { rule: 'claim-state', message: 'claimed a completed job' };
    expect(failureOf(() => expect(linted(violation, 'in words', { other: 1 })).toHaveNoProtocolViolations()))
      .toMatchInlineSnapshot(`
     "expect(es).toHaveNoProtocolViolations()

     Expected: none
     Received: 3
       claim-state: claimed a completed job
       in words
       {"other":1}"
    `);
  });

  it('prints what happened to the job', () => {
    claim();
    claim('another-machine');
    expect(failureOf(() => expect(es).toHaveNoProtocolViolations())).toMatch(
      /^ {2}claim-from-illegal-status: .*\n\nTimeline of sync job "my-connector-sync-job-id":\n.*pending → in_progress/m,
    );
  });
});

describe('what could never fail is refused, negated too', () => {
  const refusals: [string, () => unknown, RegExp][] = [
    [
      'a status',
      () => expect(job()).not.toHaveStatus('pendng'),
      /no status "pendng"\. Did you mean "pending"\?/,
    ],
    [
      'no status',
      () => expect(job()).not.toHaveStatus(undefined as never),
      /no status nothing\. There are: /,
    ],
    ['no worker', () => expect(job()).not.toBeClaimedBy(undefined as never), /worker must be a text/],
    ['a number', () => expect(job()).not.toBeClaimedBy(5 as never), /worker must be .*received 5/],
    ['an empty worker', () => expect(job()).not.toBeClaimedBy(''), /worker must be .*received ""/],
    ['a step', () => expect(es).not.toHaveTransitioned(ID, ['pendng']), /no status "pendng"/],
    ['null', () => expect(es).not.toHaveTransitioned(ID, null as never), /states must be a list such as/],
    ['a text', () => expect(es).not.toHaveTransitioned(ID, '' as never), /states must be a list/],
    ['5', () => expect(es).not.toHaveTransitioned(ID, 5 as never), /states must be a list/],
    ['an object', () => expect(es).not.toHaveTransitioned(ID, {} as never), /states must be a list/],
    ['no states', () => expect(es).not.toHaveTransitioned(ID, []), /states must be a list/],
    ['no id', () => expect(es).not.toHaveTransitioned('', ['pending']), /id must be a text/],
    ['null as API', () => expect(es).not.toHaveReceived(null as never), /names the API 'null'/],
    ['5 as API', () => expect(es).not.toHaveReceived(5 as never), /names the API '5'/],
    ['an object as API', () => expect(es).not.toHaveReceived({} as never), /names the API/],
    ['a list as API', () => expect(es).not.toHaveReceived([] as never), /names the API/],
    ['{}', () => expect({}).not.toHaveStatus('pending'), /must be a sync job or a connector/],
    [
      'a promise',
      () => expect(Promise.resolve()).not.toBeClaimedBy('w'),
      /must be a sync job or a connector/,
    ],
    [
      'a view',
      () => expect(es.document(SYNC_JOBS_INDEX, ID)).not.toHaveStatus('pending'),
      /must be a sync job/,
    ],
    ['null', () => expect(null).not.toHaveBeenSeenAt(NOON), /must be a sync job or a connector/],
    ['no fake', () => expect({}).not.toHaveNoProtocolViolations(), /must be the fake/],
  ];
  it.each(refusals)('%s', (_, assertion, message) => {
    expect(assertion).toThrow(message);
    let thrown: unknown;
    try {
      assertion();
    } catch (error) {
      thrown = error;
    }
    expect(isFakeUsageError(thrown)).toBe(true);
  });

  it('but for a state that the document has, however odd', () => {
    send('PUT', `/${SYNC_JOBS_INDEX}/_doc/${ID}`, { status: 'odd' });
    expect(job()).toHaveStatus('odd');
    expect(es).toHaveTransitioned(ID, ['pending', 'odd']);
    expect(es).not.toHaveTransitioned(ID, ['odd']);
  });
});

describe('by hand, without a test runner', () => {
  it('a matcher gives its verdict and a plain message', () => {
    claim();
    const { toHaveStatus } = matchers;
    const { pass, message } = toHaveStatus(job(), 'pending');
    expect(pass).toBe(false);
    expect(message()).toMatch(
      /^expect\(document\)\.toHaveStatus\("pending"\)\n\nExpected status: "pending"\n/,
    );
    expect(matchers.toHaveReceived(es, 'connector.sync_job_claim', { worker_hostname: 'x' }).pass).toBe(
      false,
    );
  });

  it('the entry holds matchers and nothing else, for expect.extend', () => {
    expect(Object.keys(matchers).sort()).toEqual([
      'toBeClaimedBy',
      'toHaveBeenSeenAt',
      'toHaveNoProtocolViolations',
      'toHaveNoUnhandledRequests',
      'toHaveReceived',
      'toHaveStatus',
      'toHaveTransitioned',
    ]);
  });
});

function catchFrom(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
