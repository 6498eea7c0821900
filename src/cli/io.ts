import type { Readable } from 'node:stream';

type Signal = 'SIGINT' | 'SIGTERM';

/** What the command touches of its process; a test gives its own. */
export interface CliIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly stdin: Readable;
  /** Where signals come from, e.g. `process`. */
  readonly signals: {
    on(signal: Signal, listener: () => void): unknown;
    off(signal: Signal, listener: () => void): unknown;
  };
}
