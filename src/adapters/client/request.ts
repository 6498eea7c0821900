import { errors } from '@elastic/elasticsearch';
import type { BaseConnection, ConnectionRequestParams } from '@elastic/elasticsearch';
import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { EsRequest } from '../../rest/exchange.js';

/** The headers that would have reached a server: the connection's own below the request's. */
export function requestHeaders(
  connection: BaseConnection,
  params: ConnectionRequestParams,
): EsRequest['headers'] {
  const headers: Record<string, string | readonly string[]> = { host: connection.url.host };
  add(headers, connection.headers);
  if (params.headers) add(headers, params.headers);
  return headers;
}

function add(headers: Record<string, string | readonly string[]>, more: IncomingHttpHeaders): void {
  for (const name of Object.keys(more)) {
    const value: unknown = more[name];
    if (typeof value === 'string') headers[name] = value;
    else if (Array.isArray(value)) headers[name] = value as string[];
    // A JavaScript caller may give a number; a socket would send its text.
    else if (typeof value === 'number' || typeof value === 'boolean') headers[name] = String(value);
  }
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
