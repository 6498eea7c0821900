import { Client as Client9 } from '@elastic/elasticsearch';
import axios from 'axios';
import { Client as Client8 } from 'es8';
import { execFile, spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const JOB = 'my-connector-sync-job-id';
const NOW = '2024-06-01T12:00:00.000Z';
const hasCurl = spawnSync('curl', ['--version']).status === 0;

interface Job {
  readonly status: string;
  readonly worker_hostname: string;
  readonly started_at: string;
  readonly last_seen: string;
}

interface Running {
  readonly child: ChildProcessByStdio<null, Readable, null>;
  readonly lines: Interface;
  readonly url: string;
  /** Exit code and signal of npm itself. */
  readonly exit: Promise<unknown[]>;
}

const children = new Set<Running['child']>();

async function npmStart(...flags: string[]): Promise<Running> {
  const args = ['start', '--silent', '--', '--port', '0', ...flags];
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  const [, url = ''] = /^listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? [];
  expect(line).toBe(`listening on ${url}`);
  return { child, lines, url, exit };
}

afterAll(() => {
  for (const child of children) child.kill('SIGTERM');
});

interface OfficialClient {
  readonly connector: {
    syncJobClaim(params: { connector_sync_job_id: string; worker_hostname: string }): Promise<unknown>;
    syncJobGet(params: { connector_sync_job_id: string }): Promise<unknown>;
  };
  close(): Promise<void>;
}

/** With the connection that the client has by default. */
async function claimWith(client: OfficialClient, worker_hostname: string): Promise<Job> {
  await client.connector.syncJobClaim({ connector_sync_job_id: JOB, worker_hostname });
  const job = await client.connector.syncJobGet({ connector_sync_job_id: JOB });
  await client.close();
  return job as Job;
}

async function curled(...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)('curl', ['--silent', '--show-error', '--fail', ...args]);
  return JSON.parse(stdout) as unknown;
}

const json = { 'content-type': 'application/json' };

/** Each claims the job and reads it back, over the one server. */
const ways: Record<string, (url: string, worker: string) => Promise<Job>> = {
  'the official client 9.4': (node, worker) => claimWith(new Client9({ node }), worker),
  'the official client 8.19': (node, worker) => claimWith(new Client8({ node }), worker),
  async fetch(url, worker_hostname) {
    const path = `${url}/_connector/_sync_job/${JOB}`;
    await fetch(`${path}/_claim`, {
      method: 'PUT',
      headers: json,
      body: JSON.stringify({ worker_hostname }),
    });
    return (await (await fetch(path)).json()) as Job;
  },
  async axios(url, worker_hostname) {
    const path = `${url}/_connector/_sync_job/${JOB}`;
    await axios.put(`${path}/_claim`, { worker_hostname });
    return (await axios.get<Job>(path)).data;
  },
  async curl(url, worker_hostname) {
    const path = `${url}/_connector/_sync_job/${JOB}`;
    const body = JSON.stringify({ worker_hostname });
    await curled('-X', 'PUT', '-H', 'content-type: application/json', '-d', body, `${path}/_claim`);
    return (await curled(path)) as Job;
  },
};

describe('the server that npm start runs', () => {
  let server: Running;

  beforeAll(async () => {
    server = await npmStart('--fixture', 'pending-full-sync', '--clock', '2024-06-01T12:00:00Z');
  }, 180_000);

  if (!hasCurl) test.skip('curl claims the job (this machine has none)', () => undefined);

  const names = Object.keys(ways).filter((name) => name !== 'curl' || hasCurl);
  test.each(names)('%s claims the job and reads back who and when', async (name) => {
    const reset = await fetch(`${server.url}/_fake/reset`, { method: 'POST' });
    expect(reset.status).toBe(200);
    const before = (await (await fetch(`${server.url}/_connector/_sync_job/${JOB}`)).json()) as Job;
    expect(before).toMatchObject({ status: 'pending' });

    const job = await ways[name]?.(server.url, `${name} on some-machine`);
    expect(job).toMatchObject({
      status: 'in_progress',
      worker_hostname: `${name} on some-machine`,
      started_at: NOW,
      last_seen: NOW,
    });
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'npm start prints where it listens and no more if quiet, and hands %s on',
  async (signal) => {
    const { child, lines, url, exit } = await npmStart('--quiet');
    const more: string[] = [];
    lines.on('line', (line) => more.push(line));
    const ended = once(lines, 'close');
    expect((await fetch(url)).status).toBe(200);
    child.kill(signal);
    await exit;
    // The pipe closes when the last process that holds it has gone: the server too, not npm alone.
    await ended;
    expect(more).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  },
  180_000,
);
