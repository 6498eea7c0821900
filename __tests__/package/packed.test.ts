import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** A folder outside of the project in which the packed package is installed. */
let folder: string;

function inFolder(command: string, ...args: string[]): string {
  return execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'connector-fake-'));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--if-stale'], { cwd: root });
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
    stdio: 'pipe',
  });
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  mkdirSync(join(folder, 'node_modules'));
  execFileSync('tar', ['-xzf', archive, '-C', 'node_modules'], { cwd: folder });
  execFileSync('mv', ['node_modules/package', 'node_modules/elasticsearch-connector-fake'], { cwd: folder });
  // What npm would install beside it, from here: the test needs no network.
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.') && name !== 'elasticsearch-connector-fake') {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const BODY = `
const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
const client = new Client(clientOptions(es));
await client.connector.syncJobClaim({ connector_sync_job_id: 'my-connector-sync-job-id', worker_hostname: 'w' });
const server = await startServer(es);
const answer = await fetch(server.url + '/_connector/_sync_job/my-connector-sync-job-id');
console.log((await answer.json()).status, typeof interceptWithNock, typeof matchers.toBeClaimedBy);
await server.close();
`;

const NAMES: readonly (readonly [names: string, entry: string])[] = [
  ['{ createFakeElasticsearch }', 'elasticsearch-connector-fake'],
  ['{ clientOptions }', 'elasticsearch-connector-fake/client'],
  ['{ startServer }', 'elasticsearch-connector-fake/express'],
  ['{ interceptWithNock }', 'elasticsearch-connector-fake/nock'],
  ['matchers', 'elasticsearch-connector-fake/matchers'],
  ['{ Client }', '@elastic/elasticsearch'],
];

describe('the packed package', () => {
  it('works from ESM', () => {
    const imports = NAMES.map(([names, entry]) =>
      names === 'matchers' ? `import * as matchers from '${entry}';` : `import ${names} from '${entry}';`,
    );
    writeFileSync(join(folder, 'esm.mjs'), `${imports.join('\n')}\n${BODY}`);
    expect(inFolder(process.execPath, 'esm.mjs')).toBe('in_progress function function\n');
  });

  it('works from CommonJS', () => {
    const requires = NAMES.map(([names, entry]) => `const ${names} = require('${entry}');`);
    writeFileSync(join(folder, 'cjs.cjs'), `${requires.join('\n')}\n(async () => {${BODY}})();`);
    expect(inFolder(process.execPath, 'cjs.cjs')).toBe('in_progress function function\n');
  });

  it.each([
    ['CommonJS', 'cjs', `const { es } = require('elasticsearch-connector-fake/jest');`, []],
    [
      'native ESM',
      'mjs',
      `import { es } from 'elasticsearch-connector-fake/jest';`,
      ['--experimental-vm-modules'],
    ],
  ])(
    'is set up by jest in %s',
    (_modules, extension, load, flags) => {
      const test = `claim.test.${extension}`;
      writeFileSync(
        join(folder, test),
        `${load}
test('a claim through nock', async () => {
  es.load('pending-full-sync');
  const answer = await fetch('http://localhost:9200/_connector/_sync_job/my-connector-sync-job-id/_claim', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ worker_hostname: 'w' }),
  });
  expect(await answer.json()).toEqual({ result: 'updated' });
  expect(es.syncJob('my-connector-sync-job-id')).toBeClaimedBy('w');
});`,
      );
      const config = {
        rootDir: folder,
        testMatch: [`**/${test}`],
        transform: {},
        setupFilesAfterEnv: ['elasticsearch-connector-fake/jest'],
      };
      const jest = join(root, 'node_modules/jest/bin/jest.js');
      const args = [...flags, jest, '--config', JSON.stringify(config), '-i'];
      const { stderr, status } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '', FORCE_COLOR: '0' },
      });
      expect({ stderr, status }).toMatchObject({ stderr: expect.stringContaining('1 passed'), status: 0 });
    },
    60_000,
  );

  it('shares one core between its entries and formats', () => {
    writeFileSync(
      join(folder, 'brands.mjs'),
      `import { createRequire } from 'node:module';
