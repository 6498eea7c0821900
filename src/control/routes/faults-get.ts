import type { ControlRoute } from '../control-route.js';
import { printFaults } from '../print-faults.js';

/** The fault rules in force, and how often each has struck. */
export const faultsGet: ControlRoute = {
  route: 'GET /_fake/faults',
  handle: ({ es }) => printFaults(es.faults),
};
