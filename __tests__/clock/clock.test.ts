import fc from 'fast-check';
import { createClock, DEFAULT_INSTANT, isClock, type Clock, type DueThing } from '../../src/clock/clock.js';
import { createFakeElasticsearch, FakeUsageError } from '../../src/index.js';
import { formatInstant } from '../../src/clock/format-instant.js';

const at = (clock: Clock): string => formatInstant(clock.now());
const due = (instant: number, what: string): DueThing => ({ at: instant, kind: 'schedule', what });

describe('a frozen clock', () => {
  it('stands at noon of 1 June 2024 unless told otherwise, and gives the same instant again', () => {
    const clock = createClock('frozen');
    expect(at(clock)).toBe('2024-06-01T12:00:00.000Z');
    expect(clock.now()).toBe(clock.now());
  });

  it('starts at an ISO date or at epoch milliseconds', () => {
    expect(at(createClock('2023-12-04T10:45:50.567149+02:00'))).toBe('2023-12-04T08:45:50.567149Z');
    expect(at(createClock('2023-12-04'))).toBe('2023-12-04T00:00:00.000Z');
    expect(createClock(1.5).now()).toBe(1.5);
    expect(createClock(new Date(5)).now()).toBe(5);
  });

  it('advances by milliseconds or by a date-fns duration, microseconds kept', () => {
    const clock = createClock('2024-01-31T00:00:00.000007Z');
    clock.advance({ months: 1 });
    expect(at(clock)).toBe('2024-02-29T00:00:00.000007Z');
    clock.advance({ years: 1, weeks: 1, days: 0.5, hours: 1, minutes: 2, seconds: 3.5, milliseconds: 0.001 });
    expect(at(clock)).toBe('2025-03-07T13:02:03.500008Z');
    clock.advance(1500);
    expect(at(clock)).toBe('2025-03-07T13:02:05.000008Z');
  });

  it('crosses a daylight saving change of any local zone as 24 hours', () => {
    const clock = createClock('2024-03-10T00:00:00Z');
    clock.advance({ days: 1 });
    expect(at(clock)).toBe('2024-03-11T00:00:00.000Z');
  });

  it('jumps to any instant, back too', () => {
    const clock = createClock('frozen');
    clock.set('2020-01-01T00:00:00Z');
    expect(at(clock)).toBe('2020-01-01T00:00:00.000Z');
    clock.set(new Date(5));
    expect(clock.now()).toBe(5);
    clock.set(7);
    expect(clock.now()).toBe(7);
  });

  it.each([
    [() => createClock('frozen').advance(-1), /forwards only: received -1/],
    [() => createClock('frozen').advance({ hours: -1 }), /received { hours: -1 }/],
    [() => createClock('frozen').advance(Number.NaN), /received NaN/],
    [
      () => createClock('frozen').advance({ seconds: Number.POSITIVE_INFINITY }),
      /received { seconds: Infinity }/,
    ],
    [() => createClock('frozen').advance({ minute: 5 } as object), /received \[minute\]/],
    [() => createClock('frozen').advance({ months: 0.5 }), /\[months\] must be whole/],
    [() => createClock('frozen').advance('5m' as unknown as number), /received '5m'/],
    [() => createClock('frozen').advance({ years: 1e9 }), /cannot advance that far/],
    [() => createClock('frozen').advance(1e16), /cannot advance that far/],
    [() => createClock('frozen').tickPerRequest(-5), /received -5/],
    [
      () => createClock('frozen').advance(new Date(Number.NaN) as object),
      /A duration is .*received Invalid Date/,
    ],
    [() => createClock('frozen').advance(new Map() as object), /A duration is .*received \[object Map\]/],
    [() => createClock('frozen').advance([] as object), /A duration is .*received \[\]/],
    [() => createClock('frozen').tickPerRequest(new Date(5) as object), /A duration is/],
    [
      () => createClock('frozen').addSource(5 as never),
      /clock\.addSource\(\) takes a function .*received number/,
    ],
    [
      () => createClock('frozen').onAdvance(null as never),
      /clock\.onAdvance\(\) takes a function .*received null/,
    ],
    [() => createClock('frozen').follow(5 as never), /clock\.follow\(\) takes a function .*received number/],
    [
      () => createFakeElasticsearch().after(1, 5 as never),
      /es\.after\(\) takes a function .*received number/,
    ],
    [() => createFakeElasticsearch().after(new Map() as never, () => undefined), /A duration is/],
    [() => createFakeElasticsearch().after('x' as never, () => undefined), /A duration is/],
    [() => createClock('frozen').set('yesterday'), /An instant is an ISO date .* received 'yesterday'/],
    [() => createClock('frozen').set('2024-02-30'), /received '2024-02-30'/],
    [() => createClock('frozen').set(Number.NaN), /received NaN/],
    [() => createClock('frozen').set(new Date(Number.NaN)), /received Invalid Date/],
    [() => createClock('frozen').set(null as unknown as number), /received null/],
    [() => createClock('frozen').advance([1] as object), /received \[1\]/],
    [() => createClock('forzen'), /A clock is 'frozen', 'system', a Clock or an instant.* received 'forzen'/],
    [() => createClock('system'), /needs a source of the real time/],
    [() => createClock('frozen').follow(5 as unknown as () => number), /received number/],
  ])('says what was wrong and what it received: %s', (call, message) => {
    expect(call).toThrow(message);
  });
});

