import type { Clock, ClockSetting } from './clock/clock.js';
import type { IdSource } from './clock/ids.js';
import type { Connector } from './protocol/connector/connector.js';
import type { SyncJob } from './protocol/connector/sync-job.js';
import type { LicenseOption } from './protocol/license/license.js';
import type { SecurityOptions } from './protocol/security/security.js';
import type { Delivery, EsRequest, EsResponse } from './rest/exchange.js';
import type { SearchContextsState } from './search/contexts.js';
import type { StoreSnapshot } from './store/store.js';
import type { Faults } from './testing/faults/faults.js';
import type { Gates } from './testing/gates/gates.js';
import type { Transition } from './testing/history.js';
import type { Journal } from './testing/journal.js';
import type { Violation } from './testing/lint/lint.js';
import type { Fixture } from './testing/load-fixtures.js';
import type { JsonObject } from './xcontent/json.js';

/** How the fake is to behave. */
export interface FakeElasticsearchOptions {
  /**
   * The time: `'frozen'` at 2024-06-01T12:00:00Z, frozen at an ISO instant, epoch milliseconds or a Date, `'system'`, or
   * a {@link Clock} of your own.
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
  /**
   * What `GET _license` shows: a type, or type, status and expiry. The connector service wants at least `'platinum'` for
   * access-control syncs.
   * @default 'basic'
   */
  readonly license?: LicenseOption;
  /**
   * `'serverless'`: says so in `GET /`, and lacks the APIs that serverless lacks.
   * @default 'default'
   */
  readonly flavor?: 'default' | 'serverless';
  /** Users and API keys; switches authentication and authorization on. @default off */
  readonly security?: SecurityOptions;
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
  /** A document of any index (or alias of one), with its version, frozen; undefined if there is none. */
  document(index: string, id: string): DocumentView | undefined;
  /** What happened to a sync job, or to a document of another index or alias, since it was seeded. */
  history(id: string, index?: string): Transition[];
  /** Cost: none to speak of, whatever the store holds. */
  snapshot(): FakeSnapshot;
  /**
   * Brings store, clock and ids back. Costs what has changed since.
   * @throws FakeUsageError for a snapshot of another fake.
   */
  restore(snapshot: FakeSnapshot): void;
  /**
   * Back to the seed: store, clock and ids as they were, the journal empty and its numbers from 1 on, no fault rules, all
   * gates open.
   * @param fixtures what the seed holds from now on; at first it is what the options asked for
   * @throws FakeUsageError naming the fixture and the field; nothing has changed then.
   */
  reset(fixtures?: readonly Fixture[]): void;
  /**
   * Answers a request at once.
   * @throws FakeUsageError if a gate or a fault rule would make the request wait, or drop it, and for what is no
   * request: a member is missing or wrong, or the header names are not in lower case.
   */
  handle(request: EsRequest): EsResponse;
  /**
   * Answers as a client shall see it; what adapters call. The answer itself, not a promise, unless a gate or a fault
   * rule holds the request back or drops it.
   */
  exchange(request: EsRequest, signal?: AbortSignal): EsResponse | Promise<Delivery>;
  /**
   * Calls `wake` when the fake's clock has moved on by so many milliseconds; the result cancels it.
   * @throws FakeUsageError if the time is negative or none, or `wake` is no function.
   */
  after(milliseconds: number, wake: () => void): () => void;
}
