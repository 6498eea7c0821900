import type { Instant } from '../clock/instant.js';
import type { StoredDocument } from '../store/document.js';
import type { Index } from '../store/store-index.js';
import { Bitset } from './bitset.js';
import type { Scalar } from './field-values.js';
import { matchingSlots, type Query } from './query/query.js';
import { pageOf, type PageSort } from './page.js';
import type { Column } from './column.js';
import { searchable, type RefreshMode, type SearchView } from './search-view.js';
import type { Direction } from './sort-order.js';

export { checkWindow } from './window.js';

/** A total above this is not counted, as in a search without `track_total_hits`. */
export const COUNTED_HITS = 10_000;

/** `[path, values]`: the field has one of the values. */
export type TermsFilter = readonly [path: string, values: readonly Scalar[]];

export interface FindRequest {
  readonly filters?: readonly TermsFilter[];
  readonly mustNot?: readonly TermsFilter[];
  /** What else they must match, e.g. a `patternQuery`. */
  readonly query?: Query | undefined;
  readonly sort?: readonly { readonly field: string; readonly order: Direction }[];
  readonly from: number;
  readonly size: number;
}

export interface SearchContext {
  readonly now: Instant;
  readonly refreshMode: RefreshMode;
  /** Id of the node, as shard failures name it. */
  readonly node?: string | undefined;
  /** Whether `integer`, `short` and `byte` are sorted as 32-bit integers instead of longs. */
  readonly hasIntegerSorts?: boolean;
}

/**
 * The documents that match term filters, for the API's own lists.
 * DIVERGES: under a clock that stands still, many documents share a `created_at`; descending order then goes on
 * with the newest creation first. All other ties are in the order of the last write.
 */
export function findDocuments(
  index: Index,
  request: FindRequest,
  context: SearchContext,
): { total: number; documents: StoredDocument[] } {
  const view = searchable(index, context.now, context.refreshMode);
  const { query } = request;
  const matching = query ? matchingSlots(query.compile({ view, now: context.now }), view) : view.live.clone();
  for (const filter of request.filters ?? []) matching.and(slotsOf(view, filter));
  for (const filter of request.mustNot ?? []) matching.andNot(slotsOf(view, filter));
  const sorts = (request.sort ?? []).map(({ field, order }) => sortBy(view.column(field), order));
  const [first] = request.sort ?? [];
  const ties = first?.field === 'created_at' && first.order === 'desc' ? 'newest' : view.writeOrder;
  const slots = pageOf(matching, sorts, { from: request.from, size: request.size, ties });
  return {
    total: Math.min(matching.count(), COUNTED_HITS),
    documents: slots.map((slot) => view.documents[slot] as StoredDocument),
  };
}

function sortBy(column: Column | undefined, direction: Direction): PageSort {
  const order = column?.order(direction === 'asc' ? 'min' : 'max');
  return {
    key: (slot) => order?.key(slot),
    direction,
    missingSign: 1,
    ordered: column && order && { column, order },
  };
}

function slotsOf(view: SearchView, [path, values]: TermsFilter): Bitset {
  const slots = new Bitset();
  const column = view.column(path);
  if (column === undefined) return slots;
  for (const value of values) slots.or(column.slotsOf(value));
  return slots;
}
