import { parseDateMath } from '../../clock/date-math.js';
import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import { reprintDate } from '../../clock/parse-date.js';
import { readInstant } from '../../clock/read-instant.js';
import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { isFakeUsageError } from '../../errors/fake-usage-error.js';

/**
 * A fixture's date as the Connector API would have stored it; undefined if it is no date.
 * @param now what `now` means
 */
export function printFixtureDate(value: unknown, now: Instant): string | undefined {
  try {
    if (typeof value !== 'string') return formatInstant(readInstant(value));
    if (value.startsWith('now') || value.includes('||')) return formatInstant(readMath(value, now));
    return reprint(value);
  } catch (error) {
    if (isElasticsearchError(error) || isFakeUsageError(error)) return undefined;
    throw error;
  }
}

/** Date math gives whole milliseconds; a clock that stands between two keeps its place unless the math rounds. */
function readMath(text: string, now: Instant): Instant {
  const ms = parseDateMath(text, now, { roundUp: false });
  return text.startsWith('now') && !text.includes('/') ? ms + (now - Math.floor(now)) : ms;
}

/** Keeps nine digits where the text has them; a date without a time is midnight in UTC. */
function reprint(text: string): string {
  try {
    return reprintDate(text);
  } catch (error) {
    if (isElasticsearchError(error)) return formatInstant(readInstant(text));
    throw error;
  }
}
