import { createClock, type Clock, type ClockSetting } from './clock/clock.js';
import { createIdSource } from './clock/ids.js';
import { endpoints } from './endpoints/endpoints.js';
import type { Cluster } from './rest/cluster.js';
import { dispatch, type Environment } from './rest/dispatch.js';
import type { EsRequest, EsResponse } from './rest/exchange.js';
import { createRoutes } from './rest/routes.js';
import { NEWEST_VERSION, parseVersion } from './rest/version.js';
import { CONNECTOR_TEMPLATES } from './store/connector-indices.js';
import { Store } from './store/store.js';

export interface FakeElasticsearchOptions {
  readonly clock?: ClockSetting;
  readonly version?: string;
}

export function createFakeElasticsearch(options: FakeElasticsearchOptions = {}): {
  clock: Clock;
  store: Store;
  handle(request: EsRequest): EsResponse;
} {
  const ids = createIdSource();
  const clock = createClock(options.clock ?? 'frozen', () => performance.timeOrigin + performance.now());
  const version = parseVersion(options.version ?? NEWEST_VERSION);
  const cluster: Cluster = {
    name: 'elasticsearch',
    nodeName: 'elasticsearch-connector-fake',
    uuid: ids.uuid(),
    version,
    buildFlavor: 'default',
    ids,
    refreshMode: 'immediate',
  };
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: ids.uuid });
  const environment: Environment = { routes: createRoutes(endpoints, version), store, cluster };
  return {
    clock,
    store,
    handle(request) {
      const now = clock.beginRequest();
      const { response } = dispatch(environment, request, now, (api) =>
        store.begin(now, { api, request: 1 }),
      );
      return response;
    },
  };
}
