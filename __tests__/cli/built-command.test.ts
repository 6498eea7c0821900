import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const root = join(__dirname, '../..');
const { bin, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  bin: Record<string, string>;
  version: string;
};
const command = join(root, bin['elasticsearch-connector-fake'] ?? '');
const children = new Set<ChildProcess>();

beforeAll(async () => {
  await execute(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], { cwd: root });
}, 120_000);

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Exit code and signal. */
  readonly exit: Promise<unknown[]>;
}

const started = (...flags: string[]): Promise<Running> => startedLoudly('--quiet', ...flags);

async function startedLoudly(...flags: string[]): Promise<Running> {
  const args = [command, '--port', '0', '--clock', 'frozen', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.add(child);
  const exit = once(child, 'exit');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  expect(line).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/);
  return { child, url: line.slice('listening on '.length), exit };
}

/** Leaves a request behind that the server never answers, and the connection it came by. */
async function hold(url: string): Promise<void> {
  const body = '{"api":"connector.list","effect":{"delay":{"duration":"1h"}}}';
  await fetch(`${url}/_fake/faults`, { method: 'POST', body });
  fetch(`${url}/_connector`).catch(() => undefined);
  for (;;) {
    const answer = await fetch(`${url}/_fake/journal?api=connector.list`);
    const { requests } = (await answer.json()) as { requests: unknown[] };
    if (requests.length > 0) return;
  }
}

describe('the built command', () => {
  it('keeps its first line in both builds', () => {
    for (const format of ['esm', 'cjs']) {
      const text = readFileSync(join(root, 'dist', format, 'cli/main.js'), 'utf8');
      expect(text.split('\n')[0]).toBe('#!/usr/bin/env node');
    }
  });

  it.each(['esm', 'cjs'])('tells its version in the %s build', async (format) => {
    const main = join(root, 'dist', format, 'cli/main.js');
    expect((await execute(process.execPath, [main, '--version'])).stdout).toBe(`${version}\n`);
  });

  it('runs through a link to it, as npm installs it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fake-bin-'));
    try {
      const link = join(folder, 'elasticsearch-connector-fake');
      symlinkSync(command, link);
      expect((await execute(process.execPath, [link, '--version'])).stdout).toBe(`${version}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('claims the shipped job', async () => {
    const { child, url, exit } = await started('--fixture', 'pending-full-sync');
    const answer = await fetch(`${url}/_connector/_sync_job/my-connector-sync-job-id/_claim`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"worker_hostname":"w"}',
    });
    expect(await answer.json()).toEqual({ result: 'updated' });
    child.kill('SIGTERM');
    await exit;
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends with 0 at %s, with connections open and a request waiting',
    async (signal) => {
      const { child, url, exit } = await started();
      await hold(url);
      child.kill(signal);
      expect(await exit).toEqual([0, null]);
    },
  );

  it('ends with 0 when its standard input closes with --exit-with-parent', async () => {
    const { child, url, exit } = await started('--exit-with-parent');
    await hold(url);
    child.stdin?.end();
    expect(await exit).toEqual([0, null]);
  });

  it('ends with 0 at a signal while it reads its standard input', async () => {
    const { child, exit } = await started('--exit-with-parent');
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('goes on when nobody reads what it prints', async () => {
    const { child, url, exit } = await startedLoudly();
    child.stdout?.destroy();
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });

  it('ends with 2 and one line if the port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const failed: unknown = await execute(process.execPath, [command, '--port', String(port)]).catch(
      (error: unknown) => error,
    );
    await new Promise((resolve) => other.close(resolve));
    expect(failed).toMatchObject({ code: 2, stdout: '' });
    expect((failed as { stderr: string }).stderr).toMatch(/^error: [^\n]+ in use\. [^\n]+\n$/);
  });
});
