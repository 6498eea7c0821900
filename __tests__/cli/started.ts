import { EventEmitter, once } from 'node:events';
import { PassThrough } from 'node:stream';
import { run } from '../../src/cli/run.js';

/** The command, run in this process. */
export interface Started {
  readonly code: Promise<number>;
  /** What it printed so far. */
  readonly out: () => string;
  readonly err: () => string;
  readonly stdin: PassThrough;
  readonly signals: EventEmitter;
  /** Resolves with the address it listens on. */
  readonly url: Promise<string>;
}

/** Runs the command with standard streams and signals of its own. */
export function start(...argv: string[]): Started {
  const printed = { out: '', err: '' };
  const events = new EventEmitter();
  const signals = new EventEmitter();
  const stdin = new PassThrough();
  const url = once(events, 'listening').then(([address]) => address as string);
  const stdout = {
    write(text: string) {
      printed.out += text;
      const [, address] = /^listening on (\S+)\n/.exec(text) ?? [];
      if (address !== undefined) events.emit('listening', address);
    },
  };
  const stderr = { write: (text: string) => (printed.err += text) };
  const code = run(argv, { stdout, stderr, stdin, signals });
  return { code, out: () => printed.out, err: () => printed.err, stdin, signals, url };
}

/** Runs the command to its end. */
export async function finished(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const started = start(...argv);
  const code = await started.code;
  return { code, out: started.out(), err: started.err() };
}
