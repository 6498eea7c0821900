// Brings the Node 22 and the nock 15 that some tests need, once, from their own lock file.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../__tests__/node22', import.meta.url));

if (!existsSync(`${folder}/node_modules/node/bin/node`) || !existsSync(`${folder}/node_modules/nock`)) {
  console.log('Installing Node 22 and nock 15 for the tests (once)…');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = npm.status ?? 1;
}
