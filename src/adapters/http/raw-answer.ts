import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import { isAnswer } from '../target.js';
import type { RequestTarget } from '../target.js';
import { headersOf, originForm, splitTarget } from './request-head.js';
import { checkHeaders, checkStatus } from './sendable.js';
import { MAX_LINE, brokenFake, headersTooLong, lineTooLong, malformedHttp } from './wire-errors.js';
import { flatHeaders } from './write-answer.js';

/** What Node's HTTP parser reports about a request that it could not read. */
export interface ParserError extends Error {
  readonly code?: string;
  readonly reason?: string;
  readonly rawPacket?: Buffer;
}

const REQUEST_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) (\S+) HTTP\/1\.[01]$/;

/** Answers a request that never became a `request` event, then closes the connection. */
export function answerUnreadable(target: RequestTarget, error: ParserError, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const text = textTo(target, error);
  if (text === undefined) socket.destroy();
  else socket.end(text);
}

function textTo(target: RequestTarget, error: ParserError): string | undefined {
  try {
    const answer = answerTo(target, error);
    return answer && rawAnswer(answer);
  } catch (thrown) {
    return rawAnswer(brokenFake(thrown));
  }
}

function answerTo(target: RequestTarget, error: ParserError): EsResponse | undefined {
  const packet = error.rawPacket?.toString('latin1') ?? '';
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return firstLine(packet).length > MAX_LINE ? lineTooLong() : headersTooLong();
    case 'HPE_INVALID_METHOD':
      return methodUnknownToNode(target, packet);
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return undefined;
    default:
      return malformedHttp(error.reason ?? error.message);
  }
}

function firstLine(packet: string): string {
  const end = packet.indexOf('\r\n');
  return end === -1 ? packet : packet.slice(0, end);
}

/** Elasticsearch's parser takes any token for a method and leaves the refusal to the REST layer. */
function methodUnknownToNode(target: RequestTarget, packet: string): EsResponse | undefined {
  const [, method, requestTarget] = REQUEST_LINE.exec(firstLine(packet)) ?? [];
  if (method === undefined || requestTarget === undefined) return undefined;
  const [head = '', bodyText = ''] = packet.split('\r\n\r\n', 2);
  const rawHeaders = head
    .split('\r\n')
    .slice(1)
    .flatMap((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
  const request: EsRequest = {
    method,
    ...splitTarget(originForm(requestTarget)),
    headers: headersOf(rawHeaders),
    bodyText: Buffer.from(bodyText, 'latin1').toString('utf8'),
  };
  const outcome = target.exchange(request);
  if (isAnswer(outcome)) return outcome;
  outcome.catch(() => undefined);
  return undefined;
}

/** An answer as the text of an HTTP message that ends its connection. */
function rawAnswer(answer: EsResponse): string {
  const flat = flatHeaders({ ...answer.headers, connection: 'close' });
  checkStatus(answer.status);
  checkHeaders(flat);
  let head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n`;
  for (let at = 1; at < flat.length; at += 2) head += `${flat[at - 1] ?? ''}: ${flat[at] ?? ''}\r\n`;
  return `${head}\r\n${answer.bodyText}`;
}
