import { formatInstant } from '../../clock/format-instant.js';
import { readInstant } from '../../clock/read-instant.js';
import { shown } from '../../testing/scenario/place.js';
import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';
import { readDuration } from '../read-duration.js';

/** Moves the time, or jumps to another. */
export const clockMove: ControlRoute = {
  route: 'POST /_fake/clock',
  body: ['set', 'advance'],
  handle({ es: { clock }, body = {} }) {
    if ('set' in body === 'advance' in body) {
      throw new ControlError(
        400,
        `The body must have either [set], such as {"set":"2024-06-01T12:00:00Z"}, or [advance], such as {"advance":{"seconds":5}}: received ${shown(body)}.`,
      );
    }
    if ('set' in body) clock.set(readInstant(body.set));
    else clock.advance(readDuration(body.advance, 'advance'));
    return { now: formatInstant(clock.now()) };
  },
};
