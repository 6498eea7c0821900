import type { Bitset } from './bitset.js';
import type { Column } from './column.js';
import { lowestOf } from './lowest.js';
import { compareKeys, type Direction, type SortKey, type SortOrder } from './sort-order.js';

/** One key of an order over the slots of a view. */
export interface PageSort {
  /** Key of a slot; undefined without a value and without a replacement for it. */
  readonly key: (slot: number) => SortKey | undefined;
  readonly direction: Direction;
  /** 1 if a missing key comes last, -1 if it comes first. */
  readonly missingSign: 1 | -1;
  /** Set where a page may be read straight off a column's order. */
  readonly ordered: { readonly order: SortOrder; readonly column: Column } | undefined;
}

export type SortKeys = readonly (SortKey | undefined)[];

/** The order of the last writes. */
export interface WriteOrder {
  readonly numberOf: (slot: number) => number;
  /** Slots that are not in that order. */
  readonly rewritten: Bitset;
}

export interface Page {
  readonly from: number;
  readonly size: number;
  /** What documents with equal keys are ordered by; `newest`: the last created one first. @default their slots */
  readonly ties?: WriteOrder | 'newest' | undefined;
  /** Only what comes after these keys. */
  readonly after?: SortKeys | undefined;
}

/** What a heap takes for one match, in steps of a walk. */
const HEAP_COST = 4;

/** The matching slots of a page, in order. */
export function pageOf(matching: Bitset, sorts: readonly PageSort[], page: Page): number[] {
  const { from, size, ties, after } = page;
  if (size === 0) return [];
  if (typeof ties === 'object') return mergedPage(matching, sorts, page, ties);
  const [first, ...others] = sorts;
  const taken = new Taken(from, size);
  if (first === undefined && ties === undefined) {
    walk(matching, taken.take);
    return taken.slots;
  }
  if (
    isOrdered(first) &&
    others.length === 0 &&
    after === undefined &&
    isWalkable(first.ordered.order, matching, from + size)
  ) {
    walkSorted(matching, first, ties === 'newest' ? 'desc' : 'asc', taken.take);
    return taken.slots;
  }
  return lowestOf(matching, from + size, comparator(sorts, ties), comesAfter(after, sorts)).slice(from);
}

/** Compares two documents by their keys; ties are left to the caller. */
export function compareSortKeys(left: SortKeys, right: SortKeys, sorts: readonly PageSort[]): number {
  for (let at = 0; at < sorts.length; at += 1) {
    const result = compareBy(sorts[at] as PageSort, left[at], right[at]);
    if (result !== 0) return result;
  }
  return 0;
}

class Taken {
  readonly slots: number[] = [];
  #toSkip: number;
  readonly #size: number;

  constructor(from: number, size: number) {
    this.#toSkip = from;
    this.#size = size;
  }

  get isFull(): boolean {
    return this.slots.length >= this.#size;
  }

  readonly take = (slot: number): boolean => {
    if (this.#toSkip > 0) this.#toSkip -= 1;
    else this.slots.push(slot);
    return !this.isFull;
  };
}

/** A walk along a ranking meets matches by chance, a heap looks at each of them: the shorter way is taken. */
function isWalkable(order: SortOrder, matching: Bitset, end: number): boolean {
  if (order.isMonotone) return true;
  const count = matching.count();
  return end * order.length < HEAP_COST * count * count;
}

/** What was written again is in the order of the writes; the slots of all others are. */
function mergedPage(matching: Bitset, sorts: readonly PageSort[], page: Page, order: WriteOrder): number[] {
  const { from, size, after } = page;
  const end = from + size;
  const kept = pageOf(matching.clone().andNot(order.rewritten), sorts, { from: 0, size: end, after });
  const compare = comparator(sorts, order);
  const moved = lowestOf(matching.clone().and(order.rewritten), end, compare, comesAfter(after, sorts));
  return [...kept, ...moved].sort(compare).slice(from, end);
}

/** Takes a slot; false once it wants no more. */
type Visit = (slot: number) => boolean;

function walk(slots: Bitset, visit: Visit): void {
  for (let slot = slots.next(0); slot !== -1 && visit(slot); slot = slots.next(slot + 1));
}

interface WalkableSort extends PageSort {
  readonly ordered: { readonly order: SortOrder; readonly column: Column };
}

function isOrdered(sort: PageSort | undefined): sort is WalkableSort {
  return sort?.ordered !== undefined;
}

function walkSorted(matching: Bitset, sort: WalkableSort, ties: Direction, visit: Visit): void {
  const { order, column } = sort.ordered;
  const missing = matching.clone().andNot(column.present);
  const last: { wantsMore: boolean } = { wantsMore: true };
  const next: Visit = (slot) => (last.wantsMore = visit(slot));
  if (sort.missingSign < 0) walk(missing, next);
  if (last.wantsMore) order.walk(matching, sort.direction, ties, next);
  if (last.wantsMore && sort.missingSign > 0) walk(missing, next);
}

function comparator(sorts: readonly PageSort[], ties: Page['ties']): (left: number, right: number) => number {
  return (left, right) => {
    for (const sort of sorts) {
      const result = compareBy(sort, sort.key(left), sort.key(right));
      if (result !== 0) return result;
    }
    if (ties === undefined) return left - right;
    return ties === 'newest' ? right - left : ties.numberOf(left) - ties.numberOf(right);
  };
}

function comesAfter(
  after: SortKeys | undefined,
  sorts: readonly PageSort[],
): ((slot: number) => boolean) | undefined {
  return after && ((slot) => compareSlotTo(slot, after, sorts) > 0);
}

function compareSlotTo(slot: number, keys: SortKeys, sorts: readonly PageSort[]): number {
  for (let at = 0; at < sorts.length; at += 1) {
    const sort = sorts[at] as PageSort;
    const result = compareBy(sort, sort.key(slot), keys[at]);
    if (result !== 0) return result;
  }
  return 0;
}

function compareBy(sort: PageSort, left: SortKey | undefined, right: SortKey | undefined): number {
  if (left !== undefined && right !== undefined) {
    return sort.direction === 'asc' ? compareKeys(left, right) : compareKeys(right, left);
  }
  return (Number(left === undefined) - Number(right === undefined)) * sort.missingSign;
}
