// Builds dist/esm and dist/cjs: tsc checks and writes the types, Rollup gathers the modules into a file per entry and one
// core that all entries share (docs/decisions/007-one-core.md). With --if-stale only if a source is newer than the build.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup } from 'rollup';
import { minify } from 'terser';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist/`;
const source = `${root}src/`;
const types = `${dist}types/`;
const stamp = `${dist}.built`;

const entries = [
  'index',
  'adapters/express',
  'adapters/nock',
  'adapters/client',
  'adapters/jest/index',
  // On its own because it is loaded by its path, where modules are CommonJS.
  'adapters/jest/interception',
  'testing/matchers/index',
  'cli/main',
];

/** What only some entries need stays out of the core. */
const outside = /\/src\/(?:adapters|cli|control|testing\/matchers)\//;

/** What many tests never need is loaded when it is first used. */
const onDemand = {
  'error-texts': /\/src\/(?:errors|xcontent)\/[a-z-]+-errors\.ts$/,
  'ingest-processors': /\/src\/protocol\/ingest\/(?!pipeline-registry)/,
  'search-aggregations': /\/src\/search\/aggregations\//,
  'security-rules': /\/src\/protocol\/security\//,
};

function chunkOf(id) {
  if (outside.test(id)) return undefined;
  return Object.keys(onDemand).find((name) => onDemand[name].test(id)) ?? 'core';
}

async function modified(path) {
  return (await stat(path).catch(() => undefined))?.mtimeMs;
}

async function newestSource() {
  const found = await readdir(`${root}src`, { recursive: true, withFileTypes: true });
  // A source that was deleted or renamed leaves its folder younger.
  const paths = found.map((entry) => `${entry.parentPath}/${entry.name}`);
  const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/build.mjs'];
  const times = await Promise.all(
    [`${root}src`, ...paths, ...settings.map((name) => root + name)].map(modified),
  );
  return Math.max(...times.filter((time) => time !== undefined));
}

function tsc() {
  const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
  const child = spawn(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error('The types do not fit.'))));
  });
}

async function gather() {
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((name) => [name, `${source}${name}.ts`])),
    external: (id) => !isGathered(id),
    plugins: [{ name: 'typescript', resolveId, load, resolveImportMeta, renderChunk }],
    // What is loaded on demand uses the core, and is not loaded before it.
    onwarn: (warning, warn) => (warning.code === 'CIRCULAR_CHUNK' ? undefined : warn(warning)),
  });
  const shared = {
    sourcemap: true,
    chunkFileNames: '[name].js',
    hoistTransitiveImports: false,
    minifyInternalExports: false,
    manualChunks: chunkOf,
  };
  const { output } = await bundle.write({ ...shared, format: 'esm', dir: `${dist}esm` });
  await bundle.write({
    ...shared,
    format: 'cjs',
    dir: `${dist}cjs`,
    interop: 'auto',
    exports: 'named',
  });
  await bundle.close();
  const core = output.find(({ name }) => name === 'core');
  await shareWithModules(core.exports);
}

/**
 * Both formats run the one core: CommonJS, which can load the rest in the middle of a request. It is required and
 * not imported: Node would search all of it for names of exports, which takes longer than running it.
 */
async function shareWithModules(names) {
  await writeFile(
    `${dist}esm/core.js`,
    `import { createRequire } from 'node:module';
