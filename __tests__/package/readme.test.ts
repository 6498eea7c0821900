import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '../..');

/** Where an import of the package leads to while it is not installed. */
const ENTRIES: Readonly<Record<string, string>> = {
  'elasticsearch-connector-fake': '../../src/index',
  'elasticsearch-connector-fake/client': '../../src/adapters/client',
  'elasticsearch-connector-fake/express': '../../src/adapters/express',
  'elasticsearch-connector-fake/nock': '../../src/adapters/nock',
  'elasticsearch-connector-fake/jest': '../../src/adapters/jest/index',
  'elasticsearch-connector-fake/matchers': '../../src/testing/matchers/index',
};

interface Block {
  readonly info: string;
  readonly code: string;
}

function blocksOf(file: string): Block[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^```ts([^\n]*)\n(.*?)^```/gms)].map(([, info = '', code = '']) => ({
    info: info.trim(),
    code,
  }));
}

/** Runs a block as the test file it is; its `test(…)` calls register here. */
function run({ code }: Block): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2023,
      esModuleInterop: true,
    },
  });
  const requireEntry = (name: string): unknown => jest.requireActual(ENTRIES[name] ?? name);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the point of this test
  new Function('require', 'exports', outputText)(requireEntry, {});
}

const executed = blocksOf('README.md').filter(({ info }) => info === '');

describe('the README', () => {
  it('has blocks to run', () => {
    expect(executed.length).toBeGreaterThanOrEqual(6);
  });

  executed.forEach((block) => run(block));
});
