import { FakeUsageError } from '../../errors/fake-usage-error.js';
import { isPlainObject } from '../../errors/usage-checks.js';
import { suggestionsFor } from '../../xcontent/suggestions.js';

export type Section = 'connectors' | 'sync_jobs' | 'documents' | 'indices';

/** Where an entry stands: which fixture, and where in it. */
export interface Place {
  /** As a message names the fixture: `scenario "idle"`, a file, `scenario object`. */
  readonly label: string;
  /** Undefined for an entry that came from a builder. */
  readonly section?: Section;
  readonly at?: number;
  /** Within the entry; empty for the entry itself. */
  readonly path?: string;
}

/** `sync_jobs[0].status in scenario "idle"` */
function describePlace({ label, section, at, path: base }: Place, path: string): string {
  const entry = section === undefined ? undefined : at === undefined ? section : `${section}[${at}]`;
  const whole = [entry, base, path].filter((part) => part !== undefined && part !== '').join('.');
  return whole === '' ? label : `${whole} in ${label}`;
}

/** A mistake in a fixture. The problem reads on from the name of the place: `is missing`. */
export function mistake(place: Place, path: string, problem: string): FakeUsageError {
  return new FakeUsageError(`${describePlace(place, path)} ${problem}`);
}

/** A mistake whose value is the wrong one. */
export function wrongValue(place: Place, path: string, expected: string, received: unknown): FakeUsageError {
  return mistake(place, path, `must be ${expected}: received ${shown(received)}.`);
}

/** A key that nothing knows. */
export function unknownKey(
  place: Place,
  path: string,
  what: string,
  key: string,
  known: Iterable<string>,
): FakeUsageError {
  const names = [...known];
  return mistake(
    place,
    path,
    `is not a field of ${what}.${hintAt(key, names)} Fields are: ${names.join(', ')}.`,
  );
}

/** ` Did you mean "status"?`, or nothing. Case does not count, and a beginning will do. */
export function hintAt(received: string, candidates: readonly string[]): string {
  const lower = received.toLowerCase();
  const [similar] = suggestionsFor(lower, candidates);
  const best = similar ?? candidates.find((name) => lower.length > 2 && name.startsWith(lower));
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

const LONGEST = 80;

/** A value as a message shows it, cut where it gets long. */
export function shown(value: unknown): string {
  const text = textOf(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'number') return String(value);
  try {
    const json = JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'bigint' ? String(member) : member,
    );
    // JSON makes {} of a Map, a Promise, a RegExp.
    return json === '{}' && !isPlainObject(value) ? Object.prototype.toString.call(value) : json;
  } catch {
    return 'an object that is not JSON';
  }
}
