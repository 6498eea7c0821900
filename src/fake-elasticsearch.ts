import { createClock, type Clock, type ClockSetting } from './clock/clock.js';
import { createIdSource, type IdSource } from './clock/ids.js';
import { endpoints } from './endpoints/endpoints.js';
import { internalError } from './errors/internal-error.js';
import type { JsonObject } from './xcontent/json.js';
import type { SyncJob } from './protocol/connector/sync-job.js';
import type { Connector } from './protocol/connector/connector.js';
import type { Cluster } from './rest/cluster.js';
import { answerError, dispatch, type Environment } from './rest/dispatch.js';
import type { Delivery, EsRequest, EsResponse } from './rest/exchange.js';
import { createRoutes } from './rest/routes.js';
import { NEWEST_VERSION, parseVersion } from './rest/version.js';
import { refreshIfDue, refreshIndex } from './search/search-view.js';
import { SearchContexts, type SearchContextsState } from './search/contexts.js';
import { CONNECTORS_INDEX, CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from './store/connector-indices.js';
import { deepFreeze, type StoredDocument } from './store/document.js';
import type { Index } from './store/store-index.js';
import { Store, type StoreSnapshot } from './store/store.js';
import { FaultChain, type Faults } from './testing/faults/faults.js';
import { answerNow, exchange, type Arrival, type FrontParts } from './testing/front.js';
import { GateKeeper, type Gates } from './testing/gates/gates.js';
import { runAsReadAt } from './testing/gates/stale-read.js';
import { historyOf, type Transition } from './testing/history.js';
import { JournalBook, type Journal } from './testing/journal.js';
import { lintOf, type Violation } from './testing/lint/lint.js';
import { loadFixtures, type Fixture } from './testing/load-fixtures.js';
import { rememberOrigin } from './testing/origins.js';
import { dueThings } from './testing/schedule.js';
import { createWaitingRoom } from './testing/waiting.js';

/** How the fake is to behave. */
export interface FakeElasticsearchOptions {
  /**
   * The time: `'frozen'` at 2024-06-01T12:00:00Z, frozen at an ISO instant, `'system'`, or a {@link Clock} of your own.
   * @default 'frozen'
   */
  readonly clock?: ClockSetting;
  /**
   * What the store holds at first: names of shipped scenarios, paths of JSON files, scenario objects.
   * @default []
   */
  readonly fixtures?: readonly Fixture[];
  /**
   * The emulated release of Elasticsearch, 8.15.0 or later.
   * @default '9.5.1'
   */
  readonly version?: string;
  /**
   * `'immediate'`: a search sees every write; `'nrt'`: only refreshed ones, as on the real server.
   * @default 'immediate'
   */
  readonly refresh?: 'immediate' | 'nrt';
  /**
   * Seed of the ids that the fake gives to documents. The same seed gives the same ids.
   * @default 0
   */
  readonly seed?: number;
}

/** A state to come back to. Opaque; good for the instance that took it. */
export interface FakeSnapshot {
  readonly store: StoreSnapshot;
  readonly clock: ReturnType<Clock['state']>;
  readonly ids: ReturnType<IdSource['state']>;
  readonly searchContexts: SearchContextsState;
}

/** What the connector protocol forbids and Elasticsearch allowed. */
export interface Lint {
  /** Found in the history since the seed, oldest first. */
  readonly violations: readonly Violation[];
}

/** A stored document and what Elasticsearch knows about it. */
export interface DocumentView {
  readonly _id: string;
  readonly _version: number;
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: JsonObject;
}

/** An in-memory Elasticsearch. Every instance is a cluster of its own. */
export interface FakeElasticsearch {
  /** The emulated release, e.g. `9.5.1`. */
  readonly version: string;
  readonly clock: Clock;
  /** Every request that reached the fake. */
  readonly journal: Journal;
  /** Failures on demand. */
  readonly faults: Faults;
  /** Races on demand. */
  readonly gates: Gates;
  /** What Elasticsearch allowed and the connector protocol forbids. */
  readonly lint: Lint;
  /**
   * Adds fixtures to what is there: all of them, or none if one is malformed.
   * @throws FakeUsageError naming the fixture and the field.
   */
  load(...fixtures: Fixture[]): void;
  /** The stored sync job, frozen; undefined if there is none. */
  syncJob(id: string): SyncJob | undefined;
  /** The stored connector, frozen; undefined if there is none. */
  connector(id: string): Connector | undefined;
  /** A document of any index (or alias of one), with its version; undefined if there is none. */
  document(index: string, id: string): DocumentView | undefined;
  /** What happened to a sync job, or to a document of another index or alias, since it was seeded. */
  history(id: string, index?: string): Transition[];
  /** Cost: none to speak of, whatever the store holds. */
  snapshot(): FakeSnapshot;
  /** Brings store, clock and ids back. Costs what has changed since. */
  restore(snapshot: FakeSnapshot): void;
  /**
   * Back to the seed: store, clock and ids as they were, the journal empty, no fault rules, all gates open.
   * @param fixtures what the seed holds from now on; at first it is what the options asked for
   * @throws FakeUsageError naming the fixture and the field; nothing has changed then.
   */
  reset(fixtures?: readonly Fixture[]): void;
  /**
   * Answers a request at once.
   * @throws FakeUsageError if a gate or a fault rule would make the request wait, or drop it.
   */
  handle(request: EsRequest): EsResponse;
  /**
   * Answers as a client shall see it; what adapters call. The answer itself, not a promise, unless a gate or a fault
   * rule holds the request back or drops it.
   */
  exchange(request: EsRequest, signal?: AbortSignal): EsResponse | Promise<Delivery>;
  /** Calls `wake` when the fake's clock has moved on by so many milliseconds; the result cancels it. */
  after(milliseconds: number, wake: () => void): () => void;
}

/**
 * Starts an in-memory Elasticsearch.
 *
 * @example
 * const es = createFakeElasticsearch({ clock: '2024-06-01T12:00:00Z', fixtures: ['pending-full-sync'] });
 *
 * @throws FakeUsageError for an option that makes no sense.
 */
export function createFakeElasticsearch(options: FakeElasticsearchOptions = {}): FakeElasticsearch {
  const ids = createIdSource(options.seed);
  const clock = createClock(options.clock ?? 'frozen', systemTime);
  const version = parseVersion(options.version ?? NEWEST_VERSION);
  const cluster: Cluster = {
    name: 'elasticsearch',
    nodeName: 'elasticsearch-connector-fake',
    uuid: ids.uuid(),
    nodeId: ids.uuid(),
    version,
    buildFlavor: 'default',
    ids,
    refreshMode: options.refresh ?? 'immediate',
    searchContexts: new SearchContexts(ids.uuid),
  };
  const store = new Store({ templates: CONNECTOR_TEMPLATES, uuid: ids.uuid });
  const environment: Environment = { routes: createRoutes(endpoints, version), store, cluster };
  const journal = new JournalBook();
  const apis = new Set(endpoints.map(({ api }) => api));
  const faults = new FaultChain(apis);
  const gates = new GateKeeper(apis);
  const waiting = createWaitingRoom(clock);
  clock.addSource(dueThings(store));
  const front: FrontParts = {
    routes: environment.routes,
    clock,
    journal,
    faults,
    gates,
    waiting,
    readPoint: () => store.point,
    answer: (arrival) => answer(environment, clock, arrival),
  };

  function load(...fixtures: Fixture[]): void {
    const now = clock.now();
    store.begin(now, { api: 'fixture', request: undefined });
    loadFixtures(store, fixtures, now);
  }

  function snapshot(): FakeSnapshot {
    const searchContexts = cluster.searchContexts.state();
    return { store: store.snapshot(), clock: clock.state(), ids: ids.state(), searchContexts };
  }

  function restore(taken: FakeSnapshot): void {
    store.restore(taken.store);
    clock.restore(taken.clock);
    ids.restore(taken.ids);
    cluster.searchContexts.restore(taken.searchContexts);
    if (cluster.refreshMode === 'immediate') return;
    // Which documents a search saw at the snapshot is not kept: it sees them all.
    for (const index of store.indices()) refreshIndex(index, clock.now());
  }

  const empty = snapshot();
  load(...(options.fixtures ?? []));
  let seed = snapshot();

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
      if (fixtures !== undefined) seed = reseed(fixtures);
      faults.clear();
      gates.openAll();
      waiting.letGo('delay');
      restore(seed);
      journal.clear();
    },
    handle: (request) => answerNow(front, request),
    exchange: (request, signal) => exchange(front, request, signal),
    after: (milliseconds, wake) =>
      waiting.after(milliseconds, { kind: 'time-out', what: 'a client gives up' }, wake),
  };
  return es;
}

