import { advanceBy } from '../clock/advance-by.js';
import type { Clock, ClockDuration } from '../clock/clock.js';
import type { DueThing } from '../clock/due-things.js';
import type { Instant } from '../clock/instant.js';

/** Captured here, so that fake timers switched on later do not hold back a clock that runs with real time. */
const startTimer = setTimeout;
const stopTimer = clearTimeout;

interface Waiting {
  readonly at: Instant;
  readonly what: string;
  readonly wake: () => void;
}

/**
 * What waits for the fake's clock: delayed answers, a client's time-outs. On a clock that runs by itself it waits for
 * real time.
 */
export interface WaitingRoom {
  /** Calls `wake` when the clock has moved on so far; the result cancels it. */
  after(duration: ClockDuration | number, what: string, wake: () => void): () => void;
}

export function createWaitingRoom(clock: Clock): WaitingRoom {
  const waiting = new Set<Waiting>();
  clock.addSource((after) =>
    [...waiting]
      .filter(({ at }) => at > after)
      .map(({ at, what }): DueThing => ({ at, kind: 'delay', what })),
  );
  clock.onAdvance((now) => {
    const due = [...waiting].filter(({ at }) => at <= now).sort((left, right) => left.at - right.at);
    for (const one of due) {
      waiting.delete(one);
      one.wake();
    }
  });
  return {
    after(duration, what, wake) {
      const now = clock.now();
      const one: Waiting = { at: advanceBy(now, duration), what, wake };
      waiting.add(one);
      const timer =
        clock.state().time.mode === 'frozen'
          ? undefined
          : startTimer(() => {
              if (waiting.delete(one)) wake();
            }, one.at - now);
      return () => {
        waiting.delete(one);
        stopTimer(timer);
      };
    },
  };
}
