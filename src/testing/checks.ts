import { FakeUsageError } from '../errors/fake-usage-error.js';
import { isPlainObject } from '../errors/usage-checks.js';
import { hintAt, shown } from './scenario/place.js';

/** What a member may be: in words, and as a test. */
export type Kind = readonly [expected: string, isOne: (value: unknown) => boolean];

/** The members that an object of a tester may have. */
export type Shape = Readonly<Record<string, Kind>>;

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const text: Kind = ['a text that is not empty', isText];
export const count: Kind = ['a whole number, 0 or more', isCount];
export const list: Kind = ['a list', Array.isArray];
export const anything: Kind = ['anything', () => true];

export function oneOf(values: readonly string[]): Kind {
  return [`one of ${values.join(', ')}`, (value) => values.includes(value as string)];
}

export function listOf([expected, isOne]: Kind): Kind {
  return [`a list, each of which is ${expected}`, (value) => Array.isArray(value) && value.every(isOne)];
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

/**
 * Looks an object over before anything is done with it. A member that is undefined counts as absent.
 *
 * @param what how messages name it, e.g. `The fault rule`
 * @param needed members that must be there
 * @throws FakeUsageError for what is no object, a member that nobody reads, a wrong one and a missing one.
 */
export function checkShape(
  value: unknown,
  what: string,
  shape: Shape,
  needed: readonly string[] = [],
): asserts value is Readonly<Record<string, unknown>> {
  const names = Object.keys(shape);
  if (!isPlainObject(value)) {
    throw new FakeUsageError(`${what} must be an object with ${names.join(', ')}: received ${shown(value)}.`);
  }
  for (const [name, member] of Object.entries(value)) {
    const kind = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (kind === undefined) {
      throw new FakeUsageError(
        `${what} has no [${name}].${hintAt(name, names)} There are: ${names.join(', ')}.`,
      );
    }
    if (member !== undefined) checkKind(member, `${what}: [${name}]`, kind);
  }
  for (const name of needed) {
    if (value[name] === undefined) throw new FakeUsageError(`${what} needs a [${name}].`);
  }
}

/** @throws FakeUsageError for a value of another kind. */
export function checkKind(value: unknown, what: string, [expected, isOne]: Kind): void {
  if (!isOne(value)) throw new FakeUsageError(`${what} must be ${expected}: received ${shown(value)}.`);
}
