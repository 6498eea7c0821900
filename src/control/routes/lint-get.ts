import { formatInstant } from '../../clock/format-instant.js';
import type { ControlRoute } from '../control-route.js';

/** What Elasticsearch allowed and the connector protocol forbids, since the seed. */
export const lintGet: ControlRoute = {
  route: 'GET /_fake/lint',
  handle: ({ es: { lint } }) => ({
    violations: lint.violations.map((violation) => ({
      ...violation,
      at: formatInstant(violation.at),
      request: violation.request ?? null,
    })),
  }),
};
