import { formatInstant } from '../../clock/format-instant.js';
import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';

/** Back to a remembered state; it stays remembered. */
export const snapshotRestore: ControlRoute = {
  route: 'POST /_fake/snapshots/{id}/_restore',
  handle({ es, cluster: { snapshots }, path: { id = '' } }) {
    const snapshot = snapshots.get(id);
    if (!snapshot) {
      const known = [...snapshots.keys()].join(', ') || 'none';
      throw new ControlError(
        404,
        `There is no snapshot [${id}]: known are ${known}. POST /_fake/snapshots takes one.`,
      );
    }
    es.restore(snapshot);
    return { id, now: formatInstant(es.clock.now()) };
  },
};
