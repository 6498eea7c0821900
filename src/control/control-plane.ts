import { isAnswer, type Delivery, type RequestTarget } from '../adapters/target.js';
import type { FakeElasticsearch } from '../fake.js';
import type { EsRequest, EsResponse } from '../rest/exchange.js';
import { answerFailure } from './answer.js';
import { inCluster, isClusterPath, isControlPath } from './cluster-path.js';
import { answerControl } from './dispatch.js';
import { createClusters, manage, type ManagedCluster } from './managed-cluster.js';

/** One request and what became of it. */
export interface Exchanged {
  /** As it came, with the prefix of a cluster. */
  readonly request: EsRequest;
  /** Undefined if the connection was dropped. */
  readonly response: EsResponse | undefined;
  /** API name; undefined if no endpoint took the request or the control plane answered. */
  readonly api: string | undefined;
}

export interface ControlPlaneOptions {
  /** Told about every request once it is answered, or dropped. */
  readonly onExchanged?: (exchanged: Exchanged) => void;
}

/**
 * A fake whose clock, journal, fault rules and so on are also reached by requests, under `/_fake`, which no path of
 * Elasticsearch begins with. `/_fake/clusters/{name}` before a path leads to another cluster, made when first asked for.
 *
 * @example const server = await startServer(withControlPlane(() => createFakeElasticsearch(options)));
 * @throws FakeUsageError if the cluster cannot be created.
 */
export function withControlPlane(
  createCluster: () => FakeElasticsearch,
  { onExchanged }: ControlPlaneOptions = {},
): RequestTarget {
  const own = manage(createCluster());
  const clusters = createClusters(createCluster);

  function answered(request: EsRequest, cluster: ManagedCluster, inner: EsRequest, mode: Mode): Outcome {
    if (isControlPath(inner.rawPath)) {
      const response = answerControl(inner, { es: cluster.es, cluster, clusters });
      onExchanged?.({ request, response, api: undefined });
      return response;
    }
    const outcome = mode(cluster.es, inner);
    if (onExchanged) report(request, inner, cluster, outcome, onExchanged);
    return outcome;
  }

  function answer(request: EsRequest, mode: Mode): Outcome {
    if (!isClusterPath(request)) return answered(request, own, request, mode);
    let cluster: ManagedCluster;
    let inner: EsRequest;
    try {
      const found = inCluster(request);
      cluster = clusters.named(found.name);
      ({ inner } = found);
    } catch (failure) {
      const response = answerFailure(request, failure);
      onExchanged?.({ request, response, api: undefined });
      return response;
    }
    return answered(request, cluster, inner, mode);
  }

  return {
    handle: (request) => answer(request, (es, inner) => es.handle(inner)) as EsResponse,
    exchange: (request, signal) => answer(request, (es, inner) => es.exchange(inner, signal)),
    after: (milliseconds, wake) => own.es.after(milliseconds, wake),
  };
}

type Outcome = EsResponse | Promise<Delivery>;

/** At once, or as a client sees it. */
type Mode = (es: FakeElasticsearch, request: EsRequest) => Outcome;

function report(
  request: EsRequest,
  inner: EsRequest,
  { es }: ManagedCluster,
  outcome: Outcome,
  onExchanged: (exchanged: Exchanged) => void,
): void {
  const last = es.journal.requests.at(-1);
  // Whoever answers a request that waits completes its entry later.
  const entry = last?.request === inner ? last : undefined;
  const done = (response: EsResponse | undefined) => onExchanged({ request, response, api: entry?.api });
  if (isAnswer(outcome)) done(outcome);
  else {
    outcome.then(
      (delivery) => done(delivery.kind === 'response' ? delivery.response : undefined),
      () => done(undefined),
    );
  }
}
