const BRAND = Symbol.for('elasticsearch-connector-fake/FakeUsageError');

/**
 * The tester used the fake wrongly: an unknown fixture name, an instant that does not exist, a clock that would
 * run backwards. It never stands for an answer of Elasticsearch. The message says what was wrong, what was
 * received and what to do.
 */
export class FakeUsageError extends Error {
  readonly [BRAND] = true;

  constructor(message: string) {
    super(message);
    this.name = 'FakeUsageError';
  }
}

/** Tells a {@link FakeUsageError} of any copy of this package, ESM or CommonJS, from other values. */
export function isFakeUsageError(value: unknown): value is FakeUsageError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
