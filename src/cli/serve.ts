import { startServer, type RunningServer } from '../adapters/http/server.js';
import { withControlPlane } from '../control/control-plane.js';
import { createFakeElasticsearch } from '../fake-elasticsearch.js';
import type { Flags } from './flags.js';
import type { CliIo } from './io.js';
import { optionsOf } from './options.js';
import { printExchange } from './print-exchange.js';

/**
 * Starts the server that the flags describe and says so once it is ready.
 * @throws FakeUsageError for what cannot be served.
 */
export async function serve(flags: Flags, { stdout }: CliIo): Promise<RunningServer> {
  const options = optionsOf(flags);
  const print = (line: string) => void stdout.write(`${line}\n`);
  const target = withControlPlane(
    () => createFakeElasticsearch(options),
    flags.quiet ? {} : { onExchanged: (exchanged) => print(printExchange(exchanged)) },
  );
  const server = await startServer(target, { port: flags.port, host: flags.host });
  print(`listening on ${server.url}`);
  if (flags.ready === 'json') print(JSON.stringify({ url: server.url, pid: process.pid }));
  return server;
}
