import { ControlError } from '../control-error.js';
import type { ControlRoute } from '../control-route.js';

/** Forgets a cluster with all that it holds. The next request to it starts a new one. */
export const clusterDelete: ControlRoute = {
  route: 'DELETE /_fake/clusters/{name}',
  handle({ clusters, path: { name = '' } }) {
    if (clusters.drop(name)) return { deleted: name };
    const known = clusters.names().join(', ') || 'none';
    throw new ControlError(
      404,
      `There is no cluster [${name}]: known are ${known}. The first request to it makes one.`,
    );
  },
};
