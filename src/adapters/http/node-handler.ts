import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import { isAnswer } from '../target.js';
import type { Delivery, RequestTarget } from '../target.js';
import { readBody } from './read-body.js';
import { headerBytes, headersOf, originForm, splitTarget } from './request-head.js';
import type { RequestHeaders } from './request-head.js';
import { MAX_HEADERS, brokenFake, headersTooLong, refusedLine } from './wire-errors.js';
import { writeAnswer } from './write-answer.js';

/** Serves one request. Fits `http.createServer`, Express, Connect and anything else that hands on Node's own pair. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Writes the answer to one request; throws nothing. */
type Write = (answer: EsResponse) => void;

/** What a {@link nodeHandler} has to know of the server around it. */
export interface NodeHandlerOptions {
  /** The server never closes an idle connection, so no `Keep-Alive` hint is sent: Elasticsearch sends none. @default false */
  readonly keepsIdleSockets?: boolean;
}

/**
 * Serves a fake over Node's HTTP. It reads the raw body and writes the whole answer itself, synchronously unless a
 * fault or a gate holds the request, and uses no timer of any kind: it works under every mode of fake timers.
 */
export function nodeHandler(target: RequestTarget, options: NodeHandlerOptions = {}): NodeHandler {
  const keepsIdleSockets = options.keepsIdleSockets ?? false;
  return (request, response) => {
    const headers = headersOf(request.rawHeaders);
    const write = (answer: EsResponse) => writeAnswer(request, response, headers, answer, keepsIdleSockets);
    try {
      receive(target, request, response, headers, write);
    } catch (error) {
      write(brokenFake(error));
    }
  };
}

function receive(
  target: RequestTarget,
  request: IncomingMessage,
  response: ServerResponse,
  headers: RequestHeaders,
  write: Write,
): void {
  const method = request.method ?? 'GET';
  const requestTarget = originForm(request.url ?? '/');
  const answerOnWire =
    refusedLine(method, requestTarget) ??
    (headerBytes(request.rawHeaders) > MAX_HEADERS ? headersTooLong() : undefined);
  if (answerOnWire) {
    write(answerOnWire);
    return;
  }
  readBody(request, headers, (body) => {
    if (typeof body !== 'string') write(body);
    else answer(target, requestOf(method, requestTarget, headers, body), request, response, write);
  });
}

function requestOf(
  method: string,
  requestTarget: string,
  headers: RequestHeaders,
  bodyText: string,
): EsRequest {
  const { rawPath, rawQuery } = splitTarget(requestTarget);
  return { method, rawPath, rawQuery, headers, bodyText };
}

/** Whatever goes wrong in here becomes an answer: it may run in an event of the request's, where a throw ends the process. */
function answer(
  target: RequestTarget,
  esRequest: EsRequest,
  request: IncomingMessage,
  response: ServerResponse,
  write: Write,
): void {
  const hungUp = new AbortController();
  try {
    const outcome = target.exchange(esRequest, hungUp.signal);
    if (isAnswer(outcome)) {
      write(outcome);
      return;
    }
    response.once('close', () => hungUp.abort());
    outcome
      .then((delivery) => deliver(delivery, request, write))
      .catch((error: unknown) => write(brokenFake(error)));
  } catch (error) {
    write(brokenFake(error));
  }
}

function deliver(delivery: Delivery, request: IncomingMessage, write: Write): void {
  if (delivery.kind === 'response') write(delivery.response);
  else request.socket.destroy();
}
