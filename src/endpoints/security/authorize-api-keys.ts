import { areOwnApiKeys, type AskedApiKeys } from '../../protocol/security/own-api-keys.js';
import type { AnyCall } from '../../rest/endpoint.js';
import { callerOf } from './caller.js';

/**
 * Refuses whoever may only do something with keys of its own, where it asks about others.
 *
 * @param api which has an action of its own for the keys of others
 */
export function authorizeApiKeys(
  call: Pick<AnyCall, 'cluster' | 'request' | 'now'>,
  api: 'security.get_api_key' | 'security.invalidate_api_key',
  asked: AskedApiKeys,
): void {
  const { cluster, request, now } = call;
  if (areOwnApiKeys(callerOf(call), asked)) return;
  const refusal = cluster.security?.authorize(request, `${api}[any]`, undefined, now);
  if (refusal) throw refusal;
}

/** An empty text, or one of blanks, is none. ES: `Strings.hasText`. */
export function textOrNone(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
