import type { Delivery, RequestTarget } from '../../src/adapters/target.js';
import type { EsRequest, EsResponse } from '../../src/rest/exchange.js';

export function json(status: number, value: unknown, headers: EsResponse['headers'] = {}): EsResponse {
  const bodyText = JSON.stringify(value);
  return {
    status,
    headers: {
      'X-elastic-product': 'Elasticsearch',
      'content-type': 'application/json',
      ...headers,
      'content-length': String(Buffer.byteLength(bodyText)),
    },
    bodyText,
  };
}

/** Answers with the request that arrived; HEAD with the headers alone, `/missing` with 404. */
export function echo(request: EsRequest): EsResponse {
  const answer = json(request.rawPath.startsWith('/missing') ? 404 : 200, request);
  return request.method === 'HEAD' ? { ...answer, bodyText: '' } : answer;
}

export interface StubTarget extends RequestTarget {
  readonly requests: EsRequest[];
  readonly signals: (AbortSignal | undefined)[];
}

/** A target that records what reaches it and answers through `exchange`. */
export function stubTarget(
  exchange: (request: EsRequest, signal?: AbortSignal) => EsResponse | Promise<Delivery> = echo,
): StubTarget {
  const requests: EsRequest[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  return {
    requests,
    signals,
    handle: echo,
    exchange: (request, signal) => {
      requests.push(request);
      signals.push(signal);
      return exchange(request, signal);
    },
  };
}

export const dropped: Delivery = { kind: 'dropped' };
