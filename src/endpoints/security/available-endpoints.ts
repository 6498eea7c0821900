import { apiNotAvailable } from '../../errors/security-errors.js';
import type { Endpoint } from '../../rest/endpoint.js';
import { text } from '../../rest/parameters.js';

/** What decides which endpoints a cluster has. */
export interface Availability {
  readonly isSecure: boolean;
  readonly buildFlavor: 'default' | 'serverless';
}

/** Endpoints that Elasticsearch registers with its security only. Source: rest-layer A.9. */
const SECURITY_ONLY: ReadonlySet<string> = new Set(['security.authenticate', 'security.has_privileges']);

/** What only a cluster of one's own has. Source: rest-layer A.10; ES: `ServerlessScope`. */
const NOT_SERVERLESS: ReadonlySet<string> = new Set([
  'cat.health',
  'cluster.health',
  'indices.close',
  'indices.delete_template',
  'indices.exists_template',
  'indices.get_template',
  'indices.open',
  'indices.put_template',
  'indices.stats',
  'license.delete',
  'license.get_basic_status',
  'license.get_trial_status',
  'license.post_start_basic',
  'license.post_start_trial',
  'nodes.info',
]);

/** The endpoints of a cluster: some are not registered, some answer 410, and security guards all of them. */
export function availableEndpoints(
  endpoints: readonly Endpoint[],
  { isSecure, buildFlavor }: Availability,
): Endpoint[] {
  return endpoints
    .filter(({ api }) => isSecure || !SECURITY_ONLY.has(api))
    .map((endpoint) => {
      if (buildFlavor === 'serverless' && NOT_SERVERLESS.has(endpoint.api)) return unavailable(endpoint);
      return isSecure ? authorized(endpoint) : endpoint;
    });
}

/** The same routes, all of which answer 410, whatever is sent. */
function unavailable(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    params: Object.fromEntries(Object.keys(endpoint.params).map((name) => [name, text()])),
    body: { isRequired: false, parse: () => undefined },
    check: undefined,
    validate: undefined,
    handle: ({ request: { rawPath, rawQuery, method } }) => {
      throw apiNotAvailable(rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`, method);
    },
  };
}

/** The same, once its caller may: after validation and before anything is read. Source: rest-layer A.1.11. */
function authorized(endpoint: Endpoint): Endpoint {
  return {
    ...endpoint,
    handle: (call) => {
      const { cluster, request, path, now } = call;
      const refusal = cluster.security?.authorize(request, endpoint.api, path['index'], now);
      if (refusal) throw refusal;
      return endpoint.handle(call);
    },
  };
}
