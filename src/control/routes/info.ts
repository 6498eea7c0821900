import { formatInstant } from '../../clock/format-instant.js';
import { endpoints } from '../../endpoints/endpoints.js';
import { isAtLeast, parseVersion } from '../../rest/version.js';
import type { ControlRoute } from '../control-route.js';
import { documentCounts } from '../document-counts.js';
import { PACKAGE_VERSION } from '../package-version.js';

/** What is running. */
export const info: ControlRoute = {
  route: 'GET /_fake',
  handle: ({ es, routes }) => ({
    name: 'elasticsearch-connector-fake',
    version: PACKAGE_VERSION,
    elasticsearch: { version: es.version },
    clock: { now: formatInstant(es.clock.now()) },
    documents: documentCounts(es),
    apis: apiNames(es.version),
    routes,
  }),
};

function apiNames(number: string): string[] {
  const version = parseVersion(number);
  const emulated = endpoints.filter(({ since }) => since === undefined || isAtLeast(version, since));
  return [...new Set(emulated.map(({ api }) => api))].sort();
}
