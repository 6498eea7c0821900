import { Readable } from 'node:stream';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import { decodeBody, encodeAnswer, isTruncated } from '../http/content-coding.js';
import { originForm, splitTarget } from '../http/request-head.js';
import { checkHeaders, checkStatus } from '../http/sendable.js';
import { flatHeaders } from '../http/write-answer.js';
import { refused } from '../http/wire-errors.js';
import { isAnswer } from '../target.js';
import type { RequestTarget } from '../target.js';
import type { Arrival } from './arrivals.js';

/** What a reply function of nock's returns. Headers are names and values in turn. */
export type NockReply = [status: number, body: string | Buffer | Readable, headers: string[]];

/** Answers one request. An error becomes the client's, as nock does it with a rejection: thrown, it would end the process. */
export async function replyTo(target: RequestTarget, arrival: Arrival, prefix: string): Promise<NockReply> {
  try {
    return replyOf(arrival, await answerTo(target, arrival, prefix));
  } catch (error) {
    // Under jest, errors of Node's own are none of this realm's, and nock would leave the client waiting.
    throw error instanceof Error ? error : new Error(messageOf(error), { cause: error });
  }
}

function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(thrown);
}

async function answerTo(target: RequestTarget, arrival: Arrival, prefix: string): Promise<EsResponse> {
  const bodyText = decodeBody(arrival.body, arrival.headers['content-encoding']);
  if (typeof bodyText !== 'string') return bodyText;
  const request = requestFrom(arrival, prefix, bodyText);
  const outcome = refused(request) ?? target.exchange(request, arrival.signal);
  if (isAnswer(outcome)) return outcome;
  const delivery = await outcome;
  if (delivery.kind === 'dropped') throw hungUp();
  return delivery.response;
}

function requestFrom(arrival: Arrival, prefix: string, bodyText: string): EsRequest {
  const requestTarget = originForm(arrival.requestTarget.slice(prefix.length) || '/');
  return { method: arrival.method, ...splitTarget(requestTarget), headers: arrival.headers, bodyText };
}

function replyOf(arrival: Arrival, answer: EsResponse): NockReply {
  const { status, headers, body } = encodeAnswer(answer, arrival.headers['accept-encoding']);
  const flat = flatHeaders(headers);
  const isCut = isTruncated(arrival.method, answer);
  // nock builds the answer in a timer of its own: what it cannot build ends the process there, and the client waits on.
  checkStatus(status);
  checkHeaders(flat);
  return [status, isCut ? Readable.from(brokenOff(body), { objectMode: false }) : body, flat];
}

function* brokenOff(body: string | Buffer): Generator<Buffer> {
  yield Buffer.from(body as string);
  throw hungUp();
}

/** The error of a client whose server closed the connection. `http` shows the code on the error, `fetch` on its cause. */
function hungUp(): Error {
  const code = { code: 'ECONNRESET' };
  const cause = Object.assign(new Error('other side closed'), code);
  return Object.assign(new Error('socket hang up', { cause }), code);
}
