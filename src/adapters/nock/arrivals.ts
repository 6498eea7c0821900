import type { EventEmitter } from 'node:events';
import type { ClientRequest } from 'node:http';
import type { Departures } from './departures.js';

/** A request as nock shows it to a reply function, in the form of either major. */
export interface Arrival {
  readonly method: string;
  /** Path and query as the client sent them. */
  readonly requestTarget: string;
  readonly headers: Record<string, string | string[]>;
  readonly body: Buffer;
  readonly signal: AbortSignal | undefined;
}

/** nock 14's outgoing message, with the headers that it adds for reply functions. */
type Nock14Request = ClientRequest & {
  headers: Record<string, unknown>;
  /** The body as it was written. Not documented: later releases may lack it. */
  readonly requestBodyBuffers?: readonly Buffer[];
};

interface Noted {
  readonly headers: Record<string, unknown>;
  readonly bodyString: string;
}

/**
 * Reads what a reply function needs from the event that nock emits just before it calls that function: the only place
 * where both majors still have the whole body.
 *
 * nock 14 would parse a body of type `application/json` first, and a syntax error in it would end the process. So its
 * request gets another content type once the true one is noted.
 */
export function followArrivals(
  scope: Pick<EventEmitter, 'on'>,
  departures?: Departures,
): (self: unknown, args: readonly unknown[]) => Arrival {
  const noted = new WeakMap<object, Noted>();
  scope.on('request', (request: Nock14Request | Request, _interceptor: unknown, bodyString: string) => {
    if (isFetchRequest(request)) {
      noted.set(request, { headers: {}, bodyString });
      return;
    }
    const { headers } = request;
    noted.set(request, { headers, bodyString });
    request.headers = { ...headers, 'content-type': 'text/plain' };
  });
  return (self, args) => {
    const [first] = args;
    if (typeof first === 'string')
      return arrivalIn14((self as { req: Nock14Request }).req, first, noted, departures);
    return arrivalIn15(first as Request, noted);
  };
}

function isFetchRequest(request: Nock14Request | Request): request is Request {
  return typeof (request as Request).arrayBuffer === 'function';
}

function arrivalIn14(
  request: Nock14Request,
  uri: string,
  noted: WeakMap<object, Noted>,
  departures: Departures | undefined,
): Arrival {
  const { headers, bodyString } = noted.get(request) ?? { headers: request.headers, bodyString: '' };
  const { requestBodyBuffers } = request;
  const asSent = textValues(headers);
  return {
    method: request.method,
    requestTarget: uri,
    headers: asSent,
    body: requestBodyBuffers ? Buffer.concat(requestBodyBuffers) : bytesOf(bodyString, asSent),
    signal: departures?.signalOf(requestBodyBuffers),
  };
}

function arrivalIn15(request: Request, noted: WeakMap<object, Noted>): Arrival {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  const bodyString = noted.get(request)?.bodyString ?? '';
  // nock 15 has decompressed the body, and still shows the header that told it to.
  delete headers['content-encoding'];
  return {
    method: request.method,
    requestTarget: pathname + search,
    headers,
    body: bodyOfGet(request) ?? bytesOf(bodyString, headers),
    signal: request.signal,
  };
}

/** A fetch request cannot have a body with GET, so nock 15 keeps one under a symbol that it does not export. */
function bodyOfGet(request: Request): Buffer | undefined {
  if (request.method !== 'GET') return undefined;
  const key = Object.getOwnPropertySymbols(request).find(
    (symbol) => symbol.description === 'kGetRequestBody',
  );
  const body: unknown = key && Reflect.get(request, key);
  return Buffer.isBuffer(body) ? body : undefined;
}

function textValues(headers: Record<string, unknown>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.map(String) : String(value),
    ]),
  );
}

/** nock shows bytes that are not UTF-8 as hexadecimal digits, and does not say so. */
function bytesOf(bodyString: string, headers: Record<string, string | string[]>): Buffer {
  const isHex =
    bodyString.length % 2 === 0 &&
    /^[0-9a-f]+$/.test(bodyString) &&
    (headers['content-encoding'] !== undefined ||
      Number(headers['content-length']) * 2 === bodyString.length);
  return Buffer.from(bodyString, isHex ? 'hex' : 'utf8');
}
