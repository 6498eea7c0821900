/**
 * The matchers as plain functions, for `expect.extend(matchers)` in jest or Vitest and for calls by hand. Importing
 * them has no effect; `elasticsearch-connector-fake/jest` registers them by itself.
 *
 * @module
 */
export { toBeClaimedBy } from './to-be-claimed-by.js';
export { toHaveBeenSeenAt } from './to-have-been-seen-at.js';
export { toHaveNoProtocolViolations } from './to-have-no-protocol-violations.js';
export { toHaveNoUnhandledRequests } from './to-have-no-unhandled-requests.js';
export { toHaveReceived } from './to-have-received.js';
export { toHaveStatus } from './to-have-status.js';
export { toHaveTransitioned } from './to-have-transitioned.js';
export type { MatcherContext, MatcherResult, MatcherThis } from './context.js';
export type { TransitionStep } from './to-have-transitioned.js';
