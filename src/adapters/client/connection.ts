import { BaseConnection, errors } from '@elastic/elasticsearch';
import type {
  ConnectionOptions,
  ConnectionRequestOptions,
  ConnectionRequestOptionsAsStream,
  ConnectionRequestParams,
  ConnectionRequestResponse,
  ConnectionRequestResponseAsStream,
} from '@elastic/elasticsearch';
import type { Readable } from 'node:stream';
import { checkTarget } from '../check-settings.js';
import { decodeBody } from '../http/content-coding.js';
import { refused } from '../http/wire-errors.js';
import { isAnswer } from '../target.js';
import type { Delivery, RequestTarget } from '../target.js';
import { clientAnswer } from './answer.js';
import type { ClientAnswer } from './answer.js';
import { followCalls, skipBackOff } from './back-off.js';
import type { CallInProgress } from './back-off.js';
import { deliveryOf } from './delivery.js';
import { collectStream, requestFrom } from './request.js';
import type { Node } from './request.js';

type Options = ConnectionRequestOptions | ConnectionRequestOptionsAsStream;

/**
 * A `Connection` class for the official client that ends in a fake: no socket, no timer, nothing patched. Streams,
 * compression, abort signals, retries and errors behave as over the wire; request timeouts run on the fake's clock.
 *
 * @example
 * const client = new Client({ node: 'http://localhost:9200', Connection: connectionTo(es) });
 * @throws FakeUsageError for what is no fake.
 */
export function connectionTo(target: RequestTarget): typeof BaseConnection {
  checkTarget('connectionTo', target);
  return class FakeConnection extends BaseConnection {
    readonly #node: Node;
    readonly #call: CallInProgress;

    constructor(options: ConnectionOptions) {
      super(options);
      const { host, pathname } = this.url;
      this.#node = { connection: this, host, pathPrefix: pathname.replace(/\/$/, '') };
      this.#call = followCalls(this.diagnostic);
    }

    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptions,
    ): Promise<ConnectionRequestResponse>;
    override request(
      params: ConnectionRequestParams,
      options: ConnectionRequestOptionsAsStream,
    ): Promise<ConnectionRequestResponseAsStream>;
    override request(params: ConnectionRequestParams, options: Options): Promise<ClientAnswer> {
      const call = this.#call.options;
      try {
        const sent = send(target, this.#node, params, options);
        return sent instanceof Promise ? guarded(call, sent) : Promise.resolve(sent);
      } catch (error) {
        return failed(call, error);
      }
    }

    override close(): Promise<void> {
      return Promise.resolve();
    }
  };
}

// Closures stay out of the functions that every call goes through: V8 would set up their scope each time.

function guarded(call: object | undefined, sent: Promise<ClientAnswer>): Promise<ClientAnswer> {
  return sent.catch((error: unknown) => failed(call, error));
}

function failed(call: object | undefined, error: unknown): Promise<never> {
  skipBackOff(call);
  return Promise.reject(error instanceof Error ? error : new Error(String(error)));
}

function send(
  target: RequestTarget,
  node: Node,
  params: ConnectionRequestParams,
  options: Options,
): ClientAnswer | Promise<ClientAnswer> {
  const { body } = params;
  if (options.signal?.aborted) throw new errors.RequestAbortedError('Request aborted');
  if (typeof body === 'string') return exchange(target, node, params, options, body);
  if (body === null || body === undefined) return exchange(target, node, params, options, '');
  if (body instanceof Uint8Array) return exchangeBytes(target, node, params, options, body);
  return exchangeStream(target, node, params, options, body);
}

async function exchangeStream(
  target: RequestTarget,
  node: Node,
  params: ConnectionRequestParams,
  options: Options,
  body: Readable,
): Promise<ClientAnswer> {
  const bytes = await collectStream(body, options.signal);
  return exchangeBytes(target, node, params, options, bytes);
}

function exchangeBytes(
  target: RequestTarget,
  node: Node,
  params: ConnectionRequestParams,
  options: Options,
  bytes: Buffer,
): ClientAnswer | Promise<ClientAnswer> {
  const text = decodeBody(bytes, params.headers?.['content-encoding']);
  if (typeof text === 'string') return exchange(target, node, params, options, text);
  return clientAnswer(node.connection, params, options, text);
}

function exchange(
  target: RequestTarget,
  node: Node,
  params: ConnectionRequestParams,
  options: Options,
  bodyText: string,
): ClientAnswer | Promise<ClientAnswer> {
  const request = requestFrom(node, params, bodyText);
  const outcome = refused(request) ?? target.exchange(request, options.signal);
  return isAnswer(outcome)
    ? clientAnswer(node.connection, params, options, outcome)
    : awaited(target, node, params, options, outcome);
}

async function awaited(
  target: RequestTarget,
  node: Node,
  params: ConnectionRequestParams,
  options: Options,
  delivery: Promise<Delivery>,
): Promise<ClientAnswer> {
  const answer = await deliveryOf(target, delivery, options);
  return clientAnswer(node.connection, params, options, answer);
}
