import { ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorBody } from '../../errors/envelope.js';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';

/** Limits of Elasticsearch's HTTP layer in bytes. Source: rest-layer A.12. */
export const MAX_LINE = 4096;
export const MAX_HEADERS = 16_384;
export const MAX_BODY = 100 * 1024 * 1024;

const HTTP_VERSION = ' HTTP/1.1'.length;

function wireError(type: string, reason: string, family: 'elasticsearch' | 'java' = 'java'): EsResponse {
  return answerOf(new ElasticsearchError({ status: 400, type, reason, family }));
}

function answerOf(error: ElasticsearchError): EsResponse {
  const bodyText = JSON.stringify(errorBody(error, false));
  return {
    status: error.status,
    headers: {
      'X-elastic-product': 'Elasticsearch',
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(bodyText)),
    },
    bodyText,
  };
}

export function lineTooLong(): EsResponse {
  return wireError('too_long_http_line_exception', `An HTTP line is larger than ${MAX_LINE} bytes.`);
}

export function headersTooLong(): EsResponse {
  return wireError('too_long_http_header_exception', `HTTP header is larger than ${MAX_HEADERS} bytes.`);
}

/**
 * DIVERGES: Elasticsearch's decoder drops the connection on a damaged compressed body; an answer that says so is
 * kinder to whoever has to find the mistake.
 */
export function undecodableBody(coding: string, why: string): EsResponse {
  return wireError('decompression_exception', `Unable to decode the [${coding}] request body: ${why}`);
}

export function malformedHttp(why: string): EsResponse {
  return wireError('illegal_argument_exception', `malformed HTTP request: ${why}`);
}

/** A bug in the fake or a rule of the tester's that threw: never one of Elasticsearch's answers, so it names its origin. */
export function brokenFake(error: unknown): EsResponse {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return answerOf(
    new ElasticsearchError({ status: 500, type: 'fake_elasticsearch_failure', reason, family: 'java' }),
  );
}

/** No product header: the aggregator answers before the REST layer is reached. Source: rest-layer A.12. */
export const BODY_TOO_LARGE: EsResponse = {
  status: 413,
  headers: { 'content-length': '0', connection: 'close' },
  bodyText: '',
};

export const EXPECTATION_FAILED: EsResponse = {
  status: 417,
  headers: { 'content-length': '0' },
  bodyText: '',
};

/** The answer to a request line that Elasticsearch would not read to its end. */
export function refusedLine(method: string, requestTarget: string): EsResponse | undefined {
  return method.length + 1 + requestTarget.length + HTTP_VERSION > MAX_LINE ? lineTooLong() : undefined;
}

/** What an adapter without a wire checks for itself, so that it refuses what a socket would refuse. */
export function refused(request: EsRequest): EsResponse | undefined {
  const { method, rawPath, rawQuery, bodyText } = request;
  const query = rawQuery === '' ? 0 : rawQuery.length + 1;
  if (method.length + 1 + rawPath.length + query + HTTP_VERSION > MAX_LINE) return lineTooLong();
  // A UTF-8 text has at most three bytes for each unit of its length, so short bodies need no counting.
  if (bodyText.length * 3 > MAX_BODY && Buffer.byteLength(bodyText) > MAX_BODY) return BODY_TOO_LARGE;
  return undefined;
}
