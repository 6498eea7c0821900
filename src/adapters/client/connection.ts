import { BaseConnection, errors } from '@elastic/elasticsearch';
import type {
  ConnectionRequestOptions,
  ConnectionRequestOptionsAsStream,
  ConnectionRequestParams,
  ConnectionRequestResponse,
  ConnectionRequestResponseAsStream,
} from '@elastic/elasticsearch';
import type { EsRequest, EsResponse } from '../../rest/exchange.js';
import { decodeBody } from '../http/content-coding.js';
import { refused } from '../http/wire-errors.js';
import { isAnswer } from '../target.js';
import type { RequestTarget } from '../target.js';
import { clientAnswer } from './answer.js';
import { deliveryOf } from './delivery.js';
import { collectStream, requestHeaders } from './request.js';

type Options = ConnectionRequestOptions | ConnectionRequestOptionsAsStream;
type Answer = ConnectionRequestResponse | ConnectionRequestResponseAsStream;

const NOT_ALLOWED_IN_PATH = /[^\u0021-\u00ff]/;

/**
 * A `Connection` class for the official client that ends in a fake: no socket, no timer, nothing patched. Streams,
 * compression, abort signals, retries and errors behave as over the wire; request timeouts run on the fake's clock.
 *
 * @example
 * const client = new Client({ node: 'http://localhost:9200', Connection: connectionTo(es) });
 */
export function connectionTo(target: RequestTarget): typeof BaseConnection {
  return class FakeConnection extends BaseConnection {
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions,
    ): Promise<ConnectionRequestResponse>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponseAsStream>;
    override request(params: ConnectionRequestParams, options: Options): Promise<Answer> {
      try {
        return send(target, this, params, options);
      } catch (error) {
        return Promise.reject(error);
      }
    }

    override close(): Promise<void> {
      return Promise.resolve();
    }
  };
}

function send(
  target: RequestTarget,
  connection: BaseConnection,
  params: ConnectionRequestParams,
  options: Options,
): Promise<Answer> {
  const { body } = params;
  if (options.signal?.aborted) throw new errors.RequestAbortedError('Request aborted');
  if (typeof body === 'string') return exchange(target, connection, params, options, body);
  if (body === null || body === undefined) return exchange(target, connection, params, options, '');
  if (body instanceof Uint8Array) return exchangeBytes(target, connection, params, options, body);
  return collectStream(body, options.signal).then((bytes) =>
    exchangeBytes(target, connection, params, options, bytes),
  );
}

function exchangeBytes(
  target: RequestTarget,
  connection: BaseConnection,
  params: ConnectionRequestParams,
  options: Options,
  bytes: Buffer,
): Promise<Answer> {
  const text = decodeBody(bytes, params.headers?.['content-encoding']);
  if (typeof text === 'string') return exchange(target, connection, params, options, text);
  return Promise.resolve(clientAnswer(connection, params, options, text));
}

function exchange(
  target: RequestTarget,
  connection: BaseConnection,
  params: ConnectionRequestParams,
  options: Options,
  bodyText: string,
): Promise<Answer> {
  const request = requestFrom(connection, params, bodyText);
  const answer: EsResponse | undefined = refused(request);
  if (answer) return Promise.resolve(clientAnswer(connection, params, options, answer));
  const outcome = target.exchange(request, options.signal);
  if (isAnswer(outcome)) return Promise.resolve(clientAnswer(connection, params, options, outcome));
  return deliveryOf(target, outcome, options).then((response) =>
    clientAnswer(connection, params, options, response),
  );
}

function requestFrom(
  connection: BaseConnection,
  params: ConnectionRequestParams,
  bodyText: string,
): EsRequest {
  const prefix = connection.url.pathname;
  const path = prefix === '/' ? params.path : prefix.replace(/\/$/, '') + params.path;
  if (NOT_ALLOWED_IN_PATH.test(path)) throw new TypeError(`ERR_UNESCAPED_CHARACTERS: ${path}`);
  const { querystring = '' } = params;
  const mark = path.indexOf('?');
  const given = mark === -1 ? '' : path.slice(mark + 1);
  return {
    method: params.method,
    rawPath: rooted(mark === -1 ? path : path.slice(0, mark)),
    rawQuery: given === '' ? querystring : querystring === '' ? given : `${given}?${querystring}`,
    headers: requestHeaders(connection, params),
    bodyText,
  };
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
