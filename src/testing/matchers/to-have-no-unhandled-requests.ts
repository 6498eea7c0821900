import { contextOf, hint, paragraphs, type MatcherResult, type MatcherThis } from './context.js';
import { printRequests, unreached } from './evidence.js';
import { receivedFake } from './received.js';

/**
 * Every request was one that the fake emulates.
 * @example expect(es).toHaveNoUnhandledRequests();
 */
export function toHaveNoUnhandledRequests(this: MatcherThis, received: unknown): MatcherResult {
  const context = contextOf(this);
  const call = { context, name: 'toHaveNoUnhandledRequests', expected: '' };
  const { journal } = receivedFake(call, received);
  const { unhandled } = journal;
  return {
    pass: unhandled.length === 0,
    message: () =>
      paragraphs(
        hint(context, call.name, 'es', ''),
        context?.isNot === true
          ? `Expected: a request that the fake does not emulate\nReceived:\n${printRequests(journal.requests)}`
          : `Expected: none\nReceived: ${unhandled.length}\n${printRequests(unhandled)}`,
        unreached(journal),
      ),
  };
}
