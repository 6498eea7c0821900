import { FakeUsageError } from '../errors/fake-usage-error.js';
import { fromMicros, toMicros, type Instant } from './instant.js';

/**
 * Where a clock's time comes from. `frozen` stands still; `system` runs with the system time and never repeats an
 * instant; `following` shows another clock, which may stand still itself.
 */
export type ClockMode = 'frozen' | 'system' | 'following';

/** A clock's time as a value, for snapshots. */
export interface KeptTime {
  readonly mode: ClockMode;
  /** `frozen`: the instant. Else the microseconds between source and clock. */
  readonly micros: number;
  readonly source: (() => number) | undefined;
}

/** The time alone, without what waits for it. */
export interface TimeKeeper {
  now(): Instant;
  moveTo(instant: Instant): void;
  follow(source: () => number): void;
  kept(): KeptTime;
  restore(kept: KeptTime): void;
}

/** Starts from a frozen instant (`source` undefined) or from a running system time. */
export function createTimeKeeper(
  start: Instant | undefined,
  systemTime: (() => number) | undefined,
): TimeKeeper {
  let mode: ClockMode = start === undefined ? 'system' : 'frozen';
  let source = systemTime;
  let micros = start === undefined ? 0 : toMicros(start);
  let last = Number.NEGATIVE_INFINITY;

  const sourceMicros = (): number => (source ? toMicros(checkedReading(source())) : 0);

  function now(): Instant {
    if (mode === 'frozen') return fromMicros(micros);
    const reading = sourceMicros() + micros;
    if (mode === 'following') return fromMicros(reading);
    last = Math.max(reading, last + 1);
    return fromMicros(last);
  }

  return {
    now,
    moveTo(instant) {
      const target = toMicros(instant);
      if (target < last) last = Number.NEGATIVE_INFINITY;
      micros = mode === 'frozen' ? target : target - sourceMicros();
    },
    follow(next) {
      mode = 'following';
      source = next;
      micros = 0;
    },
    kept: () => ({ mode, micros, source }),
    restore(kept) {
      // A system clock that was not shifted back must not repeat an instant either.
      if (kept.mode !== mode || kept.micros < micros) last = Number.NEGATIVE_INFINITY;
      ({ mode, micros, source } = kept);
    },
  };
}

function checkedReading(reading: unknown): number {
  if (typeof reading === 'number' && Math.abs(reading) <= 8.64e15) return reading;
  throw new FakeUsageError(
    `The clock follows a function that must give epoch milliseconds, as () => Date.now() does: it gave ${String(reading)}.`,
  );
}
