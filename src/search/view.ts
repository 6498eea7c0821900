import type { MappedObject } from '../store/mapping-fields.js';
import type { JsonObject } from '../xcontent/json.js';
import type { Index } from '../store/store-index.js';
import type { Bitset } from './bitset.js';
import type { Column } from './column.js';

/** What a query runs against: the documents of an index, or the nested objects under one path of theirs. */
export interface View {
  readonly index: Index;
  /** Slots that hold something. */
  readonly live: Bitset;
  /** Path of the nested objects; empty for whole documents. */
  readonly path: string;
  source(slot: number): JsonObject | undefined;
  /** The values of a mapped field; undefined if the mapping does not know the path. */
  column(path: string): Column | undefined;
  /** Paths of all mapped fields. */
  fieldPaths(): readonly string[];
  object(path: string): MappedObject | undefined;
  /** The slot of a document by its id, or -1. */
  slotOf(id: string): number;
  id(slot: number): string | undefined;
  /** The objects that a nested mapping splits off, with the slot of the document that each belongs to. */
  nested(path: string): { readonly view: View; readonly parents: readonly number[] };
}
