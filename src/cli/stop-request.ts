import type { Readable } from 'node:stream';
import type { CliIo } from './io.js';

/** A wish to stop: a signal, or standard input that closed. */
export interface StopRequest {
  /** Resolves at the first one. */
  readonly received: Promise<void>;
  /** Listens for signals no more, so that one more does what it does by default. */
  release(): void;
  /** Takes the end of standard input for one too. */
  followStdin(): void;
}

export function listenForStop(io: CliIo): StopRequest {
  const { signals } = io;
  const { promise: received, stop } = stoppable();
  let stdin: Readable | undefined;
  signals.on('SIGINT', stop);
  signals.on('SIGTERM', stop);
  return {
    received,
    release() {
      signals.off('SIGINT', stop);
      signals.off('SIGTERM', stop);
      // Standard input that is still read would keep the process alive.
      stdin?.destroy();
    },
    followStdin() {
      ({ stdin } = io);
      for (const end of ['end', 'close', 'error']) stdin.on(end, stop);
      if (stdin.readableEnded || stdin.destroyed) stop();
      stdin.resume();
    },
  };
}

function stoppable(): { promise: Promise<void>; stop: () => void } {
  let stop = (): void => undefined;
  const promise = new Promise<void>((resolve) => {
    stop = resolve;
  });
  return { promise, stop };
}
