import { asRefusal } from '../errors/elasticsearch-error.js';
import { illegalArgument } from '../errors/request-errors.js';
import { INVALID_SLICE, sliceFieldNotFound, tooManySlices } from '../errors/search-errors.js';
import type { StoredDocument } from '../store/document.js';
import { primaryShards } from '../store/primary-shards.js';
import { readInt } from '../xcontent/coercion.js';
import type { JsonReader } from '../xcontent/json-reader.js';
import { custom, objectParser, optional, string, type FieldKind } from '../xcontent/object-parser.js';
import type { Bitset } from './bitset.js';
import { restrict } from './query/query.js';
import type { SearchView } from './search-view.js';
import { sliceOf } from './slice.js';

/** `slice` of a search: its share of the hits. */
export interface SliceReference {
  readonly field: string | undefined;
  readonly id: number;
  readonly max: number;
}

/** `index.max_slices_per_scroll`, unless set. */
const MOST_SLICES = 1024;

/** ES: `SliceBuilder.fromXContent`. */
export function parseSlice(reader: JsonReader): SliceReference | undefined {
  const read: { id?: number; max?: number } = {};
  const part = (name: 'id' | 'max', least: number, why: string): FieldKind<number> =>
    custom(['VALUE_NUMBER', 'VALUE_STRING'], (at) => {
      const value = readInt(at);
      if (value < least) throw illegalArgument(why);
      read[name] = value;
      if ((read.id ?? -1) >= (read.max ?? Infinity)) throw illegalArgument(INVALID_SLICE.idBeyondMax);
      return value;
    });
  const { field, id, max } = objectParser('slice', {
    field: optional(string()),
    id: optional(part('id', 0, INVALID_SLICE.negativeId)),
    max: optional(part('max', 2, INVALID_SLICE.smallMax)),
  }).parse(reader);
  return id === undefined || max === undefined ? undefined : { field, id, max };
}

/** Leaves the hits of a slice. ES: `SliceBuilder.toFilter`. */
export function restrictToSlice(
  hits: Bitset,
  view: SearchView,
  { id, max, field = '_id' }: SliceReference,
  isPointInTime: boolean,
): void {
  const { index, documents } = view;
  const limit = Number(index.metadata.settings['max_slices_per_scroll'] ?? MOST_SLICES);
  if (max > limit) throw tooManySlices(max, limit);
  // Only within a shard do slices depend on more than the shard.
  if (max > primaryShards(index) && (isPointInTime || field !== '_id')) {
    const kind = isPointInTime ? 'of a point in time' : 'by a field';
    throw asRefusal(sliceFieldNotFound(field), `slices ${kind}`);
  }
  restrict(hits, (slot) => sliceOf(index, documents[slot] as StoredDocument, max) === id);
}
