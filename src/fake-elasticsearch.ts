import { createClock } from './clock/clock.js';
import { createIdSource } from './clock/ids.js';
import { endpoints } from './endpoints/endpoints.js';
import { availableEndpoints } from './endpoints/security/available-endpoints.js';
import { FakeUsageError } from './errors/fake-usage-error.js';
import { requireFunction } from './errors/usage-checks.js';
import type { DocumentView, FakeElasticsearch, FakeElasticsearchOptions, FakeSnapshot } from './fake.js';
import type { Connector } from './protocol/connector/connector.js';
import type { SyncJob } from './protocol/connector/sync-job.js';
import { createLicense } from './protocol/license/license.js';
import { createSecurity } from './protocol/security/security.js';
import type { Cluster } from './rest/cluster.js';
import type { Environment } from './rest/dispatch.js';
import { createRoutes } from './rest/routes.js';
import { NEWEST_VERSION, parseVersion } from './rest/version.js';
import { SearchContexts } from './search/contexts.js';
import { refreshIndex } from './search/search-view.js';
import { CONNECTORS_INDEX, CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from './store/connector-indices.js';
import { deepFreeze, type StoredDocument } from './store/document.js';
import type { Index } from './store/store-index.js';
import { Store } from './store/store.js';
import { answerArrival } from './testing/answer-arrival.js';
import { checkKind, list } from './testing/checks.js';
import { checkOptions } from './testing/check-options.js';
import { FaultChain } from './testing/faults/faults.js';
import { answerNow, exchange, type FrontParts } from './testing/front.js';
import { GateKeeper } from './testing/gates/gates.js';
import { historyOf } from './testing/history.js';
import { JournalBook } from './testing/journal.js';
import { lintOf } from './testing/lint/lint.js';
import { loadFixtures, type Fixture } from './testing/load-fixtures.js';
import { rememberOrigin } from './testing/origins.js';
import { dueRefreshes, dueThings } from './testing/schedule.js';
import { createWaitingRoom } from './testing/waiting.js';
import type { JsonObject } from './xcontent/json.js';

/**
 * Starts an in-memory Elasticsearch.
 *
 * @example
 * const es = createFakeElasticsearch({ clock: '2024-06-01T12:00:00Z', fixtures: ['pending-full-sync'] });
 *
 * @throws FakeUsageError for an option that makes no sense.
 */
export function createFakeElasticsearch(options: FakeElasticsearchOptions = {}): FakeElasticsearch {
  checkOptions(options);
  const snapshots = new WeakSet<FakeSnapshot>();
  const ids = createIdSource(options.seed);
  const clock = createClock(options.clock === undefined ? 'frozen' : options.clock, systemTime);
  const version = parseVersion(options.version ?? NEWEST_VERSION);
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: ids.uuid });
  store.begin(clock.now(), FIXTURE);
  const buildFlavor = options.flavor ?? 'default';
  const security = options.security && createSecurity(options.security, store, version.major);
  const cluster: Cluster = {
    name: 'elasticsearch',
    nodeName: 'elasticsearch-connector-fake',
    uuid: ids.uuid(),
    nodeId: ids.uuid(),
    version,
    buildFlavor,
    ids,
    refreshMode: options.refresh ?? 'immediate',
    searchContexts: new SearchContexts(ids.uuid),
    license: createLicense(options.license),
    security,
  };
  const available = availableEndpoints(endpoints, { isSecure: security !== undefined, buildFlavor });
  const environment: Environment = {
    routes: createRoutes(available, version),
    store,
    cluster,
    authenticate: security && ((request) => security.authenticate(request, clock.now())),
  };
  const empty = snapshot();
  load(...(options.fixtures ?? []));
  let seed = snapshot();

  const apis = new Set(endpoints.map(({ api }) => api));
  const journal = new JournalBook(apis);
  const faults = new FaultChain(apis);
  const gates = new GateKeeper(apis);
  const waiting = createWaitingRoom(clock);
  clock.addSource(dueThings(store));
  if (cluster.refreshMode === 'nrt') clock.addSource(dueRefreshes(store));
  const front: FrontParts = {
    routes: environment.routes,
    clock,
    journal,
    faults,
    gates,
    waiting,
    readPoint: () => store.point,
    answer: (arrival) => answerArrival(environment, clock, arrival),
  };

  function load(...fixtures: Fixture[]): void {
    const now = clock.now();
    store.begin(now, FIXTURE);
    loadFixtures(store, fixtures, now);
  }

  function snapshot(): FakeSnapshot {
    const searchContexts = cluster.searchContexts.state();
    const taken = { store: store.snapshot(), clock: clock.state(), ids: ids.state(), searchContexts };
    snapshots.add(taken);
    return taken;
  }

  function restore(taken: FakeSnapshot): void {
    if (!snapshots.has(taken)) throw notASnapshot(taken);
    store.restore(taken.store);
    clock.restore(taken.clock);
    ids.restore(taken.ids);
    cluster.searchContexts.restore(taken.searchContexts);
    if (cluster.refreshMode === 'immediate') return;
    // Which documents a search saw at the snapshot is not kept: it sees them all.
    for (const index of store.indices()) refreshIndex(index, clock.now());
  }

  function reseed(fixtures: readonly Fixture[]): FakeSnapshot {
    const present = snapshot();
    try {
      restore(empty);
      load(...fixtures);
      return snapshot();
    } catch (error) {
      restore(present);
      throw error;
    }
  }

  function found(name: string, id: string): StoredDocument | undefined {
    const document = indexNamed(store, name)?.get(id);
    if (document) deepFreeze(document.source);
    return document;
  }
  const remembered = (name: string, id: string): JsonObject | undefined =>
    rememberOrigin(found(name, id)?.source, {
      es,
      index: name,
      id,
      ids: () => idsOf(indexNamed(store, name)),
    });

  const es: FakeElasticsearch = {
    version: version.number,
    clock,
    journal,
    faults,
    gates,
    lint: {
      get violations() {
        return lintOf(store.point, seed.store.point);
      },
    },
    load,
    syncJob: (id) => remembered(SYNC_JOBS_INDEX, id) as SyncJob | undefined,
    connector: (id) => remembered(CONNECTORS_INDEX, id) as Connector | undefined,
    document(name, id) {
      const document = found(name, id);
      return document && viewOf(document);
    },
    history: (id, name = SYNC_JOBS_INDEX) =>
      historyOf(store.point, indexNamed(store, name)?.name ?? name, id),
    snapshot,
    restore,
    reset(fixtures) {
      if (fixtures !== undefined) {
        checkKind(fixtures, 'What reset() takes', list);
        seed = reseed(fixtures);
      }
      faults.clear();
      gates.openAll();
      waiting.letGo('delay');
      restore(seed);
      journal.restart();
    },
    handle: (request) => answerNow(front, request),
    exchange: (request, signal) => exchange(front, request, signal),
    after(milliseconds, wake) {
      requireFunction(wake, 'es.after()', '() => controller.abort()');
      return waiting.after(milliseconds, { kind: 'time-out', what: 'a client gives up' }, wake);
    },
  };
  return es;
}

