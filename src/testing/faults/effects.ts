import { checkDuration } from '../../clock/advance-by.js';
import type { ClockDuration } from '../../clock/clock.js';
import {
  clusterUnavailable,
  missingCredentials,
  rejectedExecution,
  serverFailure,
  unauthorizedAction,
} from '../../errors/availability-errors.js';
import type { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { resourceNotFound } from '../../errors/request-errors.js';
import { answerError } from '../../rest/dispatch.js';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { checkShape, oneOf } from '../checks.js';
import { conflictOf } from './conflict.js';
import type { Effect } from './effect.js';
import { jsonTypeFor } from './json-type.js';
import { checkedHeaders, textOf, withHeaders } from './own-answer.js';

function failing(
  name: string,
  error: (request: EsRequest) => ElasticsearchError,
  headers: EsResponse['headers'] = {},
): Effect {
  return {
    kind: 'answer',
    name,
    answer(request) {
      const answer = answerError(error(request), request);
      const type = { 'content-type': jsonTypeFor(request) };
      return { ...answer, headers: withHeaders({ ...answer.headers, ...type }, headers) };
    },
  };
}

export type { Effect } from './effect.js';

/** Answers that come from a proxy or from the HTTP layer, not from Elasticsearch's REST layer. */
const OUTSIDE: ReadonlySet<number> = new Set([413, 502, 504]);

/**
 * Answers in Elasticsearch's place; nothing is written.
 *
 * @param status HTTP status, 200 to 599
 * @param body a string as it is, anything else as JSON; by default what Elasticsearch (or, for 502 and 504, a proxy
 * before it) sends with that status
 * @param headers instead of ours of the same names, or besides them
 * @example es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, respond(503));
 * @throws FakeUsageError if the status is none, or the body or a header cannot be sent.
 */
export function respond(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Effect {
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    throw new FakeUsageError(`respond() takes an HTTP status from 200 to 599, got ${String(status)}.`);
  }
  const sent = checkedHeaders(headers);
  const name = `respond(${status})`;
  if (body === undefined && OUTSIDE.has(status)) {
    return { kind: 'answer', name, answer: () => bare(status, sent) };
  }
  if (body === undefined && status >= 400)
    return failing(name, (request) => usualError(status, request), sent);
  const text = textOf(body === undefined ? {} : body);
  return { kind: 'answer', name, answer: (request) => plain(request, status, text, sent) };
}

function usualError(status: number, { rawPath, rawQuery }: EsRequest): ElasticsearchError {
  if (status === 401) return missingCredentials(rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`);
  if (status === 403) return unauthorizedAction();
  if (status === 404) return resourceNotFound('injected by a fault rule');
  if (status === 429) return rejectedExecution();
  if (status === 503) return clusterUnavailable();
  return serverFailure(status);
}

function plain(request: EsRequest, status: number, text: string, headers: EsResponse['headers']): EsResponse {
  const own = {
    'X-elastic-product': 'Elasticsearch',
    'content-type': jsonTypeFor(request),
    'content-length': String(Buffer.byteLength(text)),
  };
  return {
    status,
    headers: withHeaders(own, headers),
    bodyText: request.method === 'HEAD' ? '' : text,
  };
}

function bare(status: number, headers: EsResponse['headers']): EsResponse {
  return { status, headers: { ...headers, 'content-length': '0' }, bodyText: '' };
}

/** The 409 of a write that lost a race. Nothing is written. */
export function conflict(): Effect {
  return failing('conflict()', conflictOf);
}

/** The 429 of a busy node. Nothing is written. Source: rest-layer A.10. */
export function tooManyRequests(): Effect {
  return failing('tooManyRequests()', rejectedExecution);
}

/** The 503 of a cluster that is not up yet. Nothing is written. Source: rest-layer A.10. */
export function unavailable(): Effect {
  return failing('unavailable()', clusterUnavailable);
}

/** The 413 of a body over the limit: an empty answer, the connection closes. Source: rest-layer A.12. */
export function payloadTooLarge(): Effect {
  return { kind: 'answer', name: 'payloadTooLarge()', answer: () => bare(413, { connection: 'close' }) };
}

/**
 * Holds the request back before Elasticsearch sees it.
 *
 * @param duration on the fake's clock: a date-fns Duration or milliseconds; real time if the clock runs with it
 * @example es.faults.add({ api: 'connector.check_in' }, delay({ seconds: 30 }));
 * @throws FakeUsageError if the duration is negative or none.
 */
export function delay(duration: ClockDuration | number): Effect {
  checkDuration(duration);
  const own = typeof duration === 'number' ? duration : { ...duration };
  return { kind: 'delay', name: `delay(${JSON.stringify(duration)})`, duration: own };
}

/**
 * Loses the connection. `before`: Elasticsearch never saw the request; `after`: it was carried out, and only the
 * answer is lost.
 *
 * @example es.faults.add({ api: 'connector.sync_job_claim', times: 1 }, dropConnection({ when: 'after' }));
 * @throws FakeUsageError if `when` is neither.
 */
export function dropConnection(options: { readonly when: 'before' | 'after' }): Effect {
  checkShape(options, 'What dropConnection() takes', { when: oneOf(['before', 'after']) }, ['when']);
  const { when } = options;
  return { kind: 'drop', name: `dropConnection(${when})`, when };
}

/** Cuts the answer's body in half: the headers promise JSON, the text is none. What was asked for is carried out. */
export function corruptBody(): Effect {
  return {
    kind: 'spoil',
    name: 'corruptBody()',
    spoil: (response) => {
      const bodyText = response.bodyText.slice(0, Math.max(1, Math.floor(response.bodyText.length / 2)));
      return {
        ...response,
        headers: { ...response.headers, 'content-length': String(Buffer.byteLength(bodyText)) },
        bodyText,
      };
    },
  };
}
