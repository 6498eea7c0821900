import type { ControlRoute } from '../control-route.js';

/** Takes all fault rules away. */
export const faultsDelete: ControlRoute = {
  route: 'DELETE /_fake/faults',
  handle({ es: { faults } }) {
    const deleted = faults.list.length;
    faults.clear();
    return { deleted };
  },
};
