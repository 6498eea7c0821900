import { createClock, type Clock, type ClockSetting } from './clock/clock.js';
import { createIdSource, type IdSource } from './clock/ids.js';
import { endpoints } from './endpoints/endpoints.js';
import { internalError } from './errors/internal-error.js';
import type { SyncJob } from './protocol/connector/sync-job.js';
import type { Connector } from './protocol/connector/connector.js';
import type { Cluster } from './rest/cluster.js';
import { answerError, dispatch, type Environment } from './rest/dispatch.js';
import type { EsRequest, EsResponse } from './rest/exchange.js';
import { createRoutes } from './rest/routes.js';
import { NEWEST_VERSION, parseVersion } from './rest/version.js';
import { SearchContexts, type SearchContextsState } from './search/contexts.js';
import { CONNECTORS_INDEX, CONNECTOR_TEMPLATES, SYNC_JOBS_INDEX } from './store/connector-indices.js';
import type { StoredDocument } from './store/document.js';
import { Store, type StoreSnapshot } from './store/store.js';
import { historyOf, type Transition } from './testing/history.js';
import { JournalBook, type Journal } from './testing/journal.js';
import { loadFixtures, type Fixture } from './testing/load-fixtures.js';

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

/** A stored document and what Elasticsearch knows about it. */
export interface DocumentView<T> {
  readonly _id: string;
  readonly _version: number;
  readonly _seq_no: number;
  readonly _primary_term: number;
  readonly _source: T;
}

/** An in-memory Elasticsearch. Every instance is a cluster of its own. */
export interface FakeElasticsearch {
  readonly clock: Clock;
  /** Every request that reached the fake. */
  readonly journal: Journal;
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
  document<T = unknown>(index: string, id: string): DocumentView<T> | undefined;
  /** What happened to a sync job, or to a document of another index, since it was seeded. */
  history(id: string, index?: string): Transition[];
  /** Cost: none to speak of, whatever the store holds. */
  snapshot(): FakeSnapshot;
  /** Brings store, clock and ids back. Costs what has changed since. */
  restore(snapshot: FakeSnapshot): void;
  /** Back to the seed: what the options asked for. Clears the journal. */
  reset(): void;
  /** Answers a request at once. */
  handle(request: EsRequest): EsResponse;
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
  }

  load(...(options.fixtures ?? []));
  const seed = snapshot();

  return {
    clock,
    journal,
    load,
    syncJob: (id) => live(store, SYNC_JOBS_INDEX, id)?.source as SyncJob | undefined,
    connector: (id) => live(store, CONNECTORS_INDEX, id)?.source as Connector | undefined,
    document<T>(index: string, id: string) {
      const found = live(store, index, id);
      return found && (viewOf(found) as DocumentView<T>);
    },
    history: (id, index = SYNC_JOBS_INDEX) => historyOf(store.point, index, id),
    snapshot,
    restore,
    reset() {
      restore(seed);
      journal.clear();
    },
    handle: (request) => answer(environment, clock, journal, request),
  };
}

function systemTime(): number {
  return performance.timeOrigin + performance.now();
}

/** One request, start to end: the journal opens, the clock gives its one instant, the core answers. */
function answer(
  environment: Environment,
  clock: Clock,
  journal: JournalBook,
  request: EsRequest,
): EsResponse {
  const now = clock.beginRequest();
  const entry = journal.open(request, now);
  const { store } = environment;
  const before = store.snapshot();
  try {
    const { response, api, gap } = dispatch(environment, request, now, (name) =>
      store.begin(now, { api: name, request: entry.number }),
    );
    entry.api = api;
    entry.response = response;
    entry.gap = gap;
    return response;
  } catch (thrown) {
    store.restore(before);
    entry.response = answerError(internalError(thrown), request);
    return entry.response;
  }
}

function live(store: Store, name: string, id: string): StoredDocument | undefined {
  const index = store.concrete(name) ?? store.aliased(name)[0];
  return index?.get(id);
}

function viewOf({ id, version, seqNo, primaryTerm, source }: StoredDocument): DocumentView<unknown> {
  return { _id: id, _version: version, _seq_no: seqNo, _primary_term: primaryTerm, _source: source };
}
