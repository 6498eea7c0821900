import { formatInstant } from '../../clock/format-instant.js';
import type { ControlRoute } from '../control-route.js';
import { printDueThing } from '../print-due-thing.js';

/** Advances to the next due thing; nothing happens if there is none. */
export const clockNext: ControlRoute = {
  route: 'POST /_fake/clock/next',
  handle({ es: { clock } }) {
    const due = clock.next();
    return { due: due ? printDueThing(due) : null, now: formatInstant(clock.now()) };
  },
};
