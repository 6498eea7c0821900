import { withControlPlane } from '../../src/control/control-plane.js';
import { createFakeElasticsearch, delay, type FakeElasticsearch } from '../../src/index.js';
import { claim, plane, statusOf } from './plane.js';

describe('/_fake/snapshots', () => {
  it('brings back store and clock, more than once', () => {
    const send = plane();
    expect(send('POST', '/_fake/snapshots').body).toEqual({ id: '1' });
    claim(send);
    send('POST', '/_fake/clock', { advance: '5m' });
    expect(send('POST', '/_fake/snapshots').body).toEqual({ id: '2' });
    for (let round = 0; round < 2; round += 1) {
      expect(send('POST', '/_fake/snapshots/1/_restore').body).toEqual({
        id: '1',
        now: '2024-06-01T12:00:00.000Z',
      });
      expect(statusOf(send)).toBe('pending');
      expect(send('POST', '/_fake/snapshots/2/_restore').body.now).toBe('2024-06-01T12:05:00.000Z');
      expect(statusOf(send)).toBe('in_progress');
    }
  });

  it('survives a reset', () => {
    const send = plane();
    claim(send);
    send('POST', '/_fake/snapshots');
    send('POST', '/_fake/reset', { fixtures: [] });
    send('POST', '/_fake/snapshots/1/_restore');
    expect(statusOf(send)).toBe('in_progress');
  });

  it('names those there are', () => {
    const send = plane();
    expect(send('POST', '/_fake/snapshots/1/_restore').body.error).toBe(
      'There is no snapshot [1]: known are none. POST /_fake/snapshots takes one.',
    );
    send('POST', '/_fake/snapshots');
    const answer = send('POST', '/_fake/snapshots/7/_restore');
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatch(/known are 1\./);
  });
});

describe('/_fake/clusters/{name}', () => {
  it('is a cluster of its own with the same options', () => {
    const send = plane();
    claim(send, '/_fake/clusters/one');
    expect(statusOf(send, '/_fake/clusters/one')).toBe('in_progress');
    expect(statusOf(send, '/_fake/clusters/two')).toBe('pending');
    expect(statusOf(send)).toBe('pending');
    expect(send('GET', '/_fake/clusters').body).toEqual({
      clusters: [
        { name: 'one', path: '/_fake/clusters/one' },
        { name: 'two', path: '/_fake/clusters/two' },
      ],
    });
  });

  it('has a control plane of its own: clock, journal, snapshots, seed', () => {
    const send = plane();
    const one = '/_fake/clusters/one';
    send('POST', `${one}/_fake/clock`, { advance: 1000 });
    expect(send('GET', `${one}/_fake/clock`).body.now).toBe('2024-06-01T12:00:01.000Z');
    expect(send('GET', '/_fake/clock').body.now).toBe('2024-06-01T12:00:00.000Z');
    send('POST', `${one}/_fake/reset`, { fixtures: [] });
    send('POST', `${one}/_fake/reset`);
    expect(send('GET', `${one}/_connector`).body.count).toBe(0);
    expect(send('GET', `${one}/_fake/journal`).body.requests).toMatchObject([
      { request: { rawPath: '/_connector' } },
    ]);
    expect(send('GET', '/_fake/journal').body.requests).toEqual([]);
    expect(send('POST', `${one}/_fake/snapshots`).body).toEqual({ id: '1' });
    expect(send('POST', '/_fake/snapshots/1/_restore').status).toBe(404);
  });

  it.each(['/_fake/clusters/one', '/_fake/clusters/one/'])('answers %s as its root', (target) => {
    expect(plane()('GET', target).body).toMatchObject({ tagline: 'You Know, for Search' });
  });

  it('hands the query on, and sees its own path in errors', () => {
    const send = plane();
    expect(send('GET', '/_fake/clusters/one/_connector?sise=1').body).toMatchObject({
      error: {
        reason: expect.stringContaining('request [/_connector] contains unrecognized parameter') as unknown,
      },
    });
  });

  it('takes names as URLs write them', () => {
    const send = plane();
    claim(send, '/_fake/clusters/worker%201');
    expect(send('GET', '/_fake/clusters').body.clusters).toEqual([
      { name: 'worker 1', path: '/_fake/clusters/worker%201' },
    ]);
  });

  it('is gone after DELETE, and new when asked for again', () => {
    const send = plane();
    claim(send, '/_fake/clusters/one');
    expect(send('DELETE', '/_fake/clusters/one').body).toEqual({ deleted: 'one' });
    expect(send('GET', '/_fake/clusters').body).toEqual({ clusters: [] });
    expect(statusOf(send, '/_fake/clusters/one')).toBe('pending');
  });

  it.each(['a delay', 'a gate'])('lets requests go that %s holds when it is deleted', async (holder) => {
    const made: FakeElasticsearch[] = [];
    const target = withControlPlane(() => {
      const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
      made.push(es);
      return es;
    });
    const send = (method: string, rawPath: string, bodyText = '') =>
      target.exchange({
        method,
        rawPath,
        rawQuery: '',
        headers: { 'content-type': 'application/json' },
        bodyText,
      });
    void send('GET', '/_fake/clusters/one/_connector');
    if (holder === 'a gate') made[1]?.gates.hold({});
    else made[1]?.faults.add({}, delay({ hours: 1 }));
    const held = send('GET', '/_fake/clusters/one/_connector');
    expect(held).toBeInstanceOf(Promise);
    expect(send('DELETE', '/_fake/clusters/one')).toMatchObject({ status: 200 });
    expect(await held).toMatchObject({ kind: 'response', response: { status: 200 } });
  });

  it('cannot be deleted if it is not there', () => {
    const answer = plane()('DELETE', '/_fake/clusters/one');
    expect(answer.status).toBe(404);
    expect(answer.body.error).toMatch(/^There is no cluster \[one\]: known are none\./);
  });

  it('holds no clusters of its own', () => {
    expect(plane()('GET', '/_fake/clusters/one/_fake/clusters/two/_connector').status).toBe(404);
  });
});

describe('GET /_fake/lint', () => {
  it('is empty while nobody breaks the protocol', () => {
    const send = plane();
    claim(send);
    expect(send('GET', '/_fake/lint').body).toEqual({ violations: [] });
  });

  it('tells who broke it and when', () => {
    const send = plane({ fixtures: ['completed'] });
    const [found] = (
      send('POST', '/.elastic-connectors-sync-jobs/_search', {}).body as {
        hits: { hits: { _id: string }[] };
      }
    ).hits.hits;
    send('PUT', `/_connector/_sync_job/${found!._id}/_claim`, { worker_hostname: 'w' });
    const { violations } = send('GET', '/_fake/lint').body as { violations: object[] };
    expect(violations[0]).toMatchObject({ at: '2024-06-01T12:00:00.000Z', request: 2, id: found!._id });
  });
});
