import { JOB, claim, plane, statusOf } from './plane.js';

describe('POST /_fake/reset', () => {
  it('goes back to the seed without a body', () => {
    const send = plane();
    claim(send);
    expect(send('POST', '/_fake/reset')).toMatchObject({
      status: 200,
      body: { now: '2024-06-01T12:00:00.000Z', documents: { '.elastic-connectors-sync-jobs-v1': 1 } },
    });
    expect(statusOf(send)).toBe('pending');
    expect(send('GET', '/_fake/journal').body.requests).toHaveLength(1);
  });

  it('takes {} for no fixtures asked for', () => {
    const send = plane();
    claim(send);
    send('POST', '/_fake/reset', {});
    expect(statusOf(send)).toBe('pending');
  });

  it('empties the store for an empty list', () => {
    const send = plane();
    expect(send('POST', '/_fake/reset', { fixtures: [] }).body.documents).toEqual({});
    expect(send('GET', '/_connector').body.count).toBe(0);
  });

  it('takes names, paths and scenarios', () => {
    const send = plane();
    const fixtures = [
      'two-connectors',
      'fixtures/pending-full-sync.json',
      { connectors: [{ id: 'mine', name: 'Mine' }] },
    ];
    expect(send('POST', '/_fake/reset', { fixtures }).status).toBe(200);
    expect(send('GET', '/_connector').body.count).toBe(4);
    expect(send('GET', '/_connector/mine').body.name).toBe('Mine');
  });

  it('makes what it was given the seed of later resets', () => {
    const send = plane({ fixtures: [] });
    send('POST', '/_fake/reset', { fixtures: ['pending-full-sync'] });
    claim(send);
    send('POST', '/_fake/reset');
    expect(statusOf(send)).toBe('pending');
    send('POST', '/_fake/reset', { fixtures: [] });
    send('POST', '/_fake/reset');
    expect(send('GET', `/_connector/_sync_job/${JOB}`).status).toBe(404);
  });

  it.each([
    [{ fixtures: ['pending-full'] }, /There is no shipped scenario "pending-full"/],
    [{ fixtures: ['pending-full-sync', { conectors: [] }] }, /conectors/],
    [{ fixtures: [7] }, /scenario/],
    [{ fixtures: 'pending-full-sync' }, /^\[fixtures\] must be a list .*: received "pending-full-sync"\.$/],
    [{ fixtures: ['./nowhere.json'] }, /nowhere\.json cannot be read/],
    [{ fixture: [] }, /The body has no field \[fixture\]\. Did you mean "fixtures"\?/],
  ])('changes nothing for %j', (body, error) => {
    const send = plane();
    claim(send);
    send('POST', '/_fake/clock', { advance: 1000 });
    send('POST', '/_fake/faults', { api: 'connector.check_in', effect: 'conflict' });
    const answer = send('POST', '/_fake/reset', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(error);
    expect(statusOf(send)).toBe('in_progress');
    expect(send('GET', '/_fake/clock').body.now).toBe('2024-06-01T12:00:01.000Z');
    expect(send('GET', '/_fake/faults').body.faults).toHaveLength(1);
    expect(send('GET', '/_fake/journal').body.requests).not.toHaveLength(0);
    send('POST', '/_fake/reset');
    expect(statusOf(send)).toBe('pending');
  });
});
