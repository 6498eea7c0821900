import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { isFakeUsageError } from '../errors/fake-usage-error.js';
import type { EsRequest, EsResponse } from '../rest/exchange.js';
import { writeJson, writePrettyJson } from '../xcontent/write-json.js';
import { isControlError } from './control-error.js';

/** An answer of the control plane: always JSON, with a final line feed for whoever reads it in a terminal. */
export function answerJson(
  request: EsRequest,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): EsResponse {
  const isPretty = /(^|&)pretty(=true)?(&|$)/.test(request.rawQuery);
  const text = isPretty ? writePrettyJson(body) : `${writeJson(body)}\n`;
  return {
    status,
    headers: {
      // The official clients refuse an answer without it, and tests may come with the client they have.
      'X-elastic-product': 'Elasticsearch',
      ...headers,
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
    },
    bodyText: request.method === 'HEAD' ? '' : text,
  };
}

/** What went wrong, as JSON; a failure that nobody foresaw is a 500. */
export function answerFailure(request: EsRequest, failure: unknown): EsResponse {
  if (isControlError(failure)) {
    return answerJson(request, failure.status, { error: failure.message }, failure.headers);
  }
  const isMistake = isFakeUsageError(failure) || isElasticsearchError(failure);
  const error = failure instanceof Error ? failure.message : String(failure);
  return answerJson(request, isMistake ? 400 : 500, { error });
}
