import { formatInstant } from '../../clock/format-instant.js';
import { toMicros, type Instant } from '../../clock/instant.js';
import { readInstant } from '../../clock/read-instant.js';
import { isFakeUsageError } from '../../errors/fake-usage-error.js';
import { originOf } from '../origins.js';
import { contextOf, hint, paragraphs, printExpected, printReceived } from './context.js';
import type { MatcherResult, MatcherThis } from './context.js';
import { timeline } from './evidence.js';
import { receivedDocument } from './received.js';

/**
 * The sync job or connector gave its last sign of life (`last_seen`) at that instant.
 * @param instant ISO date (UTC unless it has a zone), epoch milliseconds or Date
 * @example expect(es.syncJob('my-connector-sync-job-id')).toHaveBeenSeenAt('2024-06-01T12:05:00Z');
 */
export function toHaveBeenSeenAt(
  this: MatcherThis,
  received: unknown,
  instant: string | number | { getTime(): number },
): MatcherResult {
  const context = contextOf(this);
  const at = readInstant(instant);
  const call = { context, name: 'toHaveBeenSeenAt', expected: printExpected(context, formatInstant(at)) };
  const document = receivedDocument(call, received);
  const seen = instantIn(document['last_seen']);
  return {
    pass: seen !== undefined && toMicros(seen) === toMicros(at),
    message: () =>
      paragraphs(
        hint(context, call.name, 'document', call.expected),
        `Expected last_seen: ${context?.isNot === true ? 'not ' : ''}${call.expected}\n` +
          `Received last_seen: ${printReceived(context, document['last_seen'])}${distance(seen, at)}`,
        timeline(originOf(document)),
      ),
  };
}

function instantIn(value: unknown): Instant | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  try {
    return readInstant(value);
  } catch (error) {
    if (isFakeUsageError(error)) return undefined;
    throw error;
  }
}

function distance(seen: Instant | undefined, at: Instant): string {
  if (seen === undefined || toMicros(seen) === toMicros(at)) return '';
  const micros = toMicros(seen) - toMicros(at);
  return `, ${Math.abs(micros) / 1_000_000} s ${micros < 0 ? 'before' : 'after'}`;
}
