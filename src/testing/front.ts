import type { Clock } from '../clock/clock.js';
import { FakeUsageError } from '../errors/fake-usage-error.js';
import { apiOf } from '../rest/dispatch.js';
import type { Delivery, EsRequest, EsResponse } from '../rest/exchange.js';
import type { Routes } from '../rest/routes.js';
import type { Point } from '../store/change-log.js';
import type { Effect } from './faults/effect.js';
import { checkRequest } from './check-request.js';
import type { FaultChain } from './faults/faults.js';
import type { GateKeeper, ParkingGate } from './gates/gates.js';
import type { JournalBook, OpenEntry } from './journal.js';
import type { WaitingFor, WaitingRoom } from './waiting.js';

/** A request on its way to the core. */
export interface Arrival {
  readonly request: EsRequest;
  readonly entry: OpenEntry;
  /** What of the store it has read already, if it was held between its read and its write. */
  readonly readPoint: Point | undefined;
}

/** What stands in front of the faithful core: gates, then fault rules. The core knows neither. */
export interface FrontParts {
  readonly routes: Routes;
  readonly clock: Clock;
  readonly journal: JournalBook;
  readonly faults: FaultChain;
  readonly gates: GateKeeper;
  readonly waiting: WaitingRoom;
  readonly readPoint: () => Point;
  /** The faithful core: answers at once and completes the journal entry. */
  readonly answer: (arrival: Arrival) => EsResponse;
}

const DROPPED: Delivery = { kind: 'dropped' };

/** Answers as a client shall see it; at once where nothing holds the request back. */
export function exchange(
  front: FrontParts,
  request: EsRequest,
  signal?: AbortSignal,
): EsResponse | Promise<Delivery> {
  checkRequest(request);
  const { faults, gates } = front;
  if (faults.isEmpty && gates.isEmpty) return front.answer(arrive(front, request));
  const api = apiOf(front.routes, request);
  const gate = gates.holding(api, request);
  return gate
    ? parked(front, request, gate, api, signal)
    : pastGates(front, arrive(front, request), api, signal);
}

function parked(
  front: FrontParts,
  request: EsRequest,
  gate: ParkingGate,
  api: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Delivery> {
  const entry = front.journal.open(request, front.clock.now());
  entry.api = api;
  const readPoint = gate.rule.at === 'read' ? front.readPoint() : undefined;
  // A rule that throws is an error of the request, here as without a gate, and not of whoever opens the gate.
  const proceed = async (): Promise<Delivery> => {
    const outcome = pastGates(front, { request, entry, readPoint }, api, signal);
    return outcome instanceof Promise ? await outcome : { kind: 'response', response: outcome };
  };
  return new Promise((resolve) => {
    const leave = gate.park(api, request, () => resolve(proceed()));
    onAbort(signal, () => {
      leave();
      resolve(DROPPED);
    });
  });
}

/** The same without waiting. @throws FakeUsageError where a gate or a rule would make it wait or drop. */
export function answerNow(front: FrontParts, request: EsRequest): EsResponse {
  checkRequest(request);
  const { faults, gates } = front;
  if (faults.isEmpty && gates.isEmpty) return front.answer(arrive(front, request));
  const api = apiOf(front.routes, request);
  if (gates.holding(api, request)) throw cannotWait('a gate holds it');
  const effect = faults.take(api, request, refuseToWait);
  return pastFault(front, arrive(front, request), effect) as EsResponse;
}

function refuseToWait({ kind, name }: Effect): void {
  if (kind === 'delay' || kind === 'drop') throw cannotWait(`a fault rule says ${name}`);
}

function cannotWait(why: string): FakeUsageError {
  return new FakeUsageError(
    `handle() answers at once, but ${why}. Send this request through an adapter or through exchange().`,
  );
}

function arrive({ journal, clock }: FrontParts, request: EsRequest): Arrival {
  return { request, entry: journal.open(request, clock.now()), readPoint: undefined };
}

function pastGates(
  front: FrontParts,
  arrival: Arrival,
  api: string | undefined,
  signal: AbortSignal | undefined,
): EsResponse | Promise<Delivery> {
  return pastFault(front, arrival, front.faults.take(api, arrival.request), signal);
}

function pastFault(
  front: FrontParts,
  arrival: Arrival,
  effect: Effect | undefined,
  signal?: AbortSignal,
): EsResponse | Promise<Delivery> {
  if (!effect) return front.answer(arrival);
  const { entry, request } = arrival;
  entry.fault = effect.name;
  entry.api ??= apiOf(front.routes, request);
  switch (effect.kind) {
    case 'answer':
      return (entry.response = effect.answer(request));
    case 'spoil':
      return (entry.response = effect.spoil(front.answer(arrival)));
    case 'drop':
      if (effect.when === 'after') front.answer(arrival);
      entry.response = undefined;
      return Promise.resolve(DROPPED);
    case 'delay':
      return delayed(front, arrival, effect, signal);
  }
}

function delayed(
  front: FrontParts,
  arrival: Arrival,
  { duration }: Extract<Effect, { kind: 'delay' }>,
  signal: AbortSignal | undefined,
): Promise<Delivery> {
  const { method, rawPath } = arrival.request;
  return new Promise((resolve) => {
    const label: WaitingFor = { kind: 'delay', what: `answer to ${method} ${rawPath}` };
    const cancel = front.waiting.after(duration, label, () =>
      resolve({ kind: 'response', response: front.answer(arrival) }),
    );
    onAbort(signal, () => {
      cancel();
      resolve(DROPPED);
    });
  });
}

function onAbort(signal: AbortSignal | undefined, leave: () => void): void {
  if (signal?.aborted) leave();
  else signal?.addEventListener('abort', leave, { once: true });
}
