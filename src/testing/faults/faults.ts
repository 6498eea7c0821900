import { FakeUsageError } from '../../errors/fake-usage-error.js';
import type { EsRequest } from '../../rest/exchange.js';
import { checkMatch } from '../check-match.js';
import { isMatch, type RequestMatch } from '../request-match.js';
import type { Effect } from './effects.js';

/** Which requests a rule spoils. */
export interface FaultRule extends RequestMatch {
  /** After so many requests the rule is used up. @default no limit */
  readonly times?: number;
  /** So many matching requests pass first. @default 0 */
  readonly skip?: number;
}

/** A rule in force. */
export interface ActiveFault {
  readonly rule: FaultRule;
  /** Name of its effect, e.g. `respond(503)`. */
  readonly effect: string;
  /** How many requests it has spoilt. */
  readonly hits: number;
}

/**
 * The rules that stand in front of the faithful core. The first that matches wins; one that is used up lets requests
 * pass to the next.
 */
export interface Faults {
  readonly list: readonly ActiveFault[];
  /**
   * Adds a rule behind those in force.
   *
   * @example es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, respond(503));
   * @throws FakeUsageError if the API is unknown, or `times` or `skip` is no whole number.
   */
  add(rule: FaultRule, effect: Effect): { remove(): void };
  clear(): void;
}

interface Entry {
  readonly rule: FaultRule;
  readonly effect: Effect;
  seen: number;
  hits: number;
}

export class FaultChain implements Faults {
  #entries: readonly Entry[] = [];
  readonly #apis: ReadonlySet<string>;

  constructor(apis: ReadonlySet<string>) {
    this.#apis = apis;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  get list(): readonly ActiveFault[] {
    return this.#entries.map(({ rule, effect, hits }) => ({ rule, effect: effect.name, hits }));
  }

  add(rule: FaultRule, effect: Effect): { remove(): void } {
    checkMatch(rule, this.#apis, 'The fault rule');
    checkCount('times', rule.times);
    checkCount('skip', rule.skip);
    const entry: Entry = { rule, effect, seen: 0, hits: 0 };
    this.#entries = [...this.#entries, entry];
    return {
      remove: () => {
        this.#entries = this.#entries.filter((other) => other !== entry);
      },
    };
  }

  clear(): void {
    this.#entries = [];
  }

  /** The effect on a request, if a rule has one. Counts it. */
  take(api: string | undefined, request: EsRequest): Effect | undefined {
    for (const entry of this.#entries) {
      const { times = Infinity, skip = 0 } = entry.rule;
      if (entry.hits >= times || !isMatch(entry.rule, api, request)) continue;
      entry.seen += 1;
      if (entry.seen <= skip) continue;
      entry.hits += 1;
      return entry.effect;
    }
    return undefined;
  }
}

function checkCount(name: string, value: number | undefined): void {
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return;
  throw new FakeUsageError(
    `[${name}] of a fault rule must be a whole number of requests, got ${String(value)}.`,
  );
}
