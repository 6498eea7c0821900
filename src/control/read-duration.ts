import { checkDuration, type ClockDuration } from '../clock/advance-by.js';
import { parseTimeValue } from '../clock/duration.js';
import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { shown } from '../testing/scenario/place.js';
import type { JsonValue } from '../xcontent/json.js';
import { ControlError } from './control-error.js';

/**
 * A duration as JSON has it: `{"minutes":5}`, `"5m"` or milliseconds.
 *
 * @param name of the field, for messages
 * @throws ControlError 400, FakeUsageError if it is none, or negative.
 */
export function readDuration(value: JsonValue | undefined, name: string): ClockDuration | number {
  const duration = (typeof value === 'string' ? timeValue(value, name) : value) as ClockDuration | number;
  checkDuration(duration);
  return duration;
}

function timeValue(text: string, name: string): number {
  try {
    return parseTimeValue(text, name);
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    throw new ControlError(
      400,
      `[${name}] must be a duration such as {"minutes":5}, "5m" or 300000: received ${shown(text)}.`,
    );
  }
}
