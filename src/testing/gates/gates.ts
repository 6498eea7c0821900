/// <reference lib="esnext.disposable" preserve="true" />
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import type { EsRequest } from '../../rest/exchange.js';
import { checkedMatch } from '../check-match.js';
import { checkKind, count as wholeNumber, oneOf } from '../checks.js';
import { isMatch, type RequestMatch } from '../request-match.js';

/** Which requests a gate holds, and where. */
export interface GateRule extends RequestMatch {
  /**
   * `arrival`: nothing has happened yet. `read`: the request has read the document it will update and not yet
   * written it, so that a change made meanwhile is the real 409.
   * @default 'arrival'
   */
  readonly at?: 'arrival' | 'read';
}

/** Which of the held requests: by order of arrival at the gate, from 1. */
export type Held = 'first' | 'second' | 'third' | 'fourth' | 'last' | 'all' | number;

/** A request that a gate holds. */
export interface HeldRequest {
  /** Order of arrival at this gate, from 1. */
  readonly place: number;
  readonly api: string | undefined;
  readonly request: EsRequest;
}

/** A place where requests wait until the test lets them go, in the order it chooses. */
export interface Gate extends Disposable {
  /** The requests that wait, in order of arrival. */
  readonly waiting: readonly HeldRequest[];
  /**
   * Resolves when so many requests have arrived since the gate was set up.
   * @throws FakeUsageError for what is no whole number.
   */
  arrived(count?: number): Promise<void>;
  /**
   * Carries a held request out. When it returns, the request has been answered as far as the store is concerned.
   *
   * @param which the one that waits longest if not given
   * @throws FakeUsageError if that request does not wait here.
   */
  release(which?: Held): void;
  /** Carries all held requests out in order of arrival and holds no more. */
  open(): void;
}

/** The gates of a fake. */
export interface Gates {
  readonly list: readonly Gate[];
  /**
   * Holds the requests that match from now on.
   *
   * @example
   * const gate = es.gates.hold({ api: 'connector.sync_job_claim', at: 'read' });
   * const claims = [first.claim(), second.claim()];
   * await gate.arrived(2);
   * gate.release('second'); // the second worker wins
   * gate.release('first'); // 409
   * @throws FakeUsageError for a rule that cannot match.
   */
  hold(rule: GateRule): Gate;
}

interface Parked extends HeldRequest {
  readonly proceed: () => void;
}

interface Waiter {
  readonly count: number;
  readonly resolve: () => void;
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];

/** One gate, with the entrance that only the fake uses. */
export class ParkingGate implements Gate {
  readonly rule: GateRule;
  readonly #close: (gate: ParkingGate) => void;
  #parked: readonly Parked[] = [];
  #arrivals = 0;
  #waiters: readonly Waiter[] = [];

  constructor(rule: GateRule, close: (gate: ParkingGate) => void) {
    this.rule = rule;
    this.#close = close;
  }

  get waiting(): readonly HeldRequest[] {
    return this.#parked.map(({ place, api, request }) => ({ place, api, request }));
  }

  arrived(count = 1): Promise<void> {
    checkKind(count, 'What arrived() waits for', wholeNumber);
    if (this.#arrivals >= count) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { count, resolve }];
    });
  }

  release(which?: Held): void {
    for (const parked of this.#chosen(which)) {
      this.#remove(parked);
      parked.proceed();
    }
  }

  open(): void {
    this.#close(this);
    this.release('all');
  }

  [Symbol.dispose](): void {
    this.open();
  }

  /**
   * Takes a request in. `proceed` is called when it is released.
   * @returns the function that takes it away again: its client has gone.
   */
  park(api: string | undefined, request: EsRequest, proceed: () => void): () => void {
    this.#arrivals += 1;
    const parked: Parked = { place: this.#arrivals, api, request, proceed };
    this.#parked = [...this.#parked, parked];
    const due = this.#waiters.filter(({ count }) => count <= this.#arrivals);
    this.#waiters = this.#waiters.filter(({ count }) => count > this.#arrivals);
    for (const { resolve } of due) resolve();
    return () => this.#remove(parked);
  }

  #remove(parked: Parked): void {
    this.#parked = this.#parked.filter((other) => other !== parked);
  }

  #chosen(which: Held | undefined): readonly Parked[] {
    if (which === 'all') return this.#parked;
    const place = typeof which === 'string' ? ORDINALS.indexOf(which) + 1 : which;
    const chosen =
      which === undefined
        ? this.#parked[0]
        : which === 'last'
          ? this.#parked.at(-1)
          : this.#parked.find((parked) => parked.place === place);
    if (chosen) return [chosen];
    const waiting = this.#parked.map(({ place: at }) => at).join(', ') || 'none';
    throw new FakeUsageError(
      `The gate holds no request '${String(which ?? 'first')}': waiting are ${waiting}, arrived ${this.#arrivals}. Await gate.arrived(n) before releasing.`,
    );
  }
}

export class GateKeeper implements Gates {
  #gates: readonly ParkingGate[] = [];
  readonly #apis: ReadonlySet<string>;

  constructor(apis: ReadonlySet<string>) {
    this.#apis = apis;
  }

  get isEmpty(): boolean {
    return this.#gates.length === 0;
  }

  get list(): readonly Gate[] {
    return this.#gates;
  }

  hold(rule: GateRule): Gate {
    const checked = checkedMatch(rule, this.#apis, 'The gate', { at: oneOf(['arrival', 'read']) });
    const gate = new ParkingGate(checked, (closed) => {
      this.#gates = this.#gates.filter((other) => other !== closed);
    });
    this.#gates = [...this.#gates, gate];
    return gate;
  }

  /** The gate that holds a request, if one does. */
  holding(api: string | undefined, request: EsRequest): ParkingGate | undefined {
    return this.#gates.find(({ rule }) => isMatch(rule, api, request));
  }

  openAll(): void {
    for (const gate of [...this.#gates]) gate.open();
  }
}
