import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { CONNECTOR_STATUSES } from '../../protocol/connector/connector-status.js';
import { SYNC_STATUSES } from '../../protocol/connector/sync-job.js';
import { isText } from '../checks.js';
import { hintAt, shown } from '../scenario/place.js';
import { hint, paragraphs } from './context.js';
import type { MatcherCall } from './received.js';

/**
 * With `not`, an expectation that nothing can meet would hold for ever.
 * @throws FakeUsageError for an expected value of the wrong kind.
 */
export function requireExpected(call: MatcherCall, isGood: boolean, problem: string): void {
  if (isGood) return;
  throw new FakeUsageError(paragraphs(hint(call.context, call.name, 'received', call.expected), problem));
}

/** @throws FakeUsageError for what is no text, or an empty one. */
export function requireText(call: MatcherCall, value: unknown, what: string): void {
  requireExpected(call, isText(value), `${what} must be a text that is not empty: received ${shown(value)}.`);
}

const STATUSES: readonly string[] = [...new Set<string>([...SYNC_STATUSES, ...CONNECTOR_STATUSES])];

/**
 * @param others states that are there although the connector protocol does not know them
 * @throws FakeUsageError for a state that does not exist.
 */
export function requireStatus(call: MatcherCall, status: unknown, others: readonly unknown[]): void {
  requireExpected(
    call,
    STATUSES.includes(status as string) || (isText(status) && others.includes(status)),
    `There is no status ${shown(status)}.${typeof status === 'string' ? hintAt(status, STATUSES) : ''} There are: ${STATUSES.join(', ')}.`,
  );
}
