import { withControlPlane } from '../../src/control/control-plane.js';
import { createFakeElasticsearch } from '../../src/fake-elasticsearch.js';
import { claim, plane, statusOf } from './plane.js';

describe('/_fake/faults', () => {
  it('spoils the next request of an API', () => {
    const send = plane();
    const added = send('POST', '/_fake/faults', {
      api: 'connector.sync_job_claim',
      times: 1,
      effect: { respond: { status: 503 } },
    });
    const rule = { api: 'connector.sync_job_claim', times: 1, effect: 'respond(503)' };
    expect(added).toMatchObject({ status: 200, body: { faults: [{ ...rule, hits: 0 }] } });
    expect(claim(send).status).toBe(503);
    expect(statusOf(send)).toBe('pending');
    expect(send('GET', '/_fake/faults').body).toEqual({ faults: [{ ...rule, hits: 1 }] });
    expect(claim(send).status).toBe(200);
  });

  it.each([
    ['conflict', 409],
    ['tooManyRequests', 429],
    ['payloadTooLarge', 413],
    ['unavailable', 503],
  ])('has the effect %s, by its name alone or as an object', (effect, status) => {
    for (const written of [effect, { [effect]: {} }]) {
      const send = plane();
      expect(send('POST', '/_fake/faults', { method: 'PUT', effect: written }).status).toBe(200);
      const target = '/_connector/_sync_job/my-connector-sync-job-id/_check_in';
      // An empty answer is no JSON.
      if (status !== 413) expect(send('PUT', target).status).toBe(status);
      expect(statusOf(send)).toBe('pending');
    }
  });

  it('answers what it is told to', () => {
    const send = plane();
    const respond = { status: 418, body: { a: 'teapot' }, headers: { 'x-mine': '1' } };
    send('POST', '/_fake/faults', { path: '/_connector', skip: 1, effect: { respond } });
    expect(send('GET', '/_connector').status).toBe(200);
    expect(send('GET', '/_connector')).toMatchObject({
      status: 418,
      body: { a: 'teapot' },
      headers: { 'x-mine': '1' },
    });
  });

  it('takes * in a path for any text within a segment', () => {
    const send = plane();
    send('POST', '/_fake/faults', { path: '/_connector/*/_check_in', effect: 'conflict' });
    expect(send('PUT', '/_connector/my-connector/_check_in').status).toBe(409);
    expect(send('PUT', '/_connector/my-connector/_name', { name: 'n' }).status).toBe(200);
    expect(send('PUT', '/_connector/_sync_job/my-connector-sync-job-id/_check_in').status).toBe(200);
  });

  it('delays on the fake clock, drops before and after, and spoils bodies', async () => {
    const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
    const target = withControlPlane(() => es);
    const send = (method: string, rawPath: string, body: unknown) =>
      target.exchange({
        method,
        rawPath,
        rawQuery: '',
        headers: { 'content-type': 'application/json' },
        bodyText: JSON.stringify(body),
      });
    const job = 'my-connector-sync-job-id';
    const spoiltClaim = (effect: object) => {
      es.reset();
      void send('POST', '/_fake/faults', { effect });
      return send('PUT', `/_connector/_sync_job/${job}/_claim`, { worker_hostname: 'w' });
    };
    expect(await spoiltClaim({ drop: { when: 'before' } })).toEqual({ kind: 'dropped' });
    expect(es.syncJob(job)?.status).toBe('pending');
    expect(await spoiltClaim({ drop: { when: 'after' } })).toEqual({ kind: 'dropped' });
    expect(es.syncJob(job)?.status).toBe('in_progress');
    expect(spoiltClaim({ corrupt: {} })).toMatchObject({ status: 200, bodyText: '{"result":' });
    const delayed = spoiltClaim({ delay: { duration: '30s' } });
    expect(es.syncJob(job)?.status).toBe('pending');
    void send('POST', '/_fake/clock', { advance: { seconds: 30 } });
    expect(await delayed).toMatchObject({ kind: 'response', response: { status: 200 } });
    expect(es.syncJob(job)?.started_at).toBe('2024-06-01T12:00:30.000Z');
  });

  it('takes all rules away', () => {
    const send = plane();
    send('POST', '/_fake/faults', { effect: 'conflict' });
    expect(send('DELETE', '/_fake/faults').body).toEqual({ deleted: 1 });
    expect(send('GET', '/_fake/faults').body).toEqual({ faults: [] });
    expect(claim(send).status).toBe(200);
  });

  it.each([
    [
      undefined,
      /^\[effect\] must be an object with one effect, .*: received nothing\. Effects are respond, conflict,/,
    ],
    [{ effect: {} }, /^\[effect\] must be an object with one effect/],
    [{ effect: { conflict: {}, unavailable: {} } }, /^\[effect\] must be an object with one effect/],
    [{ effect: 'conflit' }, /^There is no effect \[conflit\]\. Did you mean "conflict"\?/],
    [{ effect: { constructor: {} } }, /^There is no effect \[constructor\]/],
    [{ effect: { respond: {} } }, /^\[respond\] needs a \[status\]/],
    [{ effect: { respond: { status: 42 } } }, /takes an HTTP status from 200 to 599, got 42/],
    [{ effect: { respond: { status: '503' } } }, /^\[status\] must be a number: received "503"\.$/],
    [{ effect: { respond: { status: 503, headers: { a: 1 } } } }, /^\[headers\] must be an object of texts/],
    [
      { effect: { respond: { status: 503, headers: { 'bad header': 'x' } } } },
      /^\[headers\] has one that HTTP cannot send: received \{"bad header":"x"\}\. A name has letters/,
    ],
    [{ effect: { respond: { status: 503, headers: { '': 'x' } } } }, /cannot send: received \{"":"x"\}\./],
    [
      { effect: { respond: { status: 503, headers: { a: 'x\ny' } } } },
      /cannot send: received \{"a":"x\\ny"\}\./,
    ],
    [{ effect: { respond: { status: 503, headers: { a: 'ü€' } } } }, /cannot send: received \{"a":"ü€"\}\./],
    [{ effect: { respond: { status: 503, code: 1 } } }, /^The effect \[respond\] has no field \[code\]/],
    [{ effect: { conflict: { a: 1 } } }, /^The effect \[conflict\] has no field \[a\]\. It takes none\.$/],
    [{ effect: { delay: {} } }, /^A duration is/],
    [{ effect: { delay: { duration: 'soon' } } }, /^\[duration\] must be a duration/],
    [
      { effect: { drop: { when: 'never' } } },
      /^\[when\] of \[drop\] must be "before" or "after": received "never"/,
    ],
    [
      { api: 'connector.clam', effect: 'conflict' },
      /names the API 'connector\.clam', which the fake does not have/,
    ],
    [{ api: 7, effect: 'conflict' }, /^\[api\] must be a text: received 7\.$/],
    [{ times: 'once', effect: 'conflict' }, /^\[times\] must be a number: received "once"\.$/],
    [{ times: -1, effect: 'conflict' }, /\[times\] must be a whole number/],
    [{ apis: 'a', effect: 'conflict' }, /^The body has no field \[apis\]\. Did you mean "api"\?/],
  ])('refuses %j', (body, error) => {
    const send = plane();
    const answer = send('POST', '/_fake/faults', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(error);
    expect(send('GET', '/_fake/faults').body).toEqual({ faults: [] });
  });
});
