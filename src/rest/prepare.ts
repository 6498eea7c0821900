import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { emptyHeader, mediaTypeHeader, repeatedHeader } from '../errors/rest-errors.js';
import { answerType, type AnswerStyle } from './answer.js';
import type { EsRequest } from './exchange.js';
import { compatibilityError, isUnsupportedFormat, parseMediaType, type MediaType } from './media-type.js';
import { parseFlag } from './parameters.js';
import { parseQueryString } from './query-string.js';

/** A request whose query string and media types are read. */
export interface Prepared {
  readonly params: ReadonlyMap<string, string>;
  readonly contentType: MediaType | undefined;
  /** Whether the body is in a format that Elasticsearch reads and the fake does not. */
  readonly isUnreadable: boolean;
  /** What `Accept` says, if that is a format that Elasticsearch writes and the fake does not. */
  readonly unwritable: string | undefined;
  readonly style: AnswerStyle;
}

/**
 * Reads what every request has: query string, `Accept`, `Content-Type`, `pretty`, `human`. Source: rest-layer A.1.3,
 * A.1.4; ES: `RestRequest`, `AbstractRestChannel`.
 * @throws ElasticsearchError if one of them cannot be read.
 */
export function prepare(request: EsRequest, major: number): Prepared {
  const params = parseQueryString(request.rawQuery);
  const types = mediaTypesOf(request.headers['accept'], request.headers['content-type']);
  const mismatch = compatibilityError(types.accept, types.contentType, request.bodyText !== '', major);
  if (mismatch) throw mediaTypeHeader(['Accept', 'Content-Type'], mismatch);
  const isPlain = params.size === 0 && request.method !== 'HEAD' && opaqueIdOf(request) === undefined;
  if (isPlain) return types.plain;
  parseFlag(params.get('human'), false);
  const style: AnswerStyle = {
    isPretty: parseFlag(params.get('pretty'), false),
    filterPath: params.get('filter_path') || undefined,
    isTraced: isTraced(params),
    contentType: types.answerType,
    isHead: request.method === 'HEAD',
    opaqueId: opaqueIdOf(request),
  };
  return { ...types.plain, params, style };
}

const PLAIN: AnswerStyle = {
  isPretty: false,
  filterPath: undefined,
  isTraced: false,
  contentType: 'application/json',
  isHead: false,
  opaqueId: undefined,
};

/** How to answer a request that could not even be read. */
export function plainStyle(request: EsRequest): AnswerStyle {
  return { ...PLAIN, isHead: request.method === 'HEAD', opaqueId: opaqueIdOf(request) };
}

function opaqueIdOf({ headers }: EsRequest): string | undefined {
  const value = headers['x-opaque-id'];
  return typeof value === 'object' ? value[0] : value;
}

function isTraced(params: ReadonlyMap<string, string>): boolean {
  const value = params.get('error_trace');
  return value === 'true' || value === '';
}

/** What the two headers of a request say, and the type of the answer that follows from it. */
interface MediaTypes {
  readonly accept: MediaType | undefined;
  readonly contentType: MediaType | undefined;
  readonly answerType: string;
  /** The request has nothing else to prepare: no parameters, no X-Opaque-Id, no HEAD. */
  readonly plain: Prepared;
}

type HeaderValue = string | readonly string[] | undefined;

/** Clients send the same few header values with every request; reading them is pure, so it may be remembered. */
const known = new Map<HeaderValue, Map<HeaderValue, MediaTypes>>();
const MOST_KNOWN = 50;

function mediaTypesOf(acceptHeader: HeaderValue, contentTypeHeader: HeaderValue): MediaTypes {
  const remembered = known.get(acceptHeader)?.get(contentTypeHeader);
  if (remembered) return remembered;
  const accept = readMediaType('Accept', acceptHeader);
  const contentType = readMediaType('Content-Type', contentTypeHeader);
  const type = answerType(accept, contentType);
  const plain: Prepared = {
    params: new Map(),
    contentType,
    isUnreadable: contentType !== undefined && isUnsupportedFormat(contentType),
    unwritable: accept && isUnsupportedFormat(accept) ? accept.raw : undefined,
    style: { ...PLAIN, contentType: type },
  };
  const types = { accept, contentType, answerType: type, plain };
  const beside = known.get(acceptHeader) ?? new Map<HeaderValue, MediaTypes>();
  if (known.size < MOST_KNOWN) known.set(acceptHeader, beside);
  if (beside.size < MOST_KNOWN) beside.set(contentTypeHeader, types);
  return types;
}

function readMediaType(name: 'Accept' | 'Content-Type', value: HeaderValue): MediaType | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string') throw mediaTypeHeader([name], repeatedHeader(name));
  if (value.trim() === '') throw mediaTypeHeader([name], emptyHeader(name));
  try {
    return parseMediaType(value);
  } catch (error) {
    if (isElasticsearchError(error)) throw mediaTypeHeader([name], error);
    throw error;
  }
}