describe('a system clock', () => {
  it('never gives an instant twice', () => {
    const clock = createClock('system', () => 1000);
    expect([clock.now(), clock.now(), clock.now()]).toEqual([1000, 1000.001, 1000.002]);
    clock.advance(0);
    expect(clock.now()).toBeGreaterThan(1000.002);
  });

  it('stays ahead of a system time that runs backwards', () => {
    let system = 1000;
    const clock = createClock('system', () => system);
    clock.now();
    system = 900;
    expect(clock.now()).toBe(1000.001);
  });

  it('runs on from where it was moved to', () => {
    let system = 1000;
    const clock = createClock('system', () => system);
    clock.advance({ minutes: 1 });
    system += 5;
    expect(clock.now()).toBe(61_005);
    clock.set(10);
    system += 5;
    expect(clock.now()).toBe(15);
  });

  it('rises strictly whatever happens but a jump back', () => {
    const moves = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -5, max: 5 })), { maxLength: 50 });
    fc.assert(
      fc.property(moves, (deltas) => {
        let system = 1_717_243_200_000;
        const clock = createClock('system', () => system);
        let last = clock.now();
        for (const delta of deltas) {
          system += delta;
          if (delta === 3) clock.advance(1);
          if (delta === 4) clock.restore(clock.state());
          const now = clock.now();
          expect(now).toBeGreaterThan(last);
          last = now;
        }
      }),
    );
  });
});

describe('a following clock', () => {
  it('shows the other clock, which may stand still, and can be shifted', () => {
    let fakeTimers = 5000;
    const clock = createClock('frozen');
    clock.follow(() => fakeTimers);
    expect([clock.now(), clock.now()]).toEqual([5000, 5000]);
    fakeTimers = 6000;
    expect(clock.now()).toBe(6000);
    clock.advance({ seconds: 1 });
    fakeTimers = 6500;
    expect(clock.now()).toBe(7500);
  });
});

describe('requests', () => {
  it('tick after each of them', () => {
    const clock = createClock(0);
    clock.tickPerRequest({ seconds: 1 });
    expect([clock.beginRequest(), clock.beginRequest(), clock.now()]).toEqual([0, 1000, 2000]);
    clock.tickPerRequest(0);
    expect([clock.beginRequest(), clock.beginRequest()]).toEqual([2000, 2000]);
  });
});

describe('due things', () => {
  it('are listed by time, and only those to come', () => {
    const clock = createClock(100);
    clock.addSource(() => due(300, 'b'));
    clock.addSource(() => [due(200, 'a'), due(100, 'now'), due(300, 'c')]);
    clock.addSource(() => undefined);
    expect(clock.upcoming().map(({ what }) => what)).toEqual(['a', 'b', 'c']);
  });

  it('are reached one after the other by next', () => {
    const clock = createClock(100);
    clock.addSource((after) => (after < 200 ? due(200, 'a') : undefined));
    const remove = clock.addSource((after) => due(after + 150, 'again'));
    expect(clock.next()).toEqual(due(200, 'a'));
    expect(clock.now()).toBe(200);
    expect(clock.next()).toEqual(due(350, 'again'));
    remove();
    expect(clock.next()).toBeUndefined();
    expect(clock.now()).toBe(350);
  });

  it('are heard of after forward moves, and not after a jump', () => {
    const clock = createClock(0);
    const heard: number[] = [];
    const remove = clock.onAdvance((now) => {
      expect(clock.now()).toBe(now);
      heard.push(now);
    });
    clock.advance(5);
    clock.set(50);
    clock.tickPerRequest(1);
    clock.beginRequest();
    clock.addSource(() => due(60, 'a'));
    clock.next();
    remove();
    clock.advance(5);
    expect(heard).toEqual([5, 51, 60]);
  });

  it('may come and go while others are told', () => {
    const clock = createClock(0);
    const heard: string[] = [];
    const remove = clock.onAdvance(() => {
      heard.push('first');
      remove();
      clock.onAdvance(() => heard.push('late'));
    });
    clock.onAdvance(() => heard.push('always'));
    clock.advance(1);
    clock.advance(1);
    expect(heard).toEqual(['first', 'always', 'always', 'late']);
  });
});

describe('state', () => {
  it('brings instant, mode and tick back', () => {
    const clock = createClock(100);
    clock.tickPerRequest(7);
    const state = clock.state();
    clock.advance(50);
    clock.tickPerRequest(0);
    clock.follow(() => 9);
    clock.restore(state);
    expect([clock.beginRequest(), clock.now()]).toEqual([100, 107]);
  });

  it('undoes the shift of a system clock', () => {
    const clock = createClock('system', () => 1000);
    const state = clock.state();
    clock.advance({ hours: 1 });
    clock.restore(state);
    expect(clock.now()).toBe(1000);
  });
});

describe('isClock', () => {
  it('knows a clock by its brand, and createClock shares it', () => {
    const clock = createClock('frozen');
    expect(createClock(clock)).toBe(clock);
    const brand = Symbol.for('elasticsearch-connector-fake/Clock');
    expect(isClock({ [brand]: true })).toBe(true);
    expect([isClock({}), isClock(null), isClock('frozen')]).toEqual([false, false, false]);
    expect(DEFAULT_INSTANT).toBe(Date.parse('2024-06-01T12:00:00Z'));
  });
});

it.each([Number.NaN, undefined, 'x', 1n, Infinity, new Date(5)])(
  'a clock that follows what gives %p says so when it is read, and goes on when it is sound again',
  (wrong) => {
    let reading: unknown = 7;
    const clock = createClock('frozen');
    clock.follow(() => reading as number);
    expect(clock.now()).toBe(7);
    reading = wrong;
    expect(() => clock.now()).toThrow(FakeUsageError);
    expect(() => clock.now()).toThrow(/must give epoch milliseconds/);
    expect(() => clock.advance(1)).toThrow(FakeUsageError);
    reading = 8;
    expect(clock.now()).toBe(8);
  },
);
