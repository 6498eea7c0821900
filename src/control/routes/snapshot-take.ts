import type { ControlRoute } from '../control-route.js';

/** Remembers the present state: store, clock and ids. */
export const snapshotTake: ControlRoute = {
  route: 'POST /_fake/snapshots',
  handle({ es, cluster: { snapshots } }) {
    const id = String(snapshots.size + 1);
    snapshots.set(id, es.snapshot());
    return { id };
  },
};
