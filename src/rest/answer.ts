import { errorBody } from '../errors/envelope.js';
import type { ElasticsearchError } from '../errors/elasticsearch-error.js';
import { filterPath } from '../xcontent/filter-path.js';
import type { JsonValue } from '../xcontent/json.js';
import { writeJson, writePrettyJson } from '../xcontent/write-json.js';
import type { Reply } from './endpoint.js';
import type { EsResponse } from './exchange.js';
import type { MediaType } from './media-type.js';

/** How the answer of a request is to be written. */
export interface AnswerStyle {
  readonly isPretty: boolean;
  readonly filterPath: string | undefined;
  readonly isTraced: boolean;
  readonly contentType: string;
  readonly isHead: boolean;
  readonly opaqueId: string | undefined;
}

const TEXT_PLAIN = 'text/plain; charset=UTF-8';

const VENDOR_JSON = 'application/vnd.elasticsearch+json';

/**
 * The `content-type` of a JSON answer; newline-delimited JSON is answered with plain JSON. Source: rest-layer A.3; ES:
 * `AbstractRestChannel.newBuilder`, `XContentType.JSON`.
 */
export function answerType(accept: MediaType | undefined, contentType: MediaType | undefined): string {
  const chosen = [accept, contentType].find((type) => type?.isJson);
  const name = chosen?.name.startsWith('application/vnd.') ? VENDOR_JSON : 'application/json';
  const parameters = [...(accept?.parameters ?? [])].map(([key, value]) => `;${key}=${value}`);
  return name + parameters.join('');
}

/**
 * What was written last. Some replies are constants (`{"result":"updated"}`) that go out over and over, and a journal
 * keeps every answer.
 */
let latest: { readonly reply: Reply; readonly style: AnswerStyle; readonly response: EsResponse } | undefined;

/** Writes a reply. Elasticsearch filters bodies by `filter_path`, errors never. */
export function writeReply(reply: Reply, style: AnswerStyle): EsResponse {
  if (latest?.reply === reply && latest.style === style) return latest.response;
  const response = written(reply, style);
  latest = { reply, style, response };
  return response;
}

function written(reply: Reply, style: AnswerStyle): EsResponse {
  if (reply.text !== undefined) return write(reply.status, reply.text, TEXT_PLAIN, style, reply.headers);
  const filter = reply.isUnfiltered ? undefined : style.filterPath;
  const body = filter === undefined ? reply.body : filterPath(reply.body as JsonValue, filter);
  return write(reply.status, toText(body, style), style.contentType, style, reply.headers);
}

export function writeError(error: ElasticsearchError, style: AnswerStyle): EsResponse {
  const text = toText(errorBody(error, style.isTraced), style);
  if (error.status === 401 || error.status === 403) {
    return { ...write(error.status, text, style.contentType, style, error.headers, false) };
  }
  return write(error.status, text, style.contentType, style, error.headers);
}

/** Errors that Elasticsearch shows as a bare string: 405, 406, bad headers. Source: rest-layer A.6. */
export function writeSimpleError(
  status: number,
  message: string,
  style: AnswerStyle,
  headers?: Readonly<Record<string, string>>,
): EsResponse {
  return write(status, toText({ error: message, status }, style), style.contentType, style, headers);
}

/** The only error without a `status` member. Source: rest-layer A.4. */
export function writeNoHandler(uri: string, method: string, style: AnswerStyle): EsResponse {
  const body = { error: `no handler found for uri [${uri}] and method [${method}]` };
  return write(400, toText(body, style), style.contentType, style);
}

function toText(body: unknown, style: AnswerStyle): string {
  if (body === undefined) return '';
  return style.isPretty ? writePrettyJson(body) : writeJson(body);
}

type Headers = Readonly<Record<string, string | readonly string[]>>;

function write(
  status: number,
  text: string,
  contentType: string,
  style: AnswerStyle,
  extra?: Headers,
  isNamed = true,
): EsResponse {
  const headers: Record<string, string | readonly string[]> = isNamed
    ? { 'X-elastic-product': 'Elasticsearch' }
    : {};
  if (style.opaqueId !== undefined) headers['X-Opaque-Id'] = style.opaqueId;
  if (extra) Object.assign(headers, extra);
  headers['content-type'] = contentType;
  headers['content-length'] = String(Buffer.byteLength(text));
  return Object.freeze({
    status,
    headers: Object.freeze(headers),
    bodyText: style.isHead ? '' : text,
  });
}
