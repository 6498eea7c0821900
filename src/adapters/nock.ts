/// <reference lib="esnext.disposable" preserve="true" />
/**
 * A fake Elasticsearch behind nock: whatever nock intercepts for one origin is answered by the fake.
 * @module
 */
import nock from 'nock';
import { FakeUsageError } from '../errors/fake-usage-error.js';
import { followArrivals } from './nock/arrivals.js';
import { followDepartures } from './nock/departures.js';
import { replyTo } from './nock/reply.js';
import type { RequestTarget } from './target.js';

export type { Delivery, RequestTarget } from './target.js';

/** What {@link interceptWithNock} installed. */
export interface NockInterception extends Disposable {
  /** False once the interceptors are gone: by `remove()`, or by a `nock.cleanAll()` of somebody's. */
  readonly isInPlace: boolean;
  /** Removes these interceptors and no others. May be called again. */
  remove(): void;
}

/** nock knows no "any method". */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'];

/**
 * Answers every request that nock sees for an origin. Needs nock 14, or nock 15 on Node 22 and newer.
 *
 * nock 14 sees `fetch`, `http.request` and what is built on them, axios and got among them. It does not see undici's own
 * pools, and so not the official client unless that is given `Connection: HttpConnection`: use `clientOptions` for it.
 * nock waits on timers: fake ones must leave `nextTick` and `setImmediate` alone, as in
 * `jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate'] })`.
 *
 * @param origin Scheme, host and port, e.g. `http://localhost:9200`. A path in it is taken off every request.
 * @throws {FakeUsageError} if the origin is not an http or https URL.
 * @example
 * const { remove } = interceptWithNock(es, 'http://localhost:9200');
 * await fetch('http://localhost:9200/_connector');
 * remove();
 */
export function interceptWithNock(target: RequestTarget, origin: string): NockInterception {
  const url = readOrigin(origin);
  const prefix = url.pathname.replace(/\/$/, '');
  if (!nock.isActive()) nock.activate();
  const scope = nock(url.origin).persist();
  const departures = followDepartures();
  const arrivalOf = followArrivals(scope, departures);
  const isBelowPrefix = (path: string) =>
    path.startsWith(prefix) && /^(?:[/?]|$)/.test(path.slice(prefix.length));
  const interceptors = METHODS.map((method) => {
    const interceptor = scope.intercept(isBelowPrefix, method).optionally();
    // Both majors count the parameters of a reply function to find out whether it takes a callback: it must declare none.
    interceptor.reply(function reply(this: unknown, ...args: readonly unknown[]) {
      return replyTo(target, arrivalOf(this, args), prefix);
    });
    return interceptor;
  });
  const remove = () => {
    departures.stop();
    for (const interceptor of interceptors.splice(0)) nock.removeInterceptor(interceptor);
    // nock goes on refusing an origin whose interceptors are all gone, until it forgets the origin.
    if (nock.activeMocks().length === 0) nock.cleanAll();
  };
  return {
    get isInPlace() {
      return interceptors.length > 0 && scope.activeMocks().length > 0;
    },
    remove,
    [Symbol.dispose]: remove,
  };
}

function readOrigin(origin: string): URL {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new FakeUsageError(
    `"${origin}" is not an origin to intercept. Give scheme, host and port, e.g. http://localhost:9200.`,
  );
}
