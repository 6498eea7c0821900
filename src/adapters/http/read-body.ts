import type { IncomingMessage } from 'node:http';
import type { EsResponse } from '../../rest/exchange.js';
import { decodeBody } from './content-coding.js';
import type { RequestHeaders } from './request-head.js';
import { BODY_TOO_LARGE, MAX_BODY } from './wire-errors.js';

const NO_BYTES = Buffer.alloc(0);

/** Calls back with the text of the body, or with the answer to a body that cannot be had. Never, if the client hangs up first. */
export function readBody(
  request: IncomingMessage,
  headers: RequestHeaders,
  done: (body: string | EsResponse) => void,
): void {
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) done('');
  else if (request.readableDidRead) done(bodyReadByOthers(request, headers));
  else if (request.readableEnded) done('');
  else
    collect(request, (bytes) =>
      done(bytes ? decodeBody(bytes, headers['content-encoding']) : BODY_TOO_LARGE),
    );
}

/** A body over the limit is read to its end before the answer, so that a client that is still sending gets to see it. */
function collect(request: IncomingMessage, done: (bytes: Buffer | undefined) => void): void {
  let first: Buffer = NO_BYTES;
  let more: Buffer[] | undefined;
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MAX_BODY) more = undefined;
    else if (first.length === 0) first = chunk;
    else if (more) more.push(chunk);
    else more = [first, chunk];
  });
  request.on('end', () => {
    if (size > MAX_BODY) done(undefined);
    else done(more ? Buffer.concat(more, size) : first);
  });
}

/**
 * A body parser of the host application was faster. Text and bytes are used as they are; a parsed body is written
 * out again, which loses what only the raw text shows: positions of errors, duplicate keys, numbers beyond 2^53.
 */
function bodyReadByOthers(request: IncomingMessage, headers: RequestHeaders): string {
  const { body, rawBody } = request as { body?: unknown; rawBody?: unknown };
  for (const candidate of [rawBody, body]) {
    if (typeof candidate === 'string') return candidate;
    if (candidate instanceof Uint8Array) return Buffer.from(candidate).toString('utf8');
  }
  if (body === undefined || body === null) return '';
  const isLines = Array.isArray(body) && String(headers['content-type']).includes('ndjson');
  return isLines ? body.map((line) => `${JSON.stringify(line)}\n`).join('') : JSON.stringify(body);
}
