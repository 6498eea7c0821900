/** Murmur3 of 32 bits, as a signed number. Lucene: `StringHelper.murmurhash3_x86_32`. */
export function murmur3(bytes: Uint8Array, seed: number): number {
  const { length } = bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const end = length & ~3;
  let hash = seed;
  for (let at = 0; at < end; at += 4) {
    hash ^= scrambled(view.getInt32(at, true));
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let at = length - 1; at >= end; at -= 1) tail = (tail << 8) | (bytes[at] as number);
  if (end < length) hash ^= scrambled(tail);
  hash ^= length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function scrambled(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

/** Java: `Math.floorMod`. */
export function floorMod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
