import { FakeUsageError, isFakeUsageError } from '../errors/fake-usage-error.js';
import { requireFunction } from '../errors/usage-checks.js';
import { advanceBy, checkDuration, type ClockDuration } from './advance-by.js';
import { dueThings, type DueSource, type DueThing } from './due-things.js';
import { fromMicros, toMicros, type Instant } from './instant.js';
import { readInstant } from './read-instant.js';
import { createTimeKeeper, type KeptTime, type TimeKeeper } from './time-keeper.js';

export type { ClockDuration } from './advance-by.js';
export type { DueSource, DueThing } from './due-things.js';

const BRAND = Symbol.for('elasticsearch-connector-fake/Clock');

/** Where a frozen clock stands unless told otherwise: 2024-06-01T12:00:00Z, a Saturday noon. */
export const DEFAULT_INSTANT: Instant = 1_717_243_200_000;

/**
 * `'frozen'`: stands still at {@link DEFAULT_INSTANT}; an ISO date (UTC unless it has a zone), epoch milliseconds or a
 * Date: stands still there; `'system'`: the system's time; a Clock: that one, shared.
 */
export type ClockSetting = 'frozen' | 'system' | (string & {}) | number | { getTime(): number } | Clock;

/** A clock's whole state, for snapshots. Treat it as opaque. */
export interface ClockState {
  readonly time: KeptTime;
  readonly tick: ClockDuration | number | undefined;
}

/** The fake's time, in the test's hands. */
export interface Clock {
  readonly [BRAND]: true;
  /** The current instant: epoch milliseconds. On a system clock every call gives a later one. */
  now(): Instant;
  /**
   * Moves the time forwards and lets what waits go, each thing at the instant at which it is due, in that order; a
   * running clock runs on from there.
   *
   * @throws FakeUsageError if the duration is negative or none
   */
  advance(duration: ClockDuration | number): void;
  /**
   * Jumps to an instant, back too, and lets nothing go that waits for the time between.
   *
   * @throws FakeUsageError if the text is no ISO date
   */
  set(instant: string | number | { getTime(): number }): void;
  /** Moves the time forwards after each request, so that requests differ in time. `0` stops that. */
  tickPerRequest(duration: ClockDuration | number): void;
  /**
   * Shows another clock's epoch milliseconds from now on, e.g. `() => Date.now()` under jest's fake timers. What asks
   * for the time throws a FakeUsageError if that clock gives something else.
   */
  follow(source: () => number): void;
  /** What is due later, the earliest first. */
  upcoming(): DueThing[];
  /** Advances to the earliest due thing and gives it; undefined, and no move, if there is none. */
  next(): DueThing | undefined;
  /** Adds to {@link Clock.upcoming}. Gives the function that takes the source away. */
  addSource(source: DueSource): () => void;
  /**
   * Calls the listener after every forward move. Gives the function that takes the listener away.
   *
   * @param dueAt the earliest instant at which the listener wants to be called: a move beyond it stops there first
   */
  onAdvance(listener: (now: Instant) => void, dueAt?: () => Instant | undefined): () => void;
  /** The one instant of a request; then ticks. */
  beginRequest(): Instant;
  state(): ClockState;
  restore(state: ClockState): void;
}

/** Tells a {@link Clock} of any copy of this package from other values. */
export function isClock(value: unknown): value is Clock {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/**
 * Makes a clock.
 *
 * @param systemTime epoch milliseconds of the real time, with a fraction if known; needed for `'system'`
 * @throws FakeUsageError if the setting is no instant
 */
export function createClock(setting: ClockSetting, systemTime?: () => number): Clock {
  if (isClock(setting)) return setting;
  if (setting !== 'system') return clockOver(createTimeKeeper(frozenAt(setting), undefined));
  if (systemTime) return clockOver(createTimeKeeper(undefined, systemTime));
  throw new FakeUsageError("The clock 'system' needs a source of the real time: received none.");
}

function frozenAt(setting: Exclude<ClockSetting, Clock>): Instant {
  if (setting === 'frozen') return DEFAULT_INSTANT;
  try {
    return readInstant(setting);
  } catch (error) {
    if (!isFakeUsageError(error)) throw error;
    throw new FakeUsageError(`A clock is 'frozen', 'system', a Clock or an instant. ${error.message}`);
  }
}

interface Listener {
  readonly call: (now: Instant) => void;
  readonly dueAt: (() => Instant | undefined) | undefined;
}

function clockOver(time: TimeKeeper): Clock {
  const sources = new Set<DueSource>();
  const listeners = new Set<Listener>();
  let tick: ClockDuration | number | undefined;

  function moveTo(instant: Instant): void {
    const target = fromMicros(toMicros(instant));
    for (let stop = nextStop(target); stop !== undefined; stop = nextStop(target)) stepTo(stop);
    stepTo(target);
  }

  function stepTo(instant: Instant): void {
    time.moveTo(instant);
    // A copy: a listener that comes in meanwhile waits for the next move.
    for (const { call } of [...listeners]) call(instant);
  }

  function nextStop(target: Instant): Instant | undefined {
    const now = time.now();
    let stop: Instant | undefined;
    for (const { dueAt } of listeners) {
      const at = dueAt?.();
      if (at !== undefined && at > now && at < (stop ?? target)) stop = at;
    }
    return stop;
  }

  const upcoming = (): DueThing[] => dueThings(sources, time.now());

  return Object.freeze<Clock>({
    [BRAND]: true,
    now: time.now,
    advance: (duration) => moveTo(advanceBy(time.now(), duration)),
    set: (instant) => time.moveTo(readInstant(instant)),
    tickPerRequest(duration) {
      checkDuration(duration);
      tick = duration === 0 ? undefined : duration;
    },
    follow(source) {
      requireFunction(source, 'clock.follow()', '() => Date.now()');
      time.follow(source);
    },
    upcoming,
    next() {
      const [thing] = upcoming();
      if (thing) moveTo(thing.at);
      return thing;
    },
    addSource(source) {
      requireFunction(
        source,
        'clock.addSource()',
        "(after) => ({ at: after + 1000, kind: 'mine', what: 'it' })",
      );
      return added(sources, source);
    },
    onAdvance(call, dueAt) {
      requireFunction(call, 'clock.onAdvance()', '(now) => seen.push(now)');
      return added(listeners, { call, dueAt });
    },
    beginRequest() {
      const now = time.now();
      if (tick !== undefined) moveTo(advanceBy(now, tick));
      return now;
    },
    state: () => ({ time: time.kept(), tick }),
    restore(state) {
      time.restore(state.time);
      tick = state.tick;
    },
  });
}

function added<Item>(items: Set<Item>, item: Item): () => void {
  items.add(item);
  return () => {
    items.delete(item);
  };
}
