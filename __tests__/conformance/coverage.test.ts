import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../src/endpoints/endpoints.js';

const tests = join(__dirname, '..');

/** The first argument of every `describeAdapters(…)` call of the suite. */
const covered = new Set(
  readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .flatMap((file) => [
      ...readFileSync(join(tests, file), 'utf8').matchAll(/describeAdapters\(\s*'([^']+)'/g),
    ])
    .map(([, name]) => name),
);

describe('conformance', () => {
  it.each(endpoints.map(({ api }) => api))('%s is tested through every adapter', (api) => {
    expect(covered).toContain(api);
  });
});
