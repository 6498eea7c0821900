import type { SyncStatus } from '../../protocol/connector/sync-job.js';
import { originOf } from '../origins.js';
import { hint, paragraphs, printExpected, printReceived } from './context.js';
import type { MatcherResult, MatcherThis } from './context.js';
import { timeline } from './evidence.js';
import { receivedDocument } from './received.js';

/**
 * The sync job (or connector) is in that state.
 * @example expect(es.syncJob('my-connector-sync-job-id')).toHaveStatus('pending');
 */
export function toHaveStatus(
  this: MatcherThis,
  received: unknown,
  status: SyncStatus | (string & {}),
): MatcherResult {
  const call = { context: this, name: 'toHaveStatus', expected: printExpected(this, status) };
  const document = receivedDocument(call, received);
  return {
    pass: document['status'] === status,
    message: () =>
      paragraphs(
        hint(this, call.name, 'document', call.expected),
        `Expected status: ${this?.isNot === true ? 'not ' : ''}${call.expected}\n` +
          `Received status: ${printReceived(this, document['status'])}`,
        timeline(originOf(document)),
      ),
  };
}
