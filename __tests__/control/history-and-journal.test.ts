import { JOB, JOBS, CLAIM, claim, plane } from './plane.js';

describe('GET /_fake/history/{index}/{id}', () => {
  it('gives the transitions of a document by the alias of its index, and as a timeline', () => {
    const send = plane();
    send('POST', '/_fake/clock', { advance: { minutes: 1 } });
    claim(send);
    const { body } = send('GET', `/_fake/history/${JOBS}/${JOB}`);
    expect(body).toMatchObject({
      index: JOBS,
      id: JOB,
      transitions: [
        {
          at: '2024-06-01T12:01:00.000Z',
          from: 'pending',
          to: 'in_progress',
          cause: { api: 'connector.sync_job_claim', request: 1 },
        },
      ],
    });
    expect(body.transitions).toMatchObject([
      { changed: { worker_hostname: { before: null, after: 'worker-1' } } },
    ]);
    expect(body.timeline).toContain('pending → in_progress  connector.sync_job_claim #1');
    expect(send('GET', `/_fake/history/${JOBS}-v1/${JOB}`).body.transitions).toEqual(body.transitions);
  });

  it('has null for what is absent before and after', () => {
    const send = plane();
    send('DELETE', `/_connector/_sync_job/${JOB}`);
    expect(send('GET', `/_fake/history/${JOBS}/${JOB}`).body.transitions).toMatchObject([
      { from: 'pending', to: null, changed: { status: { before: 'pending', after: null } } },
    ]);
  });

  it('is empty for a document that never changed', () => {
    expect(plane()('GET', `/_fake/history/${JOBS}/${JOB}`).body).toMatchObject({
      transitions: [],
      timeline: 'no change since the seed',
    });
  });

  it('takes ids as URLs write them', () => {
    const send = plane();
    send('PUT', '/search-mine/_doc/a%2Fb', { n: 1 });
    expect(send('GET', '/_fake/history/search-mine/a%2Fb').body).toMatchObject({
      id: 'a/b',
      transitions: [{}],
    });
  });

  it('says that there was no such document', () => {
    const answer = plane()('GET', `/_fake/history/${JOBS}/nobody`);
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatch(/^There is and was no document \[nobody\] in \[\.elastic/);
  });
});

describe('/_fake/journal', () => {
  it('gives requests and answers as data', () => {
    const send = plane();
    claim(send);
    expect(send('GET', '/_fake/journal').body).toMatchObject({
      requests: [
        {
          number: 1,
          at: '2024-06-01T12:00:00.000Z',
          api: 'connector.sync_job_claim',
          request: { method: 'PUT', rawPath: CLAIM, bodyText: '{"worker_hostname":"worker-1"}' },
          response: { status: 200, bodyText: '{"result":"updated"}' },
          fault: null,
          gap: null,
        },
      ],
    });
  });

  it('chooses by API and by whether anything took the request', () => {
    const send = plane();
    claim(send);
    send('GET', '/_connector');
    send('POST', '/_watcher/stats/x');
    const numbers = (target: string) =>
      (send('GET', target).body.requests as { number: number }[]).map(({ number }) => number);
    expect(numbers('/_fake/journal?api=connector.list')).toEqual([2]);
    expect(numbers('/_fake/journal?unhandled=true')).toEqual([3]);
    expect(numbers('/_fake/journal?unhandled')).toEqual([3]);
    expect(numbers('/_fake/journal?unhandled=false')).toEqual([1, 2, 3]);
    expect(numbers('/_fake/journal?unhandled=true&api=connector.list')).toEqual([]);
  });

  it('refuses an API that nobody has, and half an answer', () => {
    const send = plane();
    expect(send('GET', '/_fake/journal?api=connector.lst')).toMatchObject({
      status: 400,
      body: {
        error:
          'There is no API [connector.lst]. Did you mean "connector.list"? GET /_fake lists the names of all APIs.',
      },
    });
    expect(send('GET', '/_fake/journal?unhandled=maybe').body.error).toBe(
      '[unhandled] must be true or false: received [maybe].',
    );
  });

  it('forgets what it is told to', () => {
    const send = plane();
    claim(send);
    expect(send('DELETE', '/_fake/journal').body).toEqual({ deleted: 1 });
    expect(send('GET', '/_fake/journal').body).toEqual({ requests: [] });
  });
});
