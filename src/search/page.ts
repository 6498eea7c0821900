import type { Bitset } from './bitset.js';
import type { Column } from './column.js';
import { compareKeys, type Direction, type SortKey, type SortOrder } from './sort-order.js';
import { lowestOf } from './lowest.js';

/** One key of an order over the slots of a view. */
export interface PageSort {
  /** undefined: no document has a value. */
  readonly column: Column | undefined;
  readonly direction: Direction;
  readonly isMissingFirst: boolean;
  /** Order of creation among documents with equal keys; that of the last key counts. */
  readonly ties: Direction;
}

/** The matching slots from `from` on, at most `size`, in order. */
export function pageOf(matching: Bitset, sort: readonly PageSort[], from: number, size: number): number[] {
  const [first, ...others] = sort;
  const end = from + size;
  if (size === 0) return [];
  const page: number[] = [];
  let skipped = 0;
  const take = (slot: number): boolean => {
    if (skipped < from) skipped += 1;
    else page.push(slot);
    return skipped + page.length < end;
  };
  if (first === undefined || (first.column === undefined && others.length === 0)) walk(matching, take);
  else if (others.length === 0) walkSorted(matching, first, take);
  else return lowestOf(matching, end, comparator(sort)).slice(from);
  return page;
}

function walk(slots: Bitset, take: (slot: number) => boolean): boolean {
  for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) if (!take(slot)) return false;
  return true;
}

function walkSorted(matching: Bitset, sort: PageSort, take: (slot: number) => boolean): void {
  const column = sort.column as Column;
  const missing = matching.clone().andNot(column.present);
  if (sort.isMissingFirst && !walk(missing, take)) return;
  let isOpen = true;
  orderOf(column, sort.direction).walk(matching, sort.direction, sort.ties, (slot) => {
    isOpen = take(slot);
    return isOpen;
  });
  if ((isOpen as boolean) && !sort.isMissingFirst) walk(missing, take);
}

function orderOf(column: Column, direction: Direction): SortOrder {
  return column.order(direction === 'asc' ? 'min' : 'max');
}

function comparator(sort: readonly PageSort[]): (left: number, right: number) => number {
  const keys = sort.map(({ column, direction, isMissingFirst }) => {
    const order = column && orderOf(column, direction);
    const sign = direction === 'asc' ? 1 : -1;
    const absent = isMissingFirst ? -1 : 1;
    return (left: number, right: number): number => {
      const one = order?.key(left);
      const other = order?.key(right);
      if (one === undefined || other === undefined) return compareAbsence(one, other) * absent;
      return compareKeys(one, other) * sign;
    };
  });
  const tie = sort.at(-1)?.ties === 'desc' ? -1 : 1;
  return (left, right) => {
    for (const key of keys) {
      const result = key(left, right);
      if (result !== 0) return result;
    }
    return (left - right) * tie;
  };
}

function compareAbsence(left: SortKey | undefined, right: SortKey | undefined): number {
  return Number(left === undefined) - Number(right === undefined);
}
