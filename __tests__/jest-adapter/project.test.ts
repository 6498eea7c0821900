import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectConfig, root, runJest } from './run-jest.js';

const folder = join(__dirname, 'project');

describe('a project with the adapter in setupFilesAfterEnv', () => {
  let failures: ReadonlyMap<string, string>;

  beforeAll(async () => {
    const configured = projectConfig(folder, {
      testMatch: ['**/configured.spec.ts'],
      injectGlobals: false,
      globals: {
        elasticsearchConnectorFake: {
          origin: 'http://elastic.test:1234',
          clock: '2030-01-01T00:00:00Z',
          fixtures: ['pending-full-sync'],
        },
      },
    });
    const plain = projectConfig(folder, { testMatch: ['**/!(configured).spec.ts'] });
    ({ failures } = await runJest({ projects: [plain, configured] }));
  }, 60_000);

  it('runs several files in one worker, each of which reaches its fake', () => {
    for (const file of ['first', 'second']) {
      expect(failures.get(`claims with fetch in the ${file} file`)).toBe('');
      expect(failures.get(`claims with http.request in the ${file} file`)).toBe('');
    }
  });

  it('stands jest.resetModules()', () => {
    expect(failures.get('claims after the modules were reset, time 1')).toBe('');
    expect(failures.get('claims after the modules were reset, time 2')).toBe('');
  });

  it('is configured by globals, and needs none of jest injected', () => {
    expect(
      failures.get('finds its fixtures, clock and origin in the configuration, and needs no globals of jest'),
    ).toBe('');
  });

  it('fails a test that sent what the fake does not emulate', () => {
    expect(failures.get('sends what the fake does not emulate')).toMatch(
      /^Error: The fake does not emulate a request of this test:\n {2}#1 .*GET \/_no\/such\/api → 400 /,
    );
    expect(failures.get('is none the worse for the ones before')).toBe('');
  });

  it('fails a test whose assertions held because nothing had happened', () => {
    expect(failures.get('asserts something about a fake that it never reached')).toMatch(
      /^Error: This test asserted something about the fake, .*: toHaveStatus\.\n\nNo request reached the fake\..*undici/,
    );
  });

  it('fails a file that loads fixtures where the first reset would undo it', () => {
    expect(failures.get('loads before its first test')).toContain(
      'The fake was changed before the first test, and is reset before each',
    );
  });
});

describe('the heap of a worker', () => {
  const FILES = 44;
  let specs: string;

  beforeAll(() => {
    specs = mkdtempSync(join(tmpdir(), 'heap-'));
    const body = `
      const { es } = require(${JSON.stringify(join(root, 'src/adapters/jest/index.ts'))});
      test('claims', () => {
        es.load('large-backlog');
        es.handle({ method: 'PUT', rawPath: '/_connector/_sync_job/backlog-job-1/_claim', rawQuery: '',
          headers: { 'content-type': 'application/json' }, bodyText: '{"worker_hostname":"a"}' });
        expect(es.syncJob('backlog-job-1')).toBeClaimedBy('a');
      });`;
    for (let n = 1; n <= FILES; n += 1) writeFileSync(join(specs, `${n}.spec.js`), body);
  });
  afterAll(() => rmSync(specs, { recursive: true }));

  it.each([
    ['with nock', {}],
    ['without nock', { elasticsearchConnectorFake: { origin: false } }],
  ])(
    'does not grow with each test file, %s',
    async (_, globals) => {
      const config = projectConfig(specs, { testMatch: ['**/*.spec.js'], globals });
      const { output, failures } = await runJest(config, true);
      expect([...failures.values()].join('')).toBe('');
      const heaps = [...output.matchAll(/(\d+) MB heap size/g)].map(([, mb]) => Number(mb));
      expect(heaps).toHaveLength(FILES);
      // What files leave (some 6 MB each) is collected only now and then, sixteen of them later at times: so the lowest
      // of many on either side, and the least distance between the two.
      const [early, late] = [Math.min(...heaps.slice(3, 20)), Math.min(...heaps.slice(20))];
      expect((late - early) / 17).toBeLessThan(0.5);
    },
    120_000,
  );
});
