import { FakeUsageError } from '../errors/fake-usage-error.js';
import { hintAt, shown } from '../testing/scenario/place.js';

/**
 * What adapters are given to talk to. A mistake here would show only when the first request fails.
 *
 * @param call how messages name the function, e.g. `startServer`
 * @throws FakeUsageError
 */
export function checkTarget(call: string, target: unknown): void {
  if (typeof (target as { exchange?: unknown } | null | undefined)?.exchange === 'function') return;
  throw new FakeUsageError(
    `${call}() takes a fake first: received ${shown(target)}. Give it what createFakeElasticsearch() returns.`,
  );
}

/**
 * Options with no key that nobody reads.
 * @throws FakeUsageError
 */
export function checkKeys(call: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null) {
    throw new FakeUsageError(
      `The options of ${call}() must be an object with ${known.join(', ')}: received ${shown(options)}.`,
    );
  }
  const stranger = Object.keys(options).find((key) => !known.includes(key));
  if (stranger === undefined) return;
  throw new FakeUsageError(
    `[${stranger}] is no option of ${call}().${hintAt(stranger, known)} Options are: ${known.join(', ')}.`,
  );
}

/** The error for an option that has the wrong value. */
export function wrongOption(call: string, name: string, expected: string, received: unknown): FakeUsageError {
  return new FakeUsageError(`[${name}] of ${call}() must be ${expected}: received ${shown(received)}.`);
}