function notASnapshot(received: unknown): FakeUsageError {
  const what = typeof received === 'object' && received !== null ? 'another object' : String(received);
  return new FakeUsageError(
    `A fake restores what its own snapshot() gave: received ${what}. Snapshots of another fake do not fit; load the same fixtures there.`,
  );
}

/** Why the changes of a seed happen. */
const FIXTURE = { api: 'fixture', request: undefined };

/**
 * The fine clock stands still while the machine sleeps, and hears nothing of a system time that was set: where the two
 * are far apart, the coarse one is right.
 */
function systemTime(): number {
  const fine = performance.timeOrigin + performance.now();
  const coarse = Date.now();
  return Math.abs(fine - coarse) < 1000 ? fine : coarse + (fine % 1);
}

function indexNamed(store: Store, name: string): Index | undefined {
  return store.concrete(name) ?? store.aliased(name)[0];
}

function* idsOf(index: Index | undefined): Generator<string> {
  for (const [id, entry] of index?.entries ?? []) if (!entry.deleted) yield id;
}

function viewOf({ id, version, seqNo, primaryTerm, source }: StoredDocument): DocumentView {
  return Object.freeze({
    _id: id,
    _version: version,
    _seq_no: seqNo,
    _primary_term: primaryTerm,
    _source: source,
  });
}
