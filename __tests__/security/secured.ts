import { createClock, type Clock } from '../../src/clock/clock.js';
import { createIdSource } from '../../src/clock/ids.js';
import { endpoints } from '../../src/endpoints/endpoints.js';
import { availableEndpoints } from '../../src/endpoints/security/available-endpoints.js';
import { createLicense, type LicenseOption } from '../../src/protocol/license/license.js';
import { createSecurity, type SecurityOptions } from '../../src/protocol/security/security.js';
import type { Cluster } from '../../src/rest/cluster.js';
import { dispatch } from '../../src/rest/dispatch.js';
import type { EsResponse } from '../../src/rest/exchange.js';
import { createRoutes } from '../../src/rest/routes.js';
import { parseVersion } from '../../src/rest/version.js';
import { SearchContexts } from '../../src/search/contexts.js';
import { CONNECTOR_TEMPLATES } from '../../src/store/connector-indices.js';
import { Store } from '../../src/store/store.js';

export interface SecuredOptions {
  readonly security?: SecurityOptions;
  readonly license?: LicenseOption;
  readonly flavor?: 'default' | 'serverless';
  readonly version?: string;
}

export interface SecuredAnswer {
  readonly status: number;
  readonly headers: EsResponse['headers'];
  /** What was asked for that is not emulated, as the journal says it. */
  readonly gap: string | undefined;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- tests look into it freely
}

export interface Secured {
  readonly clock: Clock;
  readonly call: (
    method: string,
    path: string,
    /** A string goes out as it is. */
    body?: unknown,
    authorization?: string,
  ) => Promise<SecuredAnswer>;
}

/** A cluster with a license, a flavour and security, put together by hand. */
export function secured(options: SecuredOptions = {}): Secured {
  const ids = createIdSource();
  const clock = createClock('frozen', () => 0);
  const version = parseVersion(options.version ?? '9.5.1');
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: ids.uuid });
  store.begin(clock.now(), { api: 'fixture', request: undefined });
  const security = options.security && createSecurity(options.security, store, version.major);
  const buildFlavor = options.flavor ?? 'default';
  const cluster: Cluster = {
    name: 'elasticsearch',
    nodeName: 'node',
    uuid: ids.uuid(),
    nodeId: ids.uuid(),
    version,
    buildFlavor,
    ids,
    refreshMode: 'immediate',
    searchContexts: new SearchContexts(ids.uuid),
    license: createLicense(options.license),
    security,
  };
  const available = availableEndpoints(endpoints, { isSecure: security !== undefined, buildFlavor });
  const routes = createRoutes(available, version);
  const environment = {
    routes,
    store,
    cluster,
    ...(security && {
      authenticate: (request: Parameters<typeof security.authenticate>[0]) =>
        security.authenticate(request, clock.now()),
    }),
  };
  return {
    clock,
    call: (method, path, body, authorization) => {
      const [rawPath = '', rawQuery = ''] = path.split(/\?(.*)/s);
      const bodyText = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
      const headers = {
        ...(bodyText !== '' && { 'content-type': 'application/json' }),
        ...(authorization !== undefined && { authorization }),
      };
      const now = clock.beginRequest();
      const request = { method, rawPath, rawQuery, headers, bodyText };
      const { response, gap } = dispatch(environment, request, { now, number: 1, race: undefined });
      const { status, bodyText: text } = response;
      return Promise.resolve({
        status,
        headers: response.headers,
        gap,
        body: text === '' ? '' : (JSON.parse(text) as unknown),
      });
    },
  };
}

export function basic(name: string, password: string): string {
  return `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
}

export function apiKey(id: string, key: string): string {
  return `ApiKey ${Buffer.from(`${id}:${key}`).toString('base64')}`;
}
