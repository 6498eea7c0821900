import { Bitset } from './bitset.js';

/** What slots are ordered by. Booleans are 0 and 1. */
export type SortKey = number | bigint | string;
export type Direction = 'asc' | 'desc';

export function compareKeys(left: SortKey, right: SortKey): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The slots of a view in the order of one field. Usually documents arrive in that order (`created_at`): then the
 * slot numbers themselves are the order and a page is read straight off a bitset. Otherwise the slots are ranked,
 * and changes are merged into the ranking when it is next read.
 */
export class SortOrder {
  /** Key of each slot; a slot without a value repeats the key of its neighbour, so that the row stays sorted. */
  readonly #keys: SortKey[] = [];
  readonly #filled = new Bitset();
  #isMonotone = true;
  #ranked: number[] | undefined;
  readonly #changed = new Set<number>();
  readonly #filler: SortKey;

  /** @param filler key of slots that come before any value: lower than all keys, and comparable with them */
  constructor(filler: SortKey) {
    this.#filler = filler;
  }

  key(slot: number): SortKey | undefined {
    return this.#filled.has(slot) ? this.#keys[slot] : undefined;
  }

  update(slot: number, key: SortKey | undefined): void {
    if (key === undefined) this.#filled.clear(slot);
    else this.#filled.set(slot);
    this.#extend(slot);
    if (key === undefined || this.#keys[slot] === key) return;
    this.#keys[slot] = key;
    if (this.#isMonotone) this.#isMonotone = this.#fits(slot, key);
    if (this.#ranked !== undefined) this.#changed.add(slot);
  }

  /**
   * Visits matching slots that have a value, in order, until `visit` returns false.
   * @param ties order of the slot numbers among equal keys
   */
  walk(matching: Bitset, direction: Direction, ties: Direction, visit: (slot: number) => boolean): void {
    const slots = matching.clone().and(this.#filled);
    if (!this.#isMonotone && this.#ranked === undefined) this.#isMonotone = this.#smooth();
    if (this.#isMonotone) this.#walkSlots(slots, direction, ties, visit);
    else this.#walkRanking(slots, direction, ties, visit);
  }

  /** Whether a page costs only its own length. */
  get isMonotone(): boolean {
    return this.#isMonotone;
  }

  get length(): number {
    return this.#keys.length;
  }

  #extend(slot: number): void {
    const keys = this.#keys;
    while (keys.length <= slot) {
      if (this.#ranked !== undefined) this.#changed.add(keys.length);
      keys.push(keys.at(-1) ?? this.#filler);
    }
  }

  /** Lets slots without a value repeat their neighbour again; false if the others are out of order. */
  #smooth(): boolean {
    let last = this.#filler;
    for (let slot = 0; slot < this.#keys.length; slot += 1) {
      if (!this.#filled.has(slot)) this.#keys[slot] = last;
      const key = this.#keys[slot] as SortKey;
      if (key < last) return false;
      last = key;
    }
    return true;
  }

  #fits(slot: number, key: SortKey): boolean {
    const left = this.#keys[slot - 1];
    const right = this.#keys[slot + 1];
    return (left === undefined || left <= key) && (right === undefined || key <= right);
  }

  #walkSlots(slots: Bitset, direction: Direction, ties: Direction, visit: (slot: number) => boolean): void {
    if (direction === 'asc') {
      for (let slot = slots.next(0); slot !== -1; slot = slots.next(slot + 1)) if (!visit(slot)) return;
      return;
    }
    for (let slot = slots.previous(this.#keys.length - 1); slot !== -1;) {
      const start = ties === 'asc' ? this.#firstOf(slot) : slot;
      for (let at = slots.next(start); at !== -1 && at <= slot; at = slots.next(at + 1))
        if (!visit(at)) return;
      slot = slots.previous(start - 1);
    }
  }

  /** The first slot of the run of equal keys that ends at a slot. */
  #firstOf(slot: number): number {
    const key = this.#keys[slot] as SortKey;
    let low = 0;
    let high = slot;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] as SortKey) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #walkRanking(slots: Bitset, direction: Direction, ties: Direction, visit: (slot: number) => boolean): void {
    const ranked = this.#ranking();
    const keys = this.#keys;
    if (direction === 'asc') {
      for (const slot of ranked) if (slots.has(slot) && !visit(slot)) return;
      return;
    }
    for (let end = ranked.length - 1; end >= 0;) {
      let start = end;
      const key = keys[ranked[end] as number];
      if (ties === 'asc') while (start > 0 && keys[ranked[start - 1] as number] === key) start -= 1;
      for (let at = start; at <= end; at += 1) {
        const slot = ranked[at] as number;
        if (slots.has(slot) && !visit(slot)) return;
      }
      end = start - 1;
    }
  }

  #ranking(): number[] {
    const compare = (left: number, right: number): number =>
      compareKeys(this.#keys[left] as SortKey, this.#keys[right] as SortKey) || left - right;
    if (this.#ranked === undefined) {
      this.#ranked = this.#keys.map((_, slot) => slot).sort(compare);
    } else if (this.#changed.size > 0) {
      const kept = this.#ranked.filter((slot) => !this.#changed.has(slot));
      this.#ranked = merge(kept, [...this.#changed].sort(compare), compare);
    }
    this.#changed.clear();
    return this.#ranked;
  }
}

function merge(
  left: readonly number[],
  right: readonly number[],
  compare: (a: number, b: number) => number,
): number[] {
  const merged: number[] = [];
  let at = 0;
  for (const slot of right) {
    while (at < left.length && compare(left[at] as number, slot) < 0) merged.push(left[at++] as number);
    merged.push(slot);
  }
  while (at < left.length) merged.push(left[at++] as number);
  return merged;
}
