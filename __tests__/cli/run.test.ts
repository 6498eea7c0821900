import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { finished, start, type Started } from './started.js';

const CLAIM = '/_connector/_sync_job/my-connector-sync-job-id/_claim';
const running = new Set<Started>();

function started(...argv: string[]): Started {
  const command = start('--port', '0', ...argv);
  running.add(command);
  return command;
}

async function stop(command: Started, signal = 'SIGTERM'): Promise<number> {
  command.signals.emit(signal);
  running.delete(command);
  return command.code;
}

afterEach(async () => {
  for (const command of running) await stop(command);
});

async function json(url: string, init?: RequestInit): Promise<Record<string, unknown>> {
  return (await (await fetch(url, init)).json()) as Record<string, unknown>;
}

const put = (body: unknown): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('the server', () => {
  it('says where it listens, serves the fixtures and prints a line for each request', async () => {
    const command = started(
      '--fixture',
      'pending-full-sync',
      '--fixture',
      'two-connectors',
      '--clock',
      'frozen',
    );
    const url = await command.url;
    expect(await json(url + CLAIM, put({ worker_hostname: 'w' }))).toEqual({ result: 'updated' });
    expect(await json(`${url}/_connector?size=0`)).toMatchObject({ count: 3 });
    expect(await json(`${url}/_fake/clock`)).toEqual({ now: '2024-06-01T12:00:00.000Z' });
    expect(await stop(command)).toBe(0);
    expect(command.out()).toBe(
      `listening on ${url}\nPUT ${CLAIM} 200 connector.sync_job_claim\nGET /_connector?size=0 200 connector.list\nGET /_fake/clock 200 -\n`,
    );
    expect(command.err()).toBe('');
  });

  it('listens on loopback', async () => {
    expect(await started().url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('prints where it listens and nothing else with --quiet', async () => {
    const command = started('--quiet');
    const url = await command.url;
    await json(`${url}/_connector`);
    await stop(command);
    expect(command.out()).toBe(`listening on ${url}\n`);
  });

  it('prints one line of JSON more with --ready json', async () => {
    const command = started('--quiet', '--ready', 'json');
    const url = await command.url;
    await stop(command);
    const [, line = '', ...rest] = command.out().split('\n');
    expect(JSON.parse(line)).toEqual({ url, pid: process.pid });
    expect(rest).toEqual(['']);
  });

  it('runs with the system clock, or stands still where it is told', async () => {
    const url = await started().url;
    const before = Date.now();
    const { now } = (await json(`${url}/_fake/clock`)) as { now: string };
    expect(Math.abs(Date.parse(now) - before)).toBeLessThan(60_000);
    const other = await started('--clock', '2030-01-02T03:04:05Z').url;
    expect(await json(`${other}/_fake/clock`)).toEqual({ now: '2030-01-02T03:04:05.000Z' });
  });

  it('emulates the release it is asked for', async () => {
    const url = await started('--es-version', '8.19.2').url;
    expect(await json(url)).toMatchObject({ version: { number: '8.19.2' } });
  });

  it('shows unrefreshed writes to no search with --refresh nrt', async () => {
    const url = await started('--refresh', 'nrt', '--clock', 'frozen').url;
    await json(`${url}/search-mine/_doc/1`, put({ a: 1 }));
    expect(await json(`${url}/search-mine/_search`)).toMatchObject({ hits: { total: { value: 0 } } });
  });

  it.each(['SIGINT', 'SIGTERM'])(
    'stops at %s, open connections and waiting requests or not',
    async (signal) => {
      const command = started('--clock', 'frozen');
      const url = await command.url;
      await json(url);
      await json(`${url}/_fake/faults`, {
        method: 'POST',
        body: '{"api":"connector.list","effect":{"delay":{"duration":"1h"}}}',
      });
      const held = fetch(`${url}/_connector`).catch((error: unknown) => error);
      const arrived = async () =>
        ((await json(`${url}/_fake/journal?api=connector.list`)) as { requests: unknown[] }).requests.length >
        0;
      while (!(await arrived()));
      expect(await stop(command, signal)).toBe(0);
      expect(await held).toMatchObject({ name: 'TypeError' });
      expect(command.signals.eventNames()).toEqual([]);
      expect(command.out()).toContain('GET /_connector dropped connector.list\n');
    },
  );

  it('stops when its standard input closes with --exit-with-parent', async () => {
    const command = started('--exit-with-parent');
    await command.url;
    command.stdin.write('something\n');
    command.stdin.end();
    expect(await command.code).toBe(0);
    running.delete(command);
  });

  it('does not look at its standard input without', async () => {
    const command = started();
    const url = await command.url;
    command.stdin.end();
    expect(await json(url)).toMatchObject({ tagline: 'You Know, for Search' });
  });
});

describe('a command line that cannot be done', () => {
  it.each([
    [
      ['--port', 'x'],
      "error: option '--port <number>' argument 'x' is invalid. A port is a whole number from 0 to 65535.",
    ],
    [['--port', '65536'], /A port is a whole number from 0 to 65535\.$/],
    [['--port', '-1'], /A port is a whole number from 0 to 65535\.$/],
    [['--port', ''], /A port is a whole number from 0 to 65535\.$/],
    [['--prot', '1'], "error: unknown option '--prot' (Did you mean --port?)"],
    [['start'], /too many arguments/],
    [['--port'], /argument missing/],
    [
      ['--clock', 'noon'],
      /^error: A clock is 'frozen', 'system', a Clock or an instant\. .*received 'noon'\.$/,
    ],
    [['--clock', '2024-02-30T00:00:00Z'], /received '2024-02-30T00:00:00Z'\.$/],
    [['--es-version', '7.17.0'], /^error: \[version\] must lie between 8\.15\.0 and 9\.x, got '7\.17\.0'\./],
    [['--es-version', 'new'], /^error: \[version\] must be a release/],
    [['--fixture', 'pending'], /^error: There is no shipped scenario "pending"\. Did you mean "pending/],
    [['--fixture', './nowhere.json'], /nowhere\.json cannot be read/],
    [['--fixture', 'package.json'], /package\.json/],
    [['--refresh', 'never'], /Allowed choices are immediate, nrt\.$/],
    [['--ready', 'xml'], /Allowed choices are json\.$/],
    [['--user', 'nobody'], /It has a name, a colon and a secret\.$/],
    [['--api-key', ':secret'], /It has a name, a colon and a secret\.$/],
    [
      ['--host', ''],
      "error: option '--host <address>' argument '' is invalid. A host is an address or a name, such as 127.0.0.1 or 0.0.0.0.",
    ],
    [
      ['--host', '192.0.2.1'],
      /^error: Cannot listen on port 0 of 192\.0\.2\.1: this machine has no such address\./,
    ],
  ])('%j: one line, exit code 2', async (argv, message) => {
    const { code, out, err } = await finished('--port', '0', ...argv);
    expect({ code, out, lines: err.split('\n').length }).toEqual({ code: 2, out: '', lines: 2 });
    if (message instanceof RegExp) expect(err.trimEnd()).toMatch(message);
    else expect(err).toBe(`${message}\n`);
  });

  it('port in use: one line, exit code 2', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, out, err } = await finished('--port', String(port));
    await new Promise((resolve) => other.close(resolve));
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `error: Cannot listen on port ${port} of 127.0.0.1: it is in use. Stop what listens there, or ask for port 0 to get a free one.\n`,
    });
  });
});

describe('what it tells about itself', () => {
  it('--version', async () => {
    const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(await finished('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  it('--help, which docs/server.md agrees with', async () => {
    const { code, out, err } = await finished('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const flags = [...out.matchAll(/^ {2}(--[\w-]+)/gm)].map(([, flag = '']) => flag);
    expect(flags).toEqual(expect.arrayContaining(['--port', '--host', '--fixture', '--clock', '--quiet']));
    const page = readFileSync(join(__dirname, '../../docs/server.md'), 'utf8');
    for (const flag of flags) expect(page).toContain(`\`${flag}`);
  });
});
