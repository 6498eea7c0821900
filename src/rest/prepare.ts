import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import { emptyHeader, mediaTypeHeader, repeatedHeader } from '../errors/rest-errors.js';
import { answerType, type AnswerStyle } from './answer.js';
import type { EsRequest } from './exchange.js';
import { compatibilityError, parseMediaType, type MediaType } from './media-type.js';
import { parseFlag } from './parameters.js';
import { parseQueryString } from './query-string.js';

/** A request whose query string and media types are read. */
export interface Prepared {
  readonly params: ReadonlyMap<string, string>;
  readonly accept: MediaType | undefined;
  readonly contentType: MediaType | undefined;
  readonly style: AnswerStyle;
}

/**
 * Reads what every request has: query string, `Accept`, `Content-Type`, `pretty`, `human`. Source: rest-layer A.1.3,
 * A.1.4; ES: `RestRequest`, `AbstractRestChannel`.
 * @throws ElasticsearchError if one of them cannot be read.
 */
export function prepare(request: EsRequest, major: number): Prepared {
  const params = parseQueryString(request.rawQuery);
  const accept = readMediaType(request, 'Accept');
  const contentType = readMediaType(request, 'Content-Type');
  const mismatch = compatibilityError(accept, contentType, request.bodyText !== '', major);
  if (mismatch) throw mediaTypeHeader(['Accept', 'Content-Type'], mismatch);
  const style: AnswerStyle = {
    ...plainStyle(request),
    filterPath: params.get('filter_path') || undefined,
    isPretty: parseFlag(params.get('pretty'), false),
    isTraced: isTraced(params),
    contentType: answerType(accept, contentType),
  };
  parseFlag(params.get('human'), false);
  return { params, accept, contentType, style };
}

/** How to answer a request that could not even be read. */
export function plainStyle(request: EsRequest): AnswerStyle {
  const opaqueId = request.headers['x-opaque-id'];
  return {
    isPretty: false,
    filterPath: undefined,
    isTraced: false,
    contentType: 'application/json',
    isHead: request.method === 'HEAD',
    opaqueId: typeof opaqueId === 'object' ? opaqueId[0] : opaqueId,
  };
}

function isTraced(params: ReadonlyMap<string, string>): boolean {
  const value = params.get('error_trace');
  return value === 'true' || value === '';
}

function readMediaType(request: EsRequest, name: 'Accept' | 'Content-Type'): MediaType | undefined {
  const value = request.headers[name === 'Accept' ? 'accept' : 'content-type'];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw mediaTypeHeader([name], repeatedHeader(name));
  if (value.trim() === '') throw mediaTypeHeader([name], emptyHeader(name));
  const parsed = remembered(value);
  if (isElasticsearchError(parsed)) throw mediaTypeHeader([name], parsed);
  return parsed;
}

/** Clients send the same few header values with every request; parsing is pure, so remembering it is safe. */
const known = new Map<string, MediaType | undefined>();
const MOST_KNOWN = 100;

function remembered(value: string): MediaType | ElasticsearchError | undefined {
  if (known.has(value)) return known.get(value);
  try {
    const parsed = parseMediaType(value);
    if (known.size < MOST_KNOWN) known.set(value, parsed);
    return parsed;
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
}
