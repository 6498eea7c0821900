import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { FakeUsageError } from '../errors/fake-usage-error.js';
import { fromMicros, toMicros, type Instant } from './instant.js';
import { parseDate, toInstant } from './parse-date.js';

/**
 * An instant as a tester writes it: an ISO date (UTC unless it has a zone), epoch milliseconds or a Date.
 *
 * @throws FakeUsageError if it is none of these
 */
export function readInstant(value: unknown): Instant {
  if (typeof value === 'number') return checked(value, value);
  if (typeof value === 'string') return readText(value);
  if (
    typeof value === 'object' &&
    value !== null &&
    'getTime' in value &&
    typeof value.getTime === 'function'
  ) {
    return checked((value as { getTime(): unknown }).getTime(), value);
  }
  throw notAnInstant(value);
}

function readText(text: string): Instant {
  try {
    return toInstant(parseDate(text, 'strict_date_optional_time'));
  } catch (error) {
    if (isElasticsearchError(error)) throw notAnInstant(text);
    throw error;
  }
}

function checked(value: unknown, received: unknown): Instant {
  if (typeof value === 'number' && Math.abs(value) <= 8.64e15) return fromMicros(toMicros(value));
  throw notAnInstant(received);
}

function notAnInstant(received: unknown): FakeUsageError {
  const shown = typeof received === 'string' ? `'${received}'` : String(received);
  return new FakeUsageError(
    `An instant is an ISO date such as '2024-06-01T12:00:00Z', epoch milliseconds or a Date: received ${shown}.`,
  );
}