import * as esm from 'elasticsearch-connector-fake';
const cjs = createRequire(import.meta.url)('elasticsearch-connector-fake');
const clock = cjs.createFakeElasticsearch({ clock: esm.createFakeElasticsearch().clock }).clock;
try { cjs.respond(1); } catch (error) { console.log(esm.isFakeUsageError(error), error instanceof esm.FakeUsageError, esm.isClock(clock)); }`,
    );
    expect(inFolder(process.execPath, 'brands.mjs')).toBe('true true true\n');
  });

  it('loads nothing of what is loaded on demand for what goes well, and the texts of errors with the first refusal', () => {
    writeFileSync(
      join(folder, 'refusal.cjs'),
      `const path = require('node:path');
const { createFakeElasticsearch } = require('elasticsearch-connector-fake');
const es = createFakeElasticsearch({ fixtures: ['pending-full-sync'] });
const ask = (method, rawPath, body) => es.handle({ method, rawPath, rawQuery: '', headers: { 'content-type': 'application/json' }, bodyText: body }).status;
const loaded = () => Object.keys(require.cache).map((file) => path.basename(file)).filter((name) => /^(error|ingest|search|security)-/.test(name)).join();
const job = '/_connector/_sync_job/my-connector-sync-job-id';
console.log(ask('PUT', job + '/_claim', '{"worker_hostname":"some-machine"}'), ask('GET', job, ''), ask('PUT', '/i/_doc/1', '{"n":1}'));
console.log(ask('POST', '/i/_search', '{"query":{"term":{"n":1}}}'), ask('PUT', '/_bulk', '{"index":{"_index":"i"}}\\n{}\\n'), loaded());
console.log(ask('GET', job + 's', ''), loaded());`,
    );
    expect(inFolder(process.execPath, 'refusal.cjs')).toBe('200 200 201\n200 200 \n404 error-texts.js\n');
  });

  it('goes on with its own core when modules are loaded anew, as after jest.resetModules()', () => {
    writeFileSync(
      join(folder, 'anew.cjs'),
      `const { createFakeElasticsearch } = require('elasticsearch-connector-fake');
const es = createFakeElasticsearch();
const ask = (method, rawPath, body) => es.handle({ method, rawPath, rawQuery: '', headers: { 'content-type': 'application/json' }, bodyText: JSON.stringify(body) }).bodyText;
ask('PUT', '/i/_doc/1', { n: 1 });
for (const file of Object.keys(require.cache)) delete require.cache[file];
const aggs = { some: { filter: { term: { n: 1 } }, aggs: { most: { max: { field: 'n' } } } } };
console.log(JSON.stringify(JSON.parse(ask('POST', '/i/_search', { size: 0, aggs })).aggregations));`,
    );
    expect(inFolder(process.execPath, 'anew.cjs')).toBe('{"some":{"doc_count":1,"most":{"value":1}}}\n');
  });

  it('dies of an uncaught error with a short text that names its functions', () => {
    const code = `require('elasticsearch-connector-fake').createFakeElasticsearch({ fixtures: ['nope'] })`;
    const { stderr } = spawnSync(process.execPath, ['-e', code], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toMatch(/at noSuchScenario .*core\.js:\d+:\d+\)\n +at readFixture /);
    expect(stderr.length).toBeLessThan(4000);
  });

  it('has types for a strict TypeScript consumer, without the peers for the main entry', () => {
    writeFileSync(
      join(folder, 'consumer.mts'),
      `import { createFakeElasticsearch, type SyncJob } from 'elasticsearch-connector-fake';
const es = createFakeElasticsearch({ clock: '2024-06-01T12:00:00Z' });
const job: SyncJob | undefined = es.syncJob('x');
export const status: string | undefined = job?.status;
// @ts-expect-error a typo in an option
createFakeElasticsearch({ clok: 'frozen' });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    for (const [module, moduleResolution] of [
      ['nodenext', 'nodenext'],
      ['esnext', 'bundler'],
    ] as const) {
      const compilerOptions = {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        target: 'es2022',
        types: [],
        module,
        moduleResolution,
      };
      const config = { compilerOptions, files: ['consumer.mts'] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const { stdout, status } = spawnSync(process.execPath, [tsc, '-p', '.'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    }
  }, 60_000);
});
