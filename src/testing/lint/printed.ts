import type { JsonValue } from '../../xcontent/json.js';
import { shown } from '../scenario/place.js';

/** A value in a message: text in Elasticsearch's brackets, anything else as JSON. */
export function printed(value: JsonValue | undefined): string {
  if (value === undefined) return '(absent)';
  return typeof value === 'string' ? `[${value}]` : shown(value);
}
