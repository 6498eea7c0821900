import { formatInstant } from '../../clock/format-instant.js';
import type { ControlRoute } from '../control-route.js';

/** The time. */
export const clockGet: ControlRoute = {
  route: 'GET /_fake/clock',
  handle: ({ es }) => ({ now: formatInstant(es.clock.now()) }),
};
