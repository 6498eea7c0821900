import nock from 'nock';
import { interceptWithNock } from '../nock.js';
import type { RequestTarget } from '../target.js';

/** Intercepts an origin until the function that it gives is called. */
export type Intercept = (target: RequestTarget, origin: string) => () => void;

/**
 * Leaves nothing of nock behind: without `nock.restore()` the next test file in the worker gets none of its requests
 * intercepted, since jest loads nock anew there and the patches of the first copy stand in its way.
 */
export const intercept: Intercept = (target, origin) => {
  const interception = interceptWithNock(target, origin);
  return () => {
    interception.remove();
    nock.restore();
  };
};
