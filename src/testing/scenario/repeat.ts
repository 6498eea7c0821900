import { mistake, wrongValue } from './place.js';
import type { RawEntry } from './read-scenario.js';

/** More would fill the memory before the load is through. */
const MOST = 1_000_000;

/** The entries that an entry with `repeat` stands for; itself without it. */
export function* repeated({ place, entry }: RawEntry): Generator<RawEntry> {
  const { repeat, ...rest } = entry as { readonly repeat?: unknown; readonly id?: unknown };
  if (repeat === undefined) {
    yield { place, entry: rest };
    return;
  }
  if (typeof repeat !== 'number' || !Number.isInteger(repeat) || repeat < 1 || repeat > MOST) {
    throw wrongValue(place, 'repeat', `a whole number from 1 to ${MOST}`, repeat);
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
