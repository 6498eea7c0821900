import { isFakeUsageError } from '../errors/fake-usage-error.js';
import type { CliIo } from './io.js';
import { listenForStop } from './stop-request.js';

/**
 * The command: starts the server and stays until a signal, or the end of standard input if asked to, stops it.
 *
 * @param argv the arguments after the command's name
 * @returns the exit code: 0, or 2 for a command line that cannot be done
 */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  const stop = listenForStop(io);
  try {
    const { readFlags } = await import('./flags.js');
    const flags = readFlags(argv, io);
    if (typeof flags === 'number') return flags;
    if (flags.exitWithParent) stop.followStdin();
    // Loaded when it is needed: most of the start is spent here.
    const { serve } = await import('./serve.js');
    const server = await serve(flags, io);
    await stop.received;
    await server.close();
    return 0;
  } catch (error) {
    if (!isFakeUsageError(error)) throw error;
    io.stderr.write(`error: ${error.message.replaceAll(/\s*\n\s*/g, ' ')}\n`);
    return 2;
  } finally {
    stop.release();
  }
}
