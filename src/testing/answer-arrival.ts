import type { Clock } from '../clock/clock.js';
import { internalError } from '../errors/internal-error.js';
import { answerError, dispatch, type Dispatched, type Environment, type Moment } from '../rest/dispatch.js';
import type { EsRequest, EsResponse } from '../rest/exchange.js';
import { refreshIfDue } from '../search/search-view.js';
import type { Point } from '../store/change-log.js';
import type { Arrival } from './front.js';
import { runAsReadAt } from './gates/stale-read.js';

/** One request in the core: the clock gives its one instant, the endpoint answers, the journal gets it. */
export function answerArrival(
  environment: Environment,
  clock: Clock,
  { request, entry, readPoint }: Arrival,
): EsResponse {
  const now = clock.beginRequest();
  entry.at = now;
  const { store, cluster } = environment;
  if (cluster.refreshMode === 'nrt') for (const index of store.indices()) refreshIfDue(index, now);
  const before = store.point;
  const moment = { now, number: entry.number, race: undefined };
  try {
    const dispatched =
      readPoint === undefined
        ? dispatch(environment, request, moment)
        : dispatchAsReadAt(environment, request, moment, readPoint);
    entry.api = dispatched.api;
    entry.gap = dispatched.gap;
    return (entry.response = dispatched.response);
  } catch (thrown) {
    store.restore({ point: before });
    return (entry.response = answerError(internalError(thrown), request));
  }
}

function dispatchAsReadAt(
  environment: Environment,
  request: EsRequest,
  moment: Moment,
  readPoint: Point,
): Dispatched {
  const { store, cluster } = environment;
  return runAsReadAt({ store, ids: cluster.ids }, readPoint, (race) =>
    dispatch(environment, request, { ...moment, race }),
  );
}
