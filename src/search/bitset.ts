const BITS = 32;
// Under jest every look-up of a global goes through its sandbox and costs as much as a hundred words here.
const { clz32, imul } = Math;

/** A growable set of slot numbers, one bit each. Signed words, which V8 keeps as small integers. */
export class Bitset {
  #words: Int32Array;

  constructor(words: Int32Array = new Int32Array(2)) {
    this.#words = words;
  }

  has(slot: number): boolean {
    return ((this.#words[slot >>> 5] ?? 0) & (1 << (slot & 31))) !== 0;
  }

  set(slot: number): void {
    const at = slot >>> 5;
    if (at >= this.#words.length) this.#grow(at + 1);
    this.#words[at] = (this.#words[at] as number) | (1 << (slot & 31));
  }

  clear(slot: number): void {
    const at = slot >>> 5;
    if (at < this.#words.length) this.#words[at] = (this.#words[at] as number) & ~(1 << (slot & 31));
  }

  clone(): Bitset {
    return new Bitset(this.#words.slice());
  }

  /** Keeps what is in the other set too. Changes this set, as `or` and `andNot` do. */
  and(other: Bitset): this {
    const left = this.#words;
    const right = other.#words;
    const shared = Math.min(left.length, right.length);
    for (let at = 0; at < shared; at += 1) left[at] = (left[at] as number) & (right[at] as number);
    left.fill(0, shared);
    return this;
  }

  andNot(other: Bitset): this {
    const left = this.#words;
    const right = other.#words;
    const shared = Math.min(left.length, right.length);
    for (let at = 0; at < shared; at += 1) left[at] = (left[at] as number) & ~(right[at] as number);
    return this;
  }

  or(other: Bitset): this {
    const right = other.#words;
    if (right.length > this.#words.length) this.#grow(right.length);
    const left = this.#words;
    for (let at = 0; at < right.length; at += 1) left[at] = (left[at] as number) | (right[at] as number);
    return this;
  }

  count(): number {
    let total = 0;
    const words = this.#words;
    for (let at = 0; at < words.length; at += 1) total += bitCount(words[at] as number);
    return total;
  }

  /** The first member at or after a slot, or -1. */
  next(from: number): number {
    const words = this.#words;
    let at = from >>> 5;
    if (at >= words.length) return -1;
    let word = (words[at] as number) & (-1 << (from & 31));
    while (word === 0) {
      at += 1;
      if (at >= words.length) return -1;
      word = words[at] as number;
    }
    return at * BITS + 31 - clz32(word & -word);
  }

  /** The last member at or before a slot, or -1. */
  previous(from: number): number {
    const words = this.#words;
    if (from < 0) return -1;
    let at = from >>> 5;
    let word = 0;
    if (at >= words.length) at = words.length;
    else word = (words[at] as number) & (-1 >>> (31 - (from & 31)));
    while (word === 0) {
      at -= 1;
      if (at < 0) return -1;
      word = words[at] as number;
    }
    return at * BITS + 31 - clz32(word);
  }

  /** All members, ascending. */
  toArray(): number[] {
    const slots: number[] = [];
    for (let slot = this.next(0); slot !== -1; slot = this.next(slot + 1)) slots.push(slot);
    return slots;
  }

  #grow(atLeast: number): void {
    const words = new Int32Array(Math.max(atLeast, this.#words.length * 2));
    words.set(this.#words);
    this.#words = words;
  }
}

function bitCount(word: number): number {
  let bits = (word - ((word >>> 1) & 0x55555555)) | 0;
  bits = ((bits & 0x33333333) + ((bits >>> 2) & 0x33333333)) | 0;
  return imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
