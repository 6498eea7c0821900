#!/usr/bin/env node
import type { CliIo } from './io.js';
import { run } from './run.js';

const { stdout, stderr } = process;
const io: CliIo = {
  stdout,
  stderr,
  signals: process,
  // Opened only if it is asked for.
  get stdin() {
    return process.stdin;
  },
};

// A reader that has gone away is no reason to stop serving.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined);

// The exit code is set, and the process left to end by itself, so that what was printed is written.
void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
