import { FakeUsageError } from './fake-usage-error.js';

/** An object as one writes it down: no list, Date, Map or Promise. Of any realm: jest's sandbox has an Object of its own. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * @param what reads on with `takes a function`
 * @throws FakeUsageError for what cannot be called.
 */
export function requireFunction(value: unknown, what: string, example: string): void {
  if (typeof value === 'function') return;
  const received = value === null ? 'null' : typeof value;
  throw new FakeUsageError(`${what} takes a function such as ${example}: received ${received}.`);
}
