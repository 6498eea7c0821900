import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EsResponse } from '../../rest/exchange.js';
import { encodeAnswer, isTruncated } from './content-coding.js';
import type { RequestHeaders } from './request-head.js';
import { checkStatus } from './sendable.js';
import { brokenFake } from './wire-errors.js';

/** Names and values in turn, as `ServerResponse.writeHead` takes them: fast, in order, and with repeated fields. */
export function flatHeaders(headers: EsResponse['headers']): string[] {
  const flat: string[] = [];
  for (const name of Object.keys(headers)) {
    const value = headers[name] as string | readonly string[];
    if (typeof value === 'string') flat.push(name, value);
    else for (const one of value) flat.push(name, one);
  }
  return flat;
}

/**
 * Elasticsearch says nothing about a connection that stays open, and it never closes an idle one. On a server that
 * does, Node's `Keep-Alive` hint must stay: without it clients would reuse sockets that are about to close.
 */
function settleConnection(request: IncomingMessage, response: ServerResponse, flat: string[]): void {
  if (!response.shouldKeepAlive) flat.push('connection', 'close');
  else if (request.httpVersionMinor === 0) flat.push('connection', 'keep-alive');
  else response.removeHeader('connection');
}

/**
 * Writes one answer. `keepsIdleSockets`: the server never closes an idle connection. What cannot be written, such as a
 * header that a fault rule made up, becomes an answer that says so: thrown, it would end the process.
 */
export function writeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  headers: RequestHeaders,
  answer: EsResponse,
  keepsIdleSockets: boolean,
): void {
  if (response.writableEnded || request.socket.destroyed) return;
  try {
    write(request, response, headers, answer, keepsIdleSockets);
  } catch (error) {
    if (response.headersSent) request.socket.destroy();
    else write(request, response, headers, brokenFake(error), keepsIdleSockets);
  }
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  headers: RequestHeaders,
  answer: EsResponse,
  keepsIdleSockets: boolean,
): void {
  checkStatus(answer.status);
  const encoded = encodeAnswer(answer, headers['accept-encoding']);
  const flat = flatHeaders(encoded.headers);
  const isCut = isTruncated(request.method ?? '', answer);
  response.sendDate = false;
  if (keepsIdleSockets && answer.headers.connection === undefined) settleConnection(request, response, flat);
  response.writeHead(encoded.status, flat);
  if (isCut) response.end(encoded.body, () => request.socket.destroy());
  else response.end(encoded.body);
}
