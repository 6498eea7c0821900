const BRAND = Symbol.for('elasticsearch-connector-fake/ControlError');

/** A request to the control plane that cannot be answered. The message says what was wrong, what was received, what to do. */
export class ControlError extends Error {
  readonly [BRAND] = true;
  readonly status: 400 | 404 | 405;
  /** Extra headers, e.g. `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: 400 | 404 | 405, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'ControlError';
    this.status = status;
    this.headers = headers;
  }
}

export function isControlError(value: unknown): value is ControlError {
  return typeof value === 'object' && value !== null && BRAND in value;
}
