import { checkDuration, type ClockDuration } from '../clock/advance-by.js';
import { parseTimeValue } from '../clock/duration.js';
import type { JsonValue } from '../xcontent/json.js';

/**
 * A duration as JSON has it: `{"minutes":5}`, `"5m"` or milliseconds.
 *
 * @param name of the field, for messages
 * @throws FakeUsageError, ElasticsearchError if it is none, or negative.
 */
export function readDuration(value: JsonValue | undefined, name: string): ClockDuration | number {
  const duration = (typeof value === 'string' ? parseTimeValue(value, name) : value) as
    ClockDuration | number;
  checkDuration(duration);
  return duration;
}
