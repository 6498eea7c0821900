import { originOf } from '../origins.js';
import { contextOf, hint, paragraphs, printExpected, printReceived } from './context.js';
import type { MatcherResult, MatcherThis } from './context.js';
import { requireText } from './expected.js';
import { timeline } from './evidence.js';
import { receivedDocument } from './received.js';

/**
 * The sync job is in progress, in the hands of that worker.
 * @example expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('some-machine');
 */
export function toBeClaimedBy(this: MatcherThis, received: unknown, worker: string): MatcherResult {
  const context = contextOf(this);
  const call = { context, name: 'toBeClaimedBy', expected: printExpected(context, worker) };
  requireText(call, worker, 'The worker');
  const job = receivedDocument(call, received);
  const { status, worker_hostname } = job;
  const not = context?.isNot === true ? 'not ' : '';
  return {
    pass: status === 'in_progress' && worker_hostname === worker,
    message: () =>
      paragraphs(
        hint(context, call.name, 'syncJob', call.expected),
        `Expected: ${not}status ${printExpected(context, 'in_progress')}, worker_hostname ${call.expected}\n` +
          `Received: status ${printReceived(context, status)}, worker_hostname ${printReceived(context, worker_hostname)}`,
        timeline(originOf(job)),
      ),
  };
}
