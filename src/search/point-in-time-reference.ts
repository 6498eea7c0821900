import { parseTimeValue } from '../clock/duration.js';
import { pointInTimeIdMissing } from '../errors/search-errors.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import { objectParser, optional, string } from '../xcontent/object-parser.js';

/** `pit` of a search. */
export interface PointInTimeReference {
  readonly id: string;
  /** Milliseconds; undefined keeps what was set before. */
  readonly keepAlive: number | undefined;
}

const parser = objectParser('point_in_time', { id: optional(string()), keep_alive: optional(string()) });

/** ES: `PointInTimeBuilder.fromXContent`. */
export function parsePointInTime(reader: JsonReader): PointInTimeReference {
  const { id, keep_alive: keepAlive } = parser.parse(reader);
  if (id === undefined) throw pointInTimeIdMissing();
  return { id, keepAlive: keepAlive === undefined ? undefined : parseTimeValue(keepAlive, 'keep_alive') };
}
