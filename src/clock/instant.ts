/** A point in time: epoch milliseconds, whose fraction holds microseconds. */
export type Instant = number;
