import type { EsRequest } from '../../rest/exchange.js';
import { checkedMatch } from '../check-match.js';
import { checkKind, count } from '../checks.js';
import { isMatch, type RequestMatch } from '../request-match.js';
import { EFFECT, type Effect } from './effect.js';

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
   * @throws FakeUsageError for a rule that cannot match, and for an effect that is none.
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
    const checked = checkedMatch(rule, this.#apis, 'The fault rule', { times: count, skip: count });
    checkKind(effect, 'The effect of a fault rule', EFFECT);
    const entry: Entry = { rule: checked, effect, seen: 0, hits: 0 };
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

  /**
   * The effect on a request, if a rule has one. Counts it.
   * @param accept throws for an effect that cannot be had; nothing is counted then.
   */
  take(api: string | undefined, request: EsRequest, accept?: (effect: Effect) => void): Effect | undefined {
    const seen: Entry[] = [];
    let taken: Entry | undefined;
    for (const entry of this.#entries) {
      const { times = Infinity, skip = 0 } = entry.rule;
      if (entry.hits >= times || !isMatch(entry.rule, api, request)) continue;
      seen.push(entry);
      if (entry.seen < skip) continue;
      accept?.(entry.effect);
      taken = entry;
      break;
    }
    for (const entry of seen) entry.seen += 1;
    if (taken) taken.hits += 1;
    return taken?.effect;
  }
}
