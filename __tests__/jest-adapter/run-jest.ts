import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Config } from 'jest';
import rootConfig from '../../jest.config.js';

export const root = join(__dirname, '../..');

interface Run {
  /** Of each test, by its name: what it failed with, or nothing. */
  readonly failures: ReadonlyMap<string, string>;
  readonly output: string;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly title: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A project that has the adapter as its setup file, with this repository's transforms. */
export function projectConfig(folder: string, config: Config): Config {
  const { transform, moduleNameMapper } = rootConfig;
  return {
    ...(transform && { transform }),
    ...(moduleNameMapper && { moduleNameMapper }),
    rootDir: root,
    roots: [folder],
    testEnvironment: 'node',
    setupFilesAfterEnv: [join(root, 'src/adapters/jest/index.ts')],
    ...config,
  };
}

/** Runs jest in one process of its own, all files in one worker. */
export async function runJest(config: Config, isHeapLogged = false): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'run-jest-'));
  const reportFile = join(folder, 'report.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--config', JSON.stringify(config), '-i', '--json', '--outputFile', reportFile];
  const args = isHeapLogged ? ['--expose-gc', jest, ...flags, '--logHeapUsage'] : [jest, ...flags];
  try {
    const output = await new Promise<string>((resolve) => {
      const env = { ...process.env, FORCE_COLOR: '0' };
      execFile(process.execPath, args, { cwd: root, env }, (_error, _stdout, stderr) => resolve(stderr));
    });
    if (!existsSync(reportFile)) throw new Error(`jest did not run:\n${output}`);
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    return { failures: failuresIn(report), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function failuresIn({ testResults }: Report): Map<string, string> {
  const results = testResults.flatMap((file) =>
    file.assertionResults.length > 0
      ? file.assertionResults
      : [{ title: 'the file itself', failureMessages: [file.message] }],
  );
  return new Map(
    results.map(({ title, failureMessages }) => [
      title,
      stripVTControlCharacters(failureMessages.join('\n')),
    ]),
  );
}
