import type { JsonObject, JsonValue } from '../xcontent/json.js';

// Globals are slow to look up under jest, and this runs for every document and field.
const { hasOwn } = Object;
const { isArray } = Array;

/**
 * A path into a source. `joins[from][to]` is the key that the parts `from` to `to` make together: objects are
 * entered by any of them, because `{"a.b": 1}` and `{"a": {"b": 1}}` mean the same to Elasticsearch. `dotted` has the
 * same keys with a dot behind, which changes nothing either (ES: `DotExpandingXContentParser`).
 */
export interface SourcePath {
  readonly length: number;
  readonly joins: readonly (readonly string[])[];
  readonly dotted: readonly (readonly string[])[];
}

export function sourcePath(path: string): SourcePath {
  const parts = path.split('.');
  const joins = parts.map((_, from) =>
    parts.slice(from).map((__, to) => parts.slice(from, from + to + 1).join('.')),
  );
  const dotted = joins.map((keys) => keys.map((key) => `${key}.`));
  return { length: parts.length, joins, dotted };
}

/** Adds every value that stands at a path to `found`: arrays are looked through, objects and null are kept. */
export function collectValues(source: JsonObject, path: SourcePath, found: JsonValue[]): void {
  collectFrom(source, path, 0, found);
}

function collectFrom(source: JsonObject, path: SourcePath, from: number, found: JsonValue[]): void {
  const keys = path.joins[from] as readonly string[];
  const dotted = path.dotted[from] as readonly string[];
  for (let to = 0; to < keys.length; to += 1) {
    const key = keys[to] as string;
    const value = source[key];
    if (value !== undefined && hasOwn(source, key)) enter(value, path, from + to + 1, found);
    const odd = source[dotted[to] as string];
    if (odd !== undefined) enter(odd, path, from + to + 1, found);
  }
}

function enter(value: JsonValue, path: SourcePath, from: number, found: JsonValue[]): void {
  if (isArray(value)) {
    for (const member of value as readonly JsonValue[]) enter(member, path, from, found);
  } else if (from === path.length) found.push(value);
  else if (typeof value === 'object' && value !== null) collectFrom(value as JsonObject, path, from, found);
}
