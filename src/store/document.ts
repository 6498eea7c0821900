import type { Instant } from '../clock/instant.js';
import type { JsonObject, JsonValue } from '../xcontent/json.js';

/** A document of an index. A write replaces it; whoever hands it to a tester freezes it first. */
export interface StoredDocument {
  readonly deleted: false;
  readonly id: string;
  readonly source: JsonObject;
  readonly version: number;
  readonly seqNo: number;
  readonly primaryTerm: number;
  readonly routing: string | undefined;
  /** Order of creation within the index; an update keeps it. */
  readonly ordinal: number;
}

/** What a delete leaves behind for `index.gc_deletes`, so that versions go on counting. Source: rest-layer B.2. */
export interface Tombstone {
  readonly deleted: true;
  readonly id: string;
  readonly version: number;
  readonly seqNo: number;
  readonly primaryTerm: number;
  readonly at: Instant;
}

export type Entry = StoredDocument | Tombstone;

/** Freezes a JSON value deeply, in place, and returns it. Stops at what is frozen already. */
export function deepFreeze<T extends JsonValue>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value as JsonObject)) {
    if (typeof member === 'object' && member !== null) deepFreeze(member);
  }
  return value;
}
