import type { ControlRoute } from '../control-route.js';

/** The clusters that a request has brought into being, beside the server's own. */
export const clustersGet: ControlRoute = {
  route: 'GET /_fake/clusters',
  handle: ({ clusters }) => ({
    clusters: clusters.names().map((name) => ({ name, path: `/_fake/clusters/${encodeURIComponent(name)}` })),
  }),
};
