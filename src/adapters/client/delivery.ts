import { errors } from '@elastic/elasticsearch';
import type { ConnectionRequestOptions } from '@elastic/elasticsearch';
import type { EsResponse } from '../../rest/exchange.js';
import type { Delivery, RequestTarget } from '../target.js';
import { HUNG_UP } from './answer.js';

/** Waits for a held request as long as the client would: until its signal or its timeout, counted on the fake's clock. */
export function deliveryOf(
  target: RequestTarget,
  delivery: Promise<Delivery>,
  options: ConnectionRequestOptions,
): Promise<EsResponse> {
  return new Promise((resolve, reject) => {
    const { signal, timeout } = options;
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      cancelTimeout?.();
      finish();
    };
    const onAbort = () => settle(() => reject(new errors.RequestAbortedError('Request aborted')));
    const onTimeout = () => settle(() => reject(new errors.TimeoutError('Request timed out')));
    const cancelTimeout =
      timeout === null || timeout === undefined ? undefined : target.after?.(timeout, onTimeout);
    signal?.addEventListener('abort', onAbort, { once: true });
    delivery
      .then((delivered) =>
        settle(() => {
          if (delivered.kind === 'response') resolve(delivered.response);
          else reject(new errors.ConnectionError(HUNG_UP));
        }),
      )
      .catch((error: unknown) =>
        settle(() => reject(error instanceof Error ? error : new Error(String(error)))),
      );
  });
}
