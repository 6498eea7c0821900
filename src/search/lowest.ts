import type { Bitset } from './bitset.js';

/** The `size` lowest slots by an order, sorted: a bounded heap, so that a page of many matches stays cheap. */
export function lowestOf(
  slots: Bitset,
  size: number,
  compare: (left: number, right: number) => number,
  isWanted?: (slot: number) => boolean,
): number[] {
  const heap: number[] = [];
  for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) {
    if (isWanted !== undefined && !isWanted(slot)) continue;
    if (heap.length < size) {
      heap.push(slot);
      if (heap.length === size) heapify(heap, compare);
    } else if (size > 0 && compare(slot, heap[0] as number) < 0) {
      heap[0] = slot;
      sink(heap, 0, compare);
    }
  }
  return heap.sort(compare);
}

function heapify(heap: number[], compare: (left: number, right: number) => number): void {
  for (let at = (heap.length >>> 1) - 1; at >= 0; at -= 1) sink(heap, at, compare);
}

/** Lets an element down until no child is higher: the highest stands on top. */
function sink(heap: number[], from: number, compare: (left: number, right: number) => number): void {
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) return;
    const right = left + 1;
    const isRightHigher = right < heap.length && compare(heap[right] as number, heap[left] as number) > 0;
    const child = isRightHigher ? right : left;
    if (compare(heap[child] as number, heap[at] as number) <= 0) return;
    const moved = heap[at] as number;
    heap[at] = heap[child] as number;
    heap[child] = moved;
    at = child;
  }
}
