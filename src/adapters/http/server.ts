/// <reference lib="esnext.disposable" preserve="true" />
import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { checkKeys, checkTarget, wrongOption } from '../check-settings.js';
import type { RequestTarget } from '../target.js';
import { nodeHandler } from './node-handler.js';
import { answerUnreadable } from './raw-answer.js';
import { EXPECTATION_FAILED, MAX_HEADERS, MAX_LINE } from './wire-errors.js';
import { flatHeaders } from './write-answer.js';

/** Where `startServer` listens, and who answers. */
export interface ServerOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** Address or name to bind to. @default '127.0.0.1' */
  readonly host?: string;
  /**
   * Serves every request in place of the fake's own handler, e.g. to answer some paths and hand the rest to a
   * {@link nodeHandler} with `keepsIdleSockets`.
   */
  readonly listener?: RequestListener;
}

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** e.g. `http://127.0.0.1:40123`, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly server: Server;
  /** Ends every connection, held requests included, and frees the port. May be called again. */
  close(): Promise<void>;
}

/** Room above Elasticsearch's own limits, so that the handler and not Node's parser tells line from headers. */
const PARSER_LIMIT = MAX_LINE + MAX_HEADERS + 8192;

function createHttpServer(target: RequestTarget, listener: RequestListener): Server {
  // Elasticsearch asks no client for a `Host`; Node would refuse the request in words of its own.
  const options = { maxHeaderSize: PARSER_LIMIT, requestTimeout: 0, requireHostHeader: false };
  const server = createServer(options, listener);
  // Elasticsearch never closes an idle connection.
  server.keepAliveTimeout = 0;
  server.on('clientError', (error, socket) => answerUnreadable(target, error, socket));
  server.on('checkExpectation', (_request, response: ServerResponse) => {
    response.sendDate = false;
    response.writeHead(EXPECTATION_FAILED.status, flatHeaders(EXPECTATION_FAILED.headers)).end();
  });
  return server;
}

/**
 * Serves a fake on a port of its own. It answers on the wire as Elasticsearch does, down to the headers that are not sent.
 *
 * @throws {FakeUsageError} (as a rejection) for options that make no sense, if the port is taken or the host cannot be bound.
 * @example
 * const { url, close } = await startServer(es);
 * const answer = await fetch(`${url}/_connector`);
 * await close();
 */
export async function startServer(
  target: RequestTarget,
  options: ServerOptions = {},
): Promise<RunningServer> {
  checkTarget('startServer', target);
  checkOptions(options);
  const { port = 0, host = '127.0.0.1' } = options;
  const server = createHttpServer(
    target,
    options.listener ?? nodeHandler(target, { keepsIdleSockets: true }),
  );
  await listening(server, port, host);
  const address = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= closing(server));
  return { url: urlOf(host, address), port: address.port, server, close, [Symbol.asyncDispose]: close };
}

function checkOptions(options: ServerOptions): void {
  checkKeys('startServer', options, ['port', 'host', 'listener']);
  const { port = 0, host = '127.0.0.1' }: { port?: unknown; host?: unknown } = options;
  if (!Number.isInteger(port) || Number(port) < 0 || Number(port) > 65_535) {
    throw wrongOption('startServer', 'port', 'a whole number from 0 to 65535', port);
  }
  // Node takes an empty host for every address of the machine.
  if (typeof host !== 'string' || host.trim() === '') {
    throw wrongOption('startServer', 'host', 'an address or a name, such as 127.0.0.1 or 0.0.0.0', host);
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(cannotListen(error, port, host));
    try {
      server.once('error', fail).listen(port, host, () => {
        server.off('error', fail);
        resolve();
      });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): FakeUsageError {
  const where = `port ${port} of ${host}`;
  switch (error.code) {
    case 'EADDRINUSE':
      return new FakeUsageError(
        `Cannot listen on ${where}: it is in use. Stop what listens there, or ask for port 0 to get a free one.`,
      );
    case 'EACCES':
      return new FakeUsageError(
        `Cannot listen on ${where}: permission denied. Use a port above 1023, or port 0 to get a free one.`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new FakeUsageError(
        `Cannot listen on ${where}: this machine has no such address. Use 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return new FakeUsageError(`Cannot listen on ${where}: ${error.message}`);
  }
}

/** The address to reach the server at: an unspecified one is no place to connect to. */
function urlOf(host: string, { address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  if (host === 'localhost') return `http://localhost:${port}`;
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`;
}

function closing(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
