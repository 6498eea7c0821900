// Builds dist/esm and dist/cjs, each with its own types. With --if-stale only if a source is newer than the last build.
import { spawn } from 'node:child_process';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}dist/.built`;

async function modified(path) {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

async function newestSource() {
  const entries = await readdir(`${root}src`, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.esm.json', 'tsconfig.cjs.json'];
  const times = await Promise.all([...paths, ...settings.map((name) => root + name)].map(modified));
  // A source that was deleted or renamed leaves its folder younger.
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  times.push(...(await Promise.all([`${root}src`, ...folders].map(modified))));
  return Math.max(...times.filter((time) => time !== undefined));
}

function tsc(format) {
  const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const child = spawn(process.execPath, [compiler, '-p', `tsconfig.${format}.json`], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`The ${format} build failed.`))));
  });
}

/**
 * The package says "module" at its root, so dist/cjs must say otherwise. With that it is a scope of its own, in which
 * the `imports` of the root do not count: #fixtures becomes a path.
 */
async function finishCommonJs() {
  const folder = `${root}dist/cjs/`;
  const marks = { type: 'commonjs', sideEffects: ['./adapters/jest/index.js'] };
  await writeFile(`${folder}package.json`, `${JSON.stringify(marks, undefined, 2)}\n`);
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('.js'))) {
    const text = await readFile(folder + name, 'utf8');
    const up = relative(dirname(folder + name), `${root}fixtures/folder.cjs`).replaceAll('\\', '/');
    if (text.includes('"#fixtures"'))
      await writeFile(folder + name, text.replaceAll('"#fixtures"', `"${up}"`));
  }
}

async function build() {
  await rm(`${root}dist`, { recursive: true, force: true });
  await Promise.all(['esm', 'cjs'].map(tsc));
  await finishCommonJs();
  await writeFile(stamp, '');
}

const built = process.argv.includes('--if-stale') ? await modified(stamp) : undefined;
if (built === undefined || built < (await newestSource())) {
  try {
    await build();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
