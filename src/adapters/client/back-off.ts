import type { BaseConnection } from '@elastic/elasticsearch';

type Diagnostic = BaseConnection['diagnostic'];

/** Where the transport notes the call that it is about to make, just before it asks a connection to make it. */
export interface CallInProgress {
  options: object | undefined;
}

const calls = new WeakMap<Diagnostic, CallInProgress>();

/** Follows the calls of the client that a connection belongs to. */
export function followCalls(diagnostic: Diagnostic): CallInProgress {
  const known = calls.get(diagnostic);
  if (known) return known;
  const call: CallInProgress = { options: undefined };
  diagnostic.on('request', (_error, result) => {
    call.options = result?.meta.request.options;
  });
  calls.set(diagnostic, call);
  return call;
}

/**
 * Lets the transport retry this call at once. Its own back-off takes seconds of real time and stands still under fake
 * timers; clients 8 and 9 offer no option to replace it for a whole client, only one for a single call.
 */
export function skipBackOff(options: object | undefined): void {
  if (options === undefined || 'retryBackoff' in options || !Object.isExtensible(options)) return;
  Object.defineProperty(options, 'retryBackoff', { value: () => 0, configurable: true, writable: true });
}
