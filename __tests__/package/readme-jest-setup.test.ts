import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as setup from '../../src/adapters/jest/index.js';

const text = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const [, code = ''] = /^```ts jest-setup\n(.*?)^```/ms.exec(text) ?? [];

describe('the jest block of the README', () => {
  it('is there', () => {
    expect(code).toContain("from 'elasticsearch-connector-fake/jest'");
  });

  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the point of this test
  new Function('require', 'exports', outputText)(() => setup, {});
});