function systemTime(): number {
  return performance.timeOrigin + performance.now();
}

/** One request in the core: the clock gives its one instant, the endpoint answers, the journal gets it. */
function answer(environment: Environment, clock: Clock, { request, entry, readPoint }: Arrival): EsResponse {
  const now = clock.beginRequest();
  entry.at = now;
  const { store, cluster } = environment;
  if (cluster.refreshMode === 'nrt') for (const index of store.indices()) refreshIfDue(index, now);
  const before = store.point;
  const { number } = entry;
  try {
    const dispatched =
      readPoint === undefined
        ? dispatch(environment, request, { now, number, race: undefined })
        : runAsReadAt({ store, ids: cluster.ids }, readPoint, (race) =>
            dispatch(environment, request, { now, number, race }),
          );
    entry.api = dispatched.api;
    entry.gap = dispatched.gap;
    return (entry.response = dispatched.response);
  } catch (thrown) {
    store.restore({ point: before });
    return (entry.response = answerError(internalError(thrown), request));
  }
}

function indexNamed(store: Store, name: string): Index | undefined {
  return store.concrete(name) ?? store.aliased(name)[0];
}

function* idsOf(index: Index | undefined): Generator<string> {
  for (const [id, entry] of index?.entries ?? []) if (!entry.deleted) yield id;
}

function viewOf({ id, version, seqNo, primaryTerm, source }: StoredDocument): DocumentView {
  return { _id: id, _version: version, _seq_no: seqNo, _primary_term: primaryTerm, _source: source };
}
