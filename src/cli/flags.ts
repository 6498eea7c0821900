import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { PACKAGE_VERSION } from '../control/package-version.js';
import type { CliIo } from './io.js';

/** The command line, read. */
export interface Flags {
  readonly port: number;
  readonly host: string;
  readonly fixture: readonly string[];
  readonly clock: string;
  readonly esVersion?: string;
  readonly refresh: 'immediate' | 'nrt';
  readonly user: readonly Credential[];
  readonly apiKey: readonly Credential[];
  readonly license?: string;
  readonly serverless?: true;
  readonly quiet?: true;
  readonly ready?: 'json';
  readonly exitWithParent?: true;
}

/** `name:secret`, taken apart at the first colon. */
export type Credential = readonly [name: string, secret: string];

/**
 * Reads the command line, or does what it asks for (`--help`, `--version`).
 *
 * @returns the flags, or the exit code of a command that is done.
 */
export function readFlags(argv: readonly string[], { stdout, stderr }: CliIo): Flags | number {
  const command = describe().exitOverride();
  command.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    outputError: (text, write) => write(`${text.trim().replaceAll(/\s*\n\s*/g, ' ')}\n`),
  });
  try {
    return command.parse(argv, { from: 'user' }).opts<Flags>();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
}

function describe(): Command {
  return new Command('elasticsearch-connector-fake')
    .description(
      'An in-memory Elasticsearch for testing code that speaks the connector protocol. Its control plane is under /_fake.',
    )
    .version(PACKAGE_VERSION, '--version', 'show the version of this package')
    .helpOption('--help', 'show this help')
    .option('--port <number>', 'port to listen on; 0: any that is free', readPort, 9200)
    .option('--host <address>', 'address to listen on', readHost, '127.0.0.1')
    .addOption(
      new Option('--fixture <name|path>', 'a shipped scenario or a JSON file; may be repeated')
        .argParser(append)
        .default([], 'none'),
    )
    .option('--clock <setting>', 'frozen, system, or an instant such as 2024-06-01T12:00:00Z', 'system')
    .option('--es-version <version>', 'the emulated release; the newest if not given')
    .addOption(
      new Option('--refresh <mode>', 'what a search sees: every write, or what was refreshed')
        .choices(['immediate', 'nrt'])
        .default('immediate'),
    )
    .addOption(credentials('--user <name:password>', 'ask for credentials and take these; may be repeated'))
    .addOption(
      credentials('--api-key <id:key>', 'ask for credentials and take this API key; may be repeated'),
    )
    .option('--license <type>', 'the license of the emulated cluster')
    .option('--serverless', 'behave as Elasticsearch Serverless')
    .option('--quiet', 'print no line for each request')
    .addOption(
      new Option('--ready <format>', 'print {"url","pid"} as well, once it listens').choices(['json']),
    )
    .option('--exit-with-parent', 'stop when standard input closes');
}

function credentials(flag: string, description: string): Option {
  return new Option(flag, description).argParser(appendCredential).default([], 'none');
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

function readHost(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('A host is an address or a name, such as 127.0.0.1 or 0.0.0.0.');
}

function append(text: string, texts: readonly string[]): readonly string[] {
  return [...texts, text];
}

function appendCredential(text: string, credentials: readonly Credential[]): readonly Credential[] {
  const colon = text.indexOf(':');
  if (colon > 0 && colon < text.length - 1) {
    return [...credentials, [text.slice(0, colon), text.slice(colon + 1)]];
  }
  throw new InvalidArgumentError('It has a name, a colon and a secret.');
}
