import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import { originOf } from '../origins.js';
import { contextOf, hint, paragraphs, printExpected, printReceived } from './context.js';
import type { MatcherResult, MatcherThis } from './context.js';
import { requireStatus } from './expected.js';
import { timeline } from './evidence.js';
import { receivedDocument } from './received.js';

/**
 * The sync job (or connector) is in that state.
 * @throws FakeUsageError for a state that does not exist: `not` would always hold.
 * @example expect(es.syncJob('my-connector-sync-job-id')).toHaveStatus('pending');
 */
export function toHaveStatus(
  this: MatcherThis,
  received: unknown,
  status: SyncStatus | (string & {}),
): MatcherResult {
  const context = contextOf(this);
  const call = { context, name: 'toHaveStatus', expected: printExpected(context, status) };
  const document = receivedDocument(call, received);
  requireStatus(call, status, [document['status']]);
  return {
    pass: document['status'] === status,
    message: () =>
      paragraphs(
        hint(context, call.name, 'document', call.expected),
        `Expected status: ${context?.isNot === true ? 'not ' : ''}${call.expected}\n` +
          `Received status: ${printReceived(context, document['status'])}`,
        timeline(originOf(document)),
      ),
  };
}
