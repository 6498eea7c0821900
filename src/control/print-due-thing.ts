import type { DueThing } from '../clock/clock.js';
import { formatInstant } from '../clock/format-instant.js';

/** A due thing as JSON. */
export function printDueThing({ at, kind, what }: DueThing): object {
  return { at: formatInstant(at), kind, what };
}
