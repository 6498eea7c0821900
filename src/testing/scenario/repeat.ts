import { mistake, wrongValue } from './place.js';
import type { RawEntry } from './read-scenario.js';

/** The entries that an entry with `repeat` stands for; itself without it. */
export function* repeated(raw: RawEntry): Generator<RawEntry> {
  const { entry, place } = raw;
  const { repeat, ...rest } = entry as { readonly repeat?: unknown; readonly id?: unknown };
  if (repeat === undefined) {
    yield raw;
    return;
  }
  if (typeof repeat !== 'number' || !Number.isInteger(repeat) || repeat < 1) {
    throw wrongValue(place, 'repeat', 'a whole number, 1 or more', repeat);
  }
  if (typeof rest.id !== 'string' || !rest.id.includes('{n}')) {
    throw mistake(place, 'id', 'must contain {n}, which counts the repeated entries: "job-{n}".');
  }
  const members = Object.entries<unknown>(rest);
  for (let n = 1; n <= repeat; n += 1) {
    yield { place, entry: Object.fromEntries(members.map(([key, value]) => [key, numbered(value, n)])) };
  }
}

function numbered(value: unknown, n: number): unknown {
  return typeof value === 'string' ? value.replaceAll('{n}', String(n)) : value;
}
