const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many ids of each kind were given, for snapshots. */
export interface IdSourceState {
  readonly documents: number;
  readonly uuids: number;
}

/** The only source of randomness: the same seed gives the same ids in the same order. */
export interface IdSource {
  /** 20 URL-safe characters, as Elasticsearch's automatic ids, e.g. `HIC-JYwB9RqKhB7x_hIE`. */
  documentId(): string;
  /** A random UUID as Elasticsearch writes it: 22 characters of URL-safe base64. */
  uuid(): string;
  state(): IdSourceState;
  restore(state: IdSourceState): void;
}

/** Neither kind repeats within 2^32 calls. */
export function createIdSource(seed = 0): IdSource {
  const documentSalt = mixed(seed ^ 0x51ed270b);
  const uuidSalt = mixed(seed ^ 0x2545f491);
  let documents = 0;
  let uuids = 0;

  return {
    documentId() {
      const unique = mixed(documents++ ^ documentSalt);
      const second = mixed(unique ^ 0x9e3779b9);
      const third = mixed(unique + 0x85ebca6b);
      const fourth = mixed(second + 0xc2b2ae35);
      // The first character carries none of the unique bits: it is a letter or digit, which no path misreads.
      return (
        letter(fourth % 62) +
        letter(unique & 63) +
        pair(unique >>> 6) +
        pair(second) +
        pair(unique >>> 18) +
        pair((third & 1023) | ((unique >>> 30) << 10)) +
        pair(second >>> 12) +
        pair(fourth >>> 8) +
        pair(third >>> 12) +
        pair(second >>> 20) +
        pair(third >>> 20)
      );
    },
    uuid() {
      const unique = mixed(uuids++ ^ uuidSalt);
      const second = mixed(unique ^ 0x9e3779b9);
      return versioned(unique, second, mixed(unique + 0x85ebca6b), mixed(second + 0xc2b2ae35));
    },
    state: () => ({ documents, uuids }),
    restore(state) {
      ({ documents, uuids } = state);
    },
  };
}

/** Sets version 4 and variant 1 and writes the 128 bits. ES: `RandomBasedUUIDGenerator`. */
function versioned(first: number, second: number, third: number, fourth: number): string {
  const withVersion = (second & 0xffff0fff) | 0x4000;
  const withVariant = (third & 0x3fffffff) | 0x80000000;
  return (
    pair(first >>> 20) +
    pair(first >>> 8) +
    pair((first << 4) | (withVersion >>> 28)) +
    pair(withVersion >>> 16) +
    pair(withVersion >>> 4) +
    pair((withVersion << 8) | (withVariant >>> 24)) +
    pair(withVariant >>> 12) +
    pair(withVariant) +
    pair(fourth >>> 20) +
    pair(fourth >>> 8) +
    pair(fourth << 4)
  );
}

/** A one-to-one map of 32 bits (Murmur3's finalizer): what goes in different comes out different. */
function mixed(bits: number): number {
  let hash = bits | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function letter(bits: number): string {
  return ALPHABET.charAt(bits);
}

function pair(bits: number): string {
  return letter((bits >>> 6) & 63) + letter(bits & 63);
}
