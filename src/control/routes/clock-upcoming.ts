import { formatInstant } from '../../clock/format-instant.js';
import type { ControlRoute } from '../control-route.js';
import { printDueThing } from '../print-due-thing.js';

/** What is due later, the earliest first. */
export const clockUpcoming: ControlRoute = {
  route: 'GET /_fake/clock/upcoming',
  handle: ({ es: { clock } }) => ({
    now: formatInstant(clock.now()),
    upcoming: clock.upcoming().map(printDueThing),
  }),
};
