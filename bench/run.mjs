// npm run bench [-- section …]: every section in a process of its own, one after the other.
import { spawnSync } from 'node:child_process';

const sections = ['handle', 'client', 'express', 'nock', 'start', 'scale', 'search', 'bulk'];
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !sections.includes(name));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${sections.join(', ')}.`);
  process.exit(1);
}
console.log(`Node ${process.version}. Medians over rounds in which the cases take turns.`);
for (const name of chosen.length > 0 ? chosen : sections) {
  const { status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8192', `${import.meta.dirname}/${name}.mjs`],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
