import { advanceBy } from '../clock/advance-by.js';
import type { Clock, ClockDuration } from '../clock/clock.js';
import type { DueThing } from '../clock/due-things.js';
import type { Instant } from '../clock/instant.js';

/** Captured here, so that fake timers switched on later do not hold back a clock that runs with real time. */
const startTimer = setTimeout;
const stopTimer = clearTimeout;

/** What a timer can wait at most, in milliseconds; it would fire at once for more. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What waits, as `clock.upcoming()` shows it. */
export type WaitingFor = Omit<DueThing, 'at'> & { readonly kind: 'delay' | 'time-out' };

interface Waiting extends WaitingFor {
  readonly at: Instant;
  readonly wake: () => void;
  stop: () => void;
}

/**
 * What waits for the fake's clock: delayed answers, a client's time-outs. On a clock that runs by itself it waits for
 * that clock's time to pass.
 */
export interface WaitingRoom {
  /** Calls `wake` when the clock has moved on so far; the result cancels it. */
  after(duration: ClockDuration | number, waitingFor: WaitingFor, wake: () => void): () => void;
  /** Wakes all of a kind now, in the order in which they would be due. */
  letGo(kind: WaitingFor['kind']): void;
}

export function createWaitingRoom(clock: Clock): WaitingRoom {
  const waiting = new Set<Waiting>();

  function wakeAll(isWanted: (one: Waiting) => boolean): void {
    for (const one of [...waiting].filter(isWanted).sort((left, right) => left.at - right.at)) {
      if (leave(one)) one.wake();
    }
  }

  function leave(one: Waiting): boolean {
    one.stop();
    return waiting.delete(one);
  }

  clock.addSource(() => [...waiting].map(({ at, kind, what }): DueThing => ({ at, kind, what })));
  const earliest = (): Instant | undefined => {
    let first: Instant | undefined;
    for (const { at } of waiting) if (first === undefined || at < first) first = at;
    return first;
  };
  clock.onAdvance((now) => wakeAll(({ at }) => at <= now), earliest);
  return {
    after(duration, { kind, what }, wake) {
      const at = advanceBy(clock.now(), duration);
      const one: Waiting = { at, kind, what, wake, stop: () => undefined };
      waiting.add(one);
      runTimer(clock, one, () => leave(one) && wake());
      return () => leave(one);
    },
    letGo: (kind) => wakeAll((one) => one.kind === kind),
  };
}

/**
 * Keeps a timer going until the clock has come so far, unless the clock moves only by hand. A clock that follows
 * another one may follow fake timers, so it uses whatever timers there are at the time.
 */
function runTimer(clock: Clock, one: Waiting, ring: () => void): void {
  const { mode } = clock.state().time;
  if (mode === 'frozen') return;
  const [start, stop] = mode === 'following' ? [setTimeout, clearTimeout] : [startTimer, stopTimer];
  const left = Math.max(Math.ceil(one.at - clock.now()), 1);
  const timer = start(
    () => {
      if (clock.now() >= one.at) ring();
      else runTimer(clock, one, ring);
    },
    Math.min(left, LONGEST_TIMER),
  );
  one.stop = () => stop(timer);
}
