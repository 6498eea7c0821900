/** A point in time: epoch milliseconds, whose fraction holds microseconds. */
export type Instant = number;

/** Whole microseconds since the epoch. */
export function toMicros(instant: Instant): number {
  const ms = Math.floor(instant);
  return ms * 1000 + Math.round((instant - ms) * 1000);
}

/** The one double that stands for these microseconds: equal instants are `===`. */
export function fromMicros(micros: number): Instant {
  const ms = Math.floor(micros / 1000);
  return ms + (micros - ms * 1000) / 1000;
}
