import type { TimeZone } from './time-zone.js';

/** Seconds since 1970-01-01T00:00:00 and the nanoseconds above them (0 to 999,999,999). */
export interface Epoch {
  readonly epochSeconds: number;
  readonly nanos: number;
}

/** The fields of an ISO date that the text had; a smaller one never stands without the larger ones. */
export interface DateFields {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Where there is an hour there are minute, second and nanos too. */
  readonly hour: number | undefined;
  readonly minute: number | undefined;
  readonly second: number | undefined;
  readonly nanos: number | undefined;
  readonly zone: TimeZone | undefined;
}

/** A date as it was read: the fields that were there, or a count from the epoch. Not yet known to exist. */
export type ParsedDate = DateFields | Epoch;

/** What an absent field becomes: nothing, or for an upper bound the highest time of January, the 1st. */
export type Missing = 'absent' | 'highest';

export function isEpoch(date: ParsedDate): date is Epoch {
  return 'epochSeconds' in date;
}