export const { ${names.join(', ')} } = createRequire(import.meta.url)('../cjs/core.js');
`,
  );
  await rm(`${dist}esm/core.js.map`);
  for (const name of Object.keys(onDemand)) {
    for (const file of [`${name}.js`, `${name}.js.map`]) await rm(`${dist}esm/${file}`);
  }
}

/**
 * date-fns comes in many small files, and finding them would take as long as loading everything else. Its licence is in
 * THIRD-PARTY.md.
 */
const isInlined = (id) => /^@?date-fns\//.test(id);
const isGathered = (id) => id.startsWith('.') || isAbsolute(id) || isInlined(id) || id === '#fixtures';

/** From dist/cjs/core.js. */
const fixtures = `import { fileURLToPath } from 'node:url';
export const fixturesFolder = () => fileURLToPath(new URL('../../fixtures', import.meta.url));`;

function resolveId(id, importer) {
  if (id === '#fixtures') return id;
  if (isInlined(id)) return fileURLToPath(import.meta.resolve(id));
  if (!id.startsWith('.')) return undefined;
  const path = resolve(dirname(importer), id);
  return path.startsWith(source) ? path.replace(/\.js$/, '.ts') : path;
}

/** Rollup's own stand-in for CommonJS asks whether there is a document: under jest's jsdom there is. */
function resolveImportMeta(property, { format }) {
  const isUrl = property === 'url' && format === 'cjs';
  return isUrl ? `require('node:url').pathToFileURL(__filename).href` : null;
}

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  sourceMap: true,
};

/**
 * A process that imports the package waits for V8 to read it: fewer and shorter tokens are read sooner, and one character
 * beyond ASCII would make it read the whole file in two bytes a character. Functions and classes keep their names for
 * stack traces; lines stay short because Node prints the whole line of an uncaught error.
 */
const minifying = {
  ecma: 2020,
  toplevel: true,
  // Else a function that is used once becomes a closure made anew at every call of its only caller.
  compress: { inline: false, reduce_funcs: false },
  sourceMap: true,
  keep_fnames: true,
  keep_classnames: true,
  format: { ascii_only: true, max_line_len: 120 },
};

const isShared = (name) => name === 'core' || name in onDemand;

async function renderChunk(code, chunk, { format }) {
  // Modules get these from CommonJS.
  if (format === 'es' && isShared(chunk.name)) return null;
  const result = await minify(onFirstUse(code, chunk), minifying);
  // Terser cannot escape what stands in a String.raw.
  const stray = /[^\0-\x7F]/.exec(result.code);
  if (stray !== null)
    throw new Error(`Beyond ASCII: ${result.code.slice(stray.index - 40, stray.index + 1)}`);
  return result;
}

/**
 * Has the core load another chunk when it first uses it. Such a chunk is a function of the core, so that it never meets
 * another one: after `jest.resetModules()` there are two.
 */
function onFirstUse(code, { name: chunk }) {
  if (!isShared(chunk)) return code;
  let result = code.replace("var core = require('./core.js');", '');
  const loaders = [];
  for (const name of Object.keys(onDemand)) {
    const variable = name.replace(/-(.)/, (_, letter) => letter.toUpperCase());
    const load = `require('./${name}.js')`;
    loaders.push(`${variable}: () => (loaded.${variable} ??= ${load}(exports, load))`);
    result = result
      .replaceAll(`${variable}.`, `${variable}().`)
      .replace(`var ${variable} = ${load};`, `const ${variable} = load.${variable};`);
  }
  const [start] = /^'use strict';/.exec(result);
  if (chunk === 'core')
    return `${start} const loaded = {}; const load = { ${loaders.join(', ')} };${result.slice(start.length)}`;
  const body = result.slice(start.length);
  return `${start} module.exports = (core, load) => { const exports = {};${body}\nreturn exports; };`;
}

async function load(id) {
  if (id === '#fixtures') return fixtures;
  const { outputText, sourceMapText } = ts.transpileModule(await readFile(id, 'utf8'), {
    compilerOptions,
    fileName: id,
  });
  return {
    code: outputText.replace(/\n\/\/# sourceMappingURL=.*$/, ''),
    map: JSON.parse(sourceMapText),
  };
}

/** Each format gets types of its own: the package scope says what they describe. */
async function placeTypes() {
  for (const format of ['esm', 'cjs']) await cp(types, `${dist}${format}`, { recursive: true });
  await rm(types, { recursive: true });
  await writeFile(
    `${dist}cjs/package.json`,
    '{ "type": "commonjs", "sideEffects": ["./adapters/jest/index.js"] }\n',
  );
}

async function build() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await Promise.all([tsc(), gather()]);
  await placeTypes();
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
