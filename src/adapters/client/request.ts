import { errors } from '@elastic/elasticsearch';
import type { BaseConnection, ConnectionRequestParams } from '@elastic/elasticsearch';
import type { Readable } from 'node:stream';
import type { EsRequest } from '../../rest/exchange.js';

/** A connection and what its URL says, read once. */
export interface Node {
  readonly connection: BaseConnection;
  readonly host: string;
  /** Path of the node's URL without a trailing slash; empty for the usual `/`. */
  readonly pathPrefix: string;
}

const NOT_ALLOWED_IN_PATH = /[^\u0021-\u00ff]/;

/** The request that would have reached a server. */
export function requestFrom(node: Node, params: ConnectionRequestParams, bodyText: string): EsRequest {
  const path = node.pathPrefix === '' ? params.path : node.pathPrefix + params.path;
  if (NOT_ALLOWED_IN_PATH.test(path)) throw new TypeError(`ERR_UNESCAPED_CHARACTERS: ${path}`);
  const { querystring = '' } = params;
  const mark = path.indexOf('?');
  const given = mark === -1 ? '' : path.slice(mark + 1);
  return {
    method: params.method,
    rawPath: rooted(mark === -1 ? path : path.slice(0, mark)),
    rawQuery: given === '' ? querystring : querystring === '' ? given : `${given}?${querystring}`,
    headers: headersFor(node, params),
    bodyText,
  };
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

type GivenHeaders = NonNullable<ConnectionRequestParams['headers']>;

function headersFor(node: Node, { headers = {} }: ConnectionRequestParams): EsRequest['headers'] {
  return usualHeaders(node, headers) ?? allHeaders(node, headers);
}

/** The headers of a JSON body and no others, which is what most calls have: cheaper to write down than to copy. */
function usualHeaders({ host, connection }: Node, given: GivenHeaders): EsRequest['headers'] | undefined {
  const { accept } = given;
  const userAgent = given['user-agent'];
  const clientMeta = given['x-elastic-client-meta'];
  const contentType = given['content-type'];
  const contentLength = given['content-length'];
  if (
    typeof accept !== 'string' ||
    typeof userAgent !== 'string' ||
    typeof clientMeta !== 'string' ||
    typeof contentType !== 'string' ||
    typeof contentLength !== 'string'
  ) {
    return undefined;
  }
  let others = -5;
  for (const _ in given) others += 1;
  if (others > 0) return undefined;
  for (const name in connection.headers) if (!(name in given)) return undefined;
  return {
    host,
    'user-agent': userAgent,
    'x-elastic-client-meta': clientMeta,
    'content-type': contentType,
    accept,
    'content-length': contentLength,
  };
}

function allHeaders(node: Node, given: GivenHeaders): EsRequest['headers'] {
  // What a JavaScript caller may give: a socket would send a number's text, and nothing for `undefined`.
  const headers: Record<string, string | string[] | number | null | undefined> = {
    host: node.host,
    ...node.connection.headers,
    ...given,
  };
  for (const name in headers) {
    const value = headers[name];
    if (value === undefined || value === null) Reflect.deleteProperty(headers, name);
    else if (typeof value === 'number') headers[name] = String(value);
  }
  return headers as EsRequest['headers'];
}

/** Reads a streamed body to its end. A stream that fails, or is cut off by the signal, fails the request as on a socket. */
export function collectStream(body: Readable, signal: AbortSignal | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', onAbort);
      finish();
    };
    const onAbort = () => {
      body.destroy();
      settle(() => reject(new errors.RequestAbortedError('Request aborted')));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    body.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk as string)));
    body.on('end', () => settle(() => resolve(Buffer.concat(chunks))));
    body.on('error', (error: Error) => settle(() => reject(new errors.ConnectionError(error.message))));
    body.on('close', () => settle(() => reject(new errors.ConnectionError('The request body ended early'))));
  });
}
