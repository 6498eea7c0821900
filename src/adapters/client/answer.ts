import { errors } from '@elastic/elasticsearch';
import type {
  BaseConnection,
  ConnectionRequestOptions,
  ConnectionRequestOptionsAsStream,
  ConnectionRequestParams,
  ConnectionRequestResponse,
  ConnectionRequestResponseAsStream,
} from '@elastic/elasticsearch';
import type { IncomingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { EsResponse } from '../../rest/exchange.js';
import { encodeAnswer, isTruncated } from '../http/content-coding.js';

type Options = ConnectionRequestOptions | ConnectionRequestOptionsAsStream;
export type ClientAnswer = ConnectionRequestResponse | ConnectionRequestResponseAsStream;

/** What the client's own connection says when the server hangs up. */
export const HUNG_UP = 'other side closed';

/** An answer in the form that the client's transport expects from a connection. */
export function clientAnswer(
  connection: BaseConnection,
  params: ConnectionRequestParams,
  options: Options,
  response: EsResponse,
): ClientAnswer {
  const { status, headers: sent, body } = encodeAnswer(response, params.headers?.['accept-encoding']);
  const headers = lowerCased(sent);
  if ('asStream' in options) return { statusCode: status, headers, body: streamOf(body, params, response) };
  const isText = typeof body === 'string';
  refuseOversize(headers['content-length'], isText, options);
  connection.diagnostic.emit('deserialization', null, options);
  if (isTruncated(params.method, response)) throw new errors.ConnectionError(HUNG_UP);
  return { statusCode: status, headers, body };
}

function streamOf(body: string | Buffer, params: ConnectionRequestParams, response: EsResponse): Readable {
  const bytes = Buffer.from(body as string);
  if (isTruncated(params.method, response)) return Readable.from(brokenOff(bytes), { objectMode: false });
  return Readable.from(bytes.length === 0 ? [] : [bytes], { objectMode: false });
}

function* brokenOff(bytes: Buffer): Generator<Buffer> {
  yield bytes;
  throw new Error(HUNG_UP);
}

/** The limits that the client's own connections keep. */
function refuseOversize(length: string | undefined, isText: boolean, options: Options): void {
  const limit = isText ? options.maxResponseSize : options.maxCompressedResponseSize;
  if (limit === undefined || !(Number(length) > limit)) return;
  throw new errors.RequestAbortedError(
    `The content length (${length}) is bigger than the maximum allowed ${isText ? 'string' : 'buffer'} (${limit})`,
  );
}

/** The headers that were lower-cased last: the same few answers come again and again. */
let latest: { readonly sent: EsResponse['headers']; readonly lowered: IncomingHttpHeaders } | undefined;

/** A copy of the caller's own, as from a socket. */
function lowerCased(sent: EsResponse['headers']): IncomingHttpHeaders {
  if (latest?.sent === sent) return { ...latest.lowered };
  const lowered: IncomingHttpHeaders = {};
  let hasLists = false;
  for (const [name, value] of Object.entries(sent)) {
    hasLists ||= typeof value !== 'string';
    lowered[name.toLowerCase()] = typeof value === 'string' ? value : [...value];
  }
  if (!hasLists) latest = { sent, lowered: { ...lowered } };
  return lowered;
}
