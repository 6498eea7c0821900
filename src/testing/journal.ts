import type { Instant } from '../clock/instant.js';
import type { EsRequest, EsResponse } from '../rest/exchange.js';
import { checkApi } from './check-match.js';

/** One request and its answer. */
export interface JournalEntry {
  /** Counts from 1, in order of arrival. */
  readonly number: number;
  /** The instant of the request on the fake's clock. */
  readonly at: Instant;
  /** API name, e.g. `connector.sync_job_claim`; undefined if no endpoint took the request. */
  readonly api: string | undefined;
  readonly request: EsRequest;
  /** Undefined while the request is held back, and for good if its connection was dropped. */
  readonly response: EsResponse | undefined;
  /** The fault that answered in Elasticsearch's place or spoilt its answer, e.g. `respond(503)`. */
  readonly fault: string | undefined;
  /** What the request asked for that the fake does not emulate. */
  readonly gap: string | undefined;
}

/** Every request that reached the fake, in order, as data; the latest 50,000 at least. */
export interface Journal {
  readonly requests: readonly JournalEntry[];
  /**
   * The requests of one API, e.g. `journal.of('connector.sync_job_claim')`.
   * @throws FakeUsageError for an API that does not exist: there could never be one.
   */
  of(api: string): readonly JournalEntry[];
  /** Requests that no endpoint took, or that asked for something that is not emulated. */
  readonly unhandled: readonly JournalEntry[];
  /** Forgets everything; numbers go on. */
  clear(): void;
}

/** An entry that whoever answers completes. */
export type OpenEntry = { -readonly [K in keyof JournalEntry]: JournalEntry[K] };

/** A server that runs for days would fill the memory: of so many entries the older half is forgotten. */
const MOST_KEPT = 100_000;

/** A journal and the pen that writes it. */
export class JournalBook implements Journal {
  #entries: OpenEntry[] = [];
  #count = 0;
  readonly #apis: ReadonlySet<string>;

  constructor(apis: ReadonlySet<string>) {
    this.#apis = apis;
  }

  get requests(): readonly JournalEntry[] {
    return this.#entries;
  }

  of(api: string): readonly JournalEntry[] {
    checkApi(api, this.#apis, 'journal.of()');
    return this.#entries.filter((entry) => entry.api === api);
  }

  get unhandled(): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.api === undefined || entry.gap !== undefined);
  }

  clear(): void {
    this.#entries = [];
  }

  /** As at the start, numbers too. */
  restart(): void {
    this.clear();
    this.#count = 0;
  }

  /** Writes down an arrival. The entry is completed by whoever answers. */
  open(request: EsRequest, at: Instant): OpenEntry {
    if (this.#entries.length === MOST_KEPT) this.#entries = this.#entries.slice(MOST_KEPT / 2);
    this.#count += 1;
    const entry: OpenEntry = {
      number: this.#count,
      at,
      api: undefined,
      request,
      response: undefined,
      fault: undefined,
      gap: undefined,
    };
    this.#entries.push(entry);
    return entry;
  }
}
