/**
 * A fake Elasticsearch for the official client, without a socket: `new Client(clientOptions(es))`.
 * @module
 */
import { BaseConnection } from '@elastic/elasticsearch';
import { checkKeys, checkTarget, wrongOption } from './check-settings.js';
import { connectionTo } from './client/connection.js';
import type { RequestTarget } from './target.js';

export { connectionTo } from './client/connection.js';
export type { Delivery, RequestTarget } from './target.js';

/** What `clientOptions` may be told. */
export interface ClientSettings {
  /** The URL that the client believes to talk to. A path in it becomes a prefix of every request. @default 'http://localhost:9200' */
  readonly node?: string;
}

/** What `clientOptions` gives: members of the options of a `Client`. */
export interface FakeClientOptions<Connection> {
  readonly node: string;
  readonly Connection: Connection;
  /** No waiting between retries. Clients up to 9.4 ignore it as an option of theirs, so `Connection` sees to it as well. */
  readonly retryBackoff: () => number;
}

/**
 * Options that make `@elastic/elasticsearch` 8 or 9 talk to a fake in the same process. Add your own beside them.
 *
 * @example
 * const client = new Client({ ...clientOptions(es), maxRetries: 1 });
 * await client.connector.list();
 * @throws FakeUsageError for what is no fake, and for settings that make no sense.
 */
// The type parameter lets `new Client(clientOptions(es))` compile with any copy of the client, whose classes TypeScript
// tells apart by their private symbols; the class itself serves them all.

export function clientOptions<Connection = typeof BaseConnection>(
  target: RequestTarget,
  settings: ClientSettings = {},
): FakeClientOptions<Connection> {
  checkTarget('clientOptions', target);
  checkKeys('clientOptions', settings, ['node']);
  const { node = 'http://localhost:9200' } = settings;
  if (typeof node !== 'string' || !URL.canParse(node)) {
    throw wrongOption('clientOptions', 'node', 'a URL such as http://localhost:9200', node);
  }
  return {
    node,
    Connection: connectionTo(target) as Connection,
    retryBackoff: () => 0,
  };
}
