import { FakeUsageError } from '../errors/fake-usage-error.js';
import { hintAt, shown } from '../testing/scenario/place.js';

/** A control request's body: a JSON object, empty if there was no body. */
export type ControlBody = Readonly<Record<string, unknown>>;

/** @throws FakeUsageError if the text is no JSON object. */
export function parseBody(text: string): ControlBody {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new FakeUsageError(`The body is not JSON: ${(error as Error).message}.`);
  }
  return asObject(value, 'The body');
}

/** @throws FakeUsageError */
export function asObject(value: unknown, what: string): ControlBody {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as ControlBody;
  throw new FakeUsageError(`${what} must be a JSON object: received ${shown(value)}.`);
}

/** @throws FakeUsageError naming the first key that is not known and what it may have meant. */
export function checkKeys(object: ControlBody, known: readonly string[], what: string): void {
  for (const key of Object.keys(object)) {
    if (known.includes(key)) continue;
    const allowed = known.length === 0 ? 'It takes none.' : `Known are: ${known.join(', ')}.`;
    throw new FakeUsageError(`${what} has no [${key}].${hintAt(key, known)} ${allowed}`);
  }
}

/** A member that must be a string if it is there. @throws FakeUsageError */
export function optionalString(object: ControlBody, key: string): string | undefined {
  const value = memberOf(object, key);
  if (value === undefined || typeof value === 'string') return value;
  throw new FakeUsageError(`[${key}] must be a string: received ${shown(value)}.`);
}

/** A member that must be a number if it is there. @throws FakeUsageError */
export function optionalNumber(object: ControlBody, key: string): number | undefined {
  const value = memberOf(object, key);
  if (value === undefined || typeof value === 'number') return value;
  throw new FakeUsageError(`[${key}] must be a number: received ${shown(value)}.`);
}

/** A member of what a client sent, never one of its prototype. */
export function memberOf(object: ControlBody, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
