import nock from 'nock';
import { interceptWithNock } from '../nock.js';
import type { RequestTarget } from '../target.js';

/** The interception of a test file. */
export interface FileInterception {
  /** Installs it again if a test has done away with it, as `nock.cleanAll()` does. */
  renew(): void;
  stop(): void;
}

/** Intercepts an origin until it is stopped. */
export type Intercept = (target: RequestTarget, origin: string) => FileInterception;

/**
 * Leaves nothing of nock behind: without `nock.restore()` the next test file in the worker gets none of its requests
 * intercepted, since jest loads nock anew there and the patches of the first copy stand in its way.
 */
export const intercept: Intercept = (target, origin) => {
  let interception = interceptWithNock(target, origin);
  return {
    renew() {
      if (interception.isInPlace) return;
      interception.remove();
      interception = interceptWithNock(target, origin);
    },
    stop() {
      interception.remove();
      nock.restore();
    },
  };
};
