import { plane } from './plane.js';

describe('/_fake/clock', () => {
  it('tells the time', () => {
    expect(plane()('GET', '/_fake/clock').body).toEqual({ now: '2024-06-01T12:00:00.000Z' });
  });

  it.each([
    [{ set: '2025-01-02T03:04:05Z' }, '2025-01-02T03:04:05.000Z'],
    [{ set: 0 }, '1970-01-01T00:00:00.000Z'],
    [{ advance: { seconds: 5 } }, '2024-06-01T12:00:05.000Z'],
    [{ advance: { months: 1, hours: 1 } }, '2024-07-01T13:00:00.000Z'],
    [{ advance: '5m' }, '2024-06-01T12:05:00.000Z'],
    [{ advance: 5000 }, '2024-06-01T12:00:05.000Z'],
  ])('moves by %j', (body, now) => {
    const send = plane();
    expect(send('POST', '/_fake/clock', body)).toMatchObject({ status: 200, body: { now } });
    expect(send('GET', '/_fake/clock').body).toEqual({ now });
  });

  it.each([
    [{ set: 'tomorrow' }, /^An instant is an ISO date .*: received 'tomorrow'\.$/],
    [{ set: null }, /^An instant is/],
    [{ advance: { second: 5 } }, /received \[second\]/],
    [{ advance: -1 }, /A clock advances forwards only: received -1/],
    [{ advance: '-1' }, /A clock advances forwards only/],
    [{ advance: '5 parsecs' }, /^\[advance\] must be a duration .*: received "5 parsecs"\.$/],
    [{ advance: null }, /A duration is/],
    [{ advance: true }, /A duration is/],
    [{}, /The body must have either \[set\], .* or \[advance\]/],
    [{ set: 0, advance: 1 }, /The body must have either/],
    [undefined, /The body must have either/],
  ])('refuses %j', (body, error) => {
    const send = plane();
    const answer = send('POST', '/_fake/clock', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatch(error);
    expect(send('GET', '/_fake/clock').body.now).toBe('2024-06-01T12:00:00.000Z');
  });

  it('lists what is due and jumps to it', () => {
    const send = plane({ fixtures: ['in-progress'] });
    const { upcoming } = send('GET', '/_fake/clock/upcoming').body as { upcoming: { at: string }[] };
    expect(upcoming.length).toBeGreaterThan(0);
    const answer = send('POST', '/_fake/clock/next');
    expect(answer.body).toEqual({ due: upcoming[0], now: upcoming[0]!.at });
  });

  it('says so if nothing is due', () => {
    const send = plane({ fixtures: [] });
    expect(send('GET', '/_fake/clock/upcoming').body.upcoming).toEqual([]);
    expect(send('POST', '/_fake/clock/next').body).toEqual({ due: null, now: '2024-06-01T12:00:00.000Z' });
  });
});
