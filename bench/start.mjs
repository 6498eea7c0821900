// Times of fresh processes: import, first answer, server ready.
import { execFileSync } from 'node:child_process';
import { heading, inMilliseconds, report, takeTurns } from './measure.mjs';

/** Milliseconds that a module takes from its first line to the call of `done`. */
function inFreshProcess(code) {
  const script = `const start = performance.now(); const done = () => { process.stdout.write(String(performance.now() - start)); process.exit(); };\n${code}`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
  });
  return Number(output);
}

const claim = `{ method: 'GET', rawPath: '/', rawQuery: '', headers: {}, bodyText: '' }`;
const cases = {
  'import .': `await import('elasticsearch-connector-fake'); done();`,
  'import express': `await import('express'); done();`,
  'require .': `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url + '/../x');
    require('elasticsearch-connector-fake'); done();`,
  'require express': `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url + '/../x');
    require('express'); done();`,
  'first answer': `const { createFakeElasticsearch } = await import('elasticsearch-connector-fake');
    createFakeElasticsearch({ fixtures: ['pending-full-sync'] }).handle(${claim}); done();`,
  'server ready': `const [{ createFakeElasticsearch }, { startServer }] = await Promise.all([import('elasticsearch-connector-fake'), import('elasticsearch-connector-fake/express')]);
    await startServer(createFakeElasticsearch()); done();`,
  'bare server ready': `const { default: express } = await import('express'); const app = express(); app.use(express.json());
    app.get('/', (request, response) => response.json({})); app.listen(0, '127.0.0.1', done);`,
  'import client adapter': `await import('elasticsearch-connector-fake/client'); done();`,
  'import client': `await import('@elastic/elasticsearch'); done();`,
};
const medians = await takeTurns(
  Object.fromEntries(Object.entries(cases).map(([name, code]) => [name, () => inFreshProcess(code)])),
  { rounds: 9, warmUps: 1 },
);
const line = (what, ours, other, bar) =>
  report(
    what,
    inMilliseconds(medians[ours]),
    inMilliseconds(medians[other]),
    medians[other] / medians[ours],
    bar,
  );

heading('A fresh process', 'fake', 'other');
line('  import of the package / of Express', 'import .', 'import express', 2);
line('  require of the package / of Express', 'require .', 'require express', 2);
report('  import to first answer, one fixture loaded', inMilliseconds(medians['first answer']), '');
line('  import to server ready / of a bare Express server', 'server ready', 'bare server ready', 0.5);
line('  import of /client / of the client alone', 'import client adapter', 'import client');
