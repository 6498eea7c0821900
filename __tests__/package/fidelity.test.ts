import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const fidelity = readFileSync(join(root, 'docs/fidelity.md'), 'utf8');

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `src/${file.replaceAll('\\', '/')}`);

describe('docs/fidelity.md', () => {
  const diverging = sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('DIVERGES:'));

  it.each(diverging)('lists the divergence that %s marks', (file) => {
    expect(fidelity).toContain(`\`${file}\``);
  });

  it('names no file that marks none', () => {
    const named = [...fidelity.matchAll(/`(src\/[^`]+\.ts)`/g)].map(([, file]) => file);
    expect(named.filter((file) => !diverging.includes(file as string))).toEqual([]);
  });
});
