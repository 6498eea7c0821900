import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import type { Transition } from '../history.js';
import type { Journal } from '../journal.js';
import { lastMiss, originOf, type DocumentMiss } from '../origins.js';
import { shown } from '../scenario/place.js';
import { hint, paragraphs, printReceived, type MatcherContext } from './context.js';
import { kindOf, unreached } from './evidence.js';

/** What the matchers ask of a fake. */
export interface FakeView {
  readonly journal: Journal;
  syncJob(id: string): JsonObject | undefined;
  connector(id: string): JsonObject | undefined;
  history(id: string, index?: string): Transition[];
}

/** How a matcher was called, for messages. */
export interface MatcherCall {
  readonly context: MatcherContext | undefined;
  readonly name: string;
  /** The arguments as they were written. */
  readonly expected: string;
}

/**
 * The document that a matcher was given.
 * @throws FakeUsageError, with `not` as well as without, if it is none: a job that is not there has no status to lack.
 */
export function receivedDocument(call: MatcherCall, received: unknown): JsonObject {
  if (isJsonObject(received) && !isFake(received) && isDocument(received)) return received;
  const head = hint(call.context, call.name, 'document', call.expected);
  if (received === undefined) throw new FakeUsageError(paragraphs(head, ...explainMiss(lastMiss())));
  const problem = isFake(received)
    ? 'received is the fake itself: give one of its documents, e.g. es.syncJob(id).'
    : `received must be a sync job or a connector, e.g. es.syncJob(id). It is: ${printReceived(call.context, received)}`;
  throw new FakeUsageError(paragraphs(head, problem));
}

/** A job or connector, from a fake or from elsewhere: a promise or a whole answer has no status of its own. */
function isDocument(received: JsonObject): boolean {
  return typeof received['status'] === 'string' || originOf(received) !== undefined;
}

const SHOWN_IDS = 20;

/** Why a document is undefined, as far as it is known. */
export function explainMiss(miss: DocumentMiss | undefined): string[] {
  if (miss === undefined) return ['received is undefined: there is no such document.'];
  const kind = kindOf(miss.index);
  const ids: string[] = [];
  let more = 0;
  for (const id of miss.ids()) {
    if (ids.length < SHOWN_IDS) ids.push(id);
    else more += 1;
  }
  const held = ids.length === 0 ? 'none' : ids.join(', ') + (more > 0 ? ` and ${more} more` : '');
  return [
    `received is undefined. There is no ${kind} ${shown(miss.id)}; the fake holds: ${held}.`,
    unreached(miss.es.journal),
  ];
}

/** @throws FakeUsageError if the matcher was given something else than a fake. */
export function receivedFake(call: MatcherCall, received: unknown): FakeView {
  if (isFake(received)) return received;
  throw new FakeUsageError(
    paragraphs(
      hint(call.context, call.name, 'es', call.expected),
      `received must be the fake: expect(es).${call.name}(…). It is: ${printReceived(call.context, received)}`,
    ),
  );
}

function isFake(value: unknown): value is FakeView {
  return (
    typeof value === 'object' &&
    value !== null &&
    'journal' in value &&
    'history' in value &&
    typeof value.history === 'function'
  );
}
