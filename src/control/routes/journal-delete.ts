import type { ControlRoute } from '../control-route.js';

/** Forgets the requests so far. */
export const journalDelete: ControlRoute = {
  route: 'DELETE /_fake/journal',
  handle({ es: { journal } }) {
    const deleted = journal.requests.length;
    journal.clear();
    return { deleted };
  },
};
