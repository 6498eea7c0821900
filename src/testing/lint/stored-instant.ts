import type { Instant } from '../../clock/instant.js';
import { parseDate, toInstant } from '../../clock/parse-date.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import type { JsonValue } from '../../xcontent/json.js';

/** The instant of a stored date, as a `date` field reads it; undefined if there is none or it is none. */
export function storedInstant(value: JsonValue | undefined): Instant | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  try {
    return toInstant(parseDate(String(value)));
  } catch (error) {
    if (isElasticsearchError(error)) return undefined;
    throw error;
  }
}
