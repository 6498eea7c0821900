/**
 * Which members of an object or array were written with a fraction or an exponent and are whole nevertheless (`1.0`,
 * `1e3`). JavaScript has one number for `1.0` and `1`; Elasticsearch maps and prints them differently. Kept beside the
 * objects, so that a number stays a number, and only for the few that have any.
 * DIVERGES: `1e3` comes back as `1000.0`; Elasticsearch keeps the bytes of a source.
 */
const floats = new WeakMap<object, ReadonlySet<string>>();
let wasMet = false;

/** @param names of members, or indices of elements */
export function markWholeFloats(container: object, names: Iterable<string>): void {
  if (!floats.has(container)) {
    if (Object.hasOwn(container, 'toJSON')) return;
    Object.defineProperty(container, 'toJSON', { value: meet });
  }
  floats.set(container, new Set(names));
}

/** How `JSON.stringify`, which cannot print them, says that it met some. */
function meet<T>(this: T): T {
  wasMet = true;
  return this;
}

/** Whether {@link meet} was called since this was last asked. */
export function metWholeFloats(): boolean {
  const result = wasMet;
  wasMet = false;
  return result;
}

/** Says of what a copy has in common with its original what is known of the original. */
export function carryWholeFloats(original: object, copy: object): void {
  const names = floats.get(original);
  if (names === undefined || original === copy) return;
  const value = (of: object, name: string) => (of as Readonly<Record<string, unknown>>)[name];
  const kept = [...names].filter(
    (name) => Object.hasOwn(copy, name) && value(copy, name) === value(original, name),
  );
  if (kept.length > 0) markWholeFloats(copy, [...kept, ...(floats.get(copy) ?? [])]);
}

export function isWholeFloat(container: object, name: string): boolean {
  return floats.get(container)?.has(name) === true;
}
