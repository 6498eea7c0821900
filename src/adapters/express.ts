/**
 * A fake Elasticsearch over HTTP: as an Express application to mount anywhere, or as a server of its own.
 * @module
 */
import express from 'express';
import type { Express } from 'express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { nodeHandler } from './http/node-handler.js';
import type { RequestTarget } from './target.js';

export { nodeHandler } from './http/node-handler.js';
export type { NodeHandler, NodeHandlerOptions } from './http/node-handler.js';
export { startServer } from './http/server.js';
export type { RunningServer, ServerOptions } from './http/server.js';
export type { Delivery, RequestTarget } from './target.js';

/**
 * An Express application that answers every request as Elasticsearch does, below whatever path it is mounted at.
 * Nothing of Express shows: no `X-Powered-By`, no `ETag`, none of its own 404 and 405 pages.
 *
 * Mount it before body parsers. A body that a parser of the host application has read is taken from `req.rawBody` or
 * `req.body`; parsed JSON is written out again, and the positions in Elasticsearch's syntax errors are then lost.
 *
 * @example
 * const app = express();
 * app.use('/elasticsearch', createApp(es));
 */
export function createApp(target: RequestTarget): Express {
  const app = express();
  const handler = nodeHandler(target);
  // The one layer of this application would catch every request: Express's router before it, which swaps prototypes
  // on each request, would only take time.
  return Object.assign(app, {
    handle: (request: IncomingMessage, response: ServerResponse) => {
      response.removeHeader('X-Powered-By');
      handler(request, response);
    },
  });
}
