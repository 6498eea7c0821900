import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fixturesFolder } from '#fixtures';

/** The file of a shipped scenario; undefined if there is none of that name. */
export function shippedFile(name: string): string | undefined {
  const file = join(fixturesFolder(), `${name}.json`);
  return existsSync(file) ? file : undefined;
}

/** The names of all shipped scenarios, sorted. */
export function shippedNames(): string[] {
  return readdirSync(fixturesFolder())
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}
