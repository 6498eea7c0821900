import type { Delivery, EsRequest, EsResponse } from '../rest/exchange.js';

export type { Delivery } from '../rest/exchange.js';

/** The part of a fake Elasticsearch that an adapter talks to. `FakeElasticsearch` is one. */
export interface RequestTarget {
  /** Answers at once, past faults and gates. */
  handle(request: EsRequest): EsResponse;
  /**
   * Answers as a client shall see it: fault rules and gates may hold the request back, drop it or spoil its answer.
   * The answer itself, not a promise, if nothing held the request.
   */
  exchange(request: EsRequest, signal?: AbortSignal): EsResponse | Promise<Delivery>;
  /**
   * Calls `wake` when the fake's clock, not real time, has moved on by so many milliseconds; the result cancels it.
   * Request timeouts of an in-process client run on it. Without it they never run out.
   */
  after?(milliseconds: number, wake: () => void): () => void;
}

/** True for an answer that came at once, false for the promise of a delivery. */
export function isAnswer(outcome: EsResponse | Promise<Delivery>): outcome is EsResponse {
  return 'status' in outcome;
}
