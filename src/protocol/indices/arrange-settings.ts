import { setOwn } from '../../store/deep-merge.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';

/** Settings as JSON: nested, or flat with dotted keys. Members `key.0`, `key.1`… become a list. */
export function arrangeSettings(
  entries: readonly (readonly [key: string, value: string])[],
  isFlat: boolean,
): JsonObject {
  const root: Tree = {};
  for (const [key, value] of entries) {
    const list = isFlat ? /^(.*)\.(\d+)$/.exec(key) : null;
    if (list !== null) append(root, list[1] ?? '', value);
    else if (isFlat) setOwn(root, key, value);
    else place(root, key.split('.'), value);
  }
  return isFlat ? root : (withLists(root) as JsonObject);
}

type Tree = Record<string, JsonValue>;

function append(root: Tree, key: string, value: string): void {
  const known = Object.hasOwn(root, key) ? root[key] : undefined;
  setOwn(root, key, [...(Array.isArray(known) ? (known as readonly JsonValue[]) : []), value]);
}

function place(root: Tree, path: readonly string[], value: string): void {
  let at = root;
  path.slice(0, -1).forEach((name, depth) => {
    const known = Object.hasOwn(at, name) ? at[name] : undefined;
    if (isJsonObject(known)) at = known;
    else {
      const below: Tree = {};
      // A scalar above keeps its place; what would go below it moves to a dotted key.
      setOwn(at, known === undefined ? name : path.slice(0, depth + 1).join('.'), below);
      at = below;
    }
  });
  setOwn(at, path.at(-1) ?? '', value);
}

/** Members `0`, `1`… are those of a list. */
function withLists(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const names = Object.keys(value);
  const members = names.map((name) => withLists(value[name] as JsonValue));
  if (names.length > 0 && names.every((name, at) => name === String(at))) return members;
  const shown: Tree = {};
  names.forEach((name, at) => {
    setOwn(shown, name, members[at] as JsonValue);
  });
  return shown;
}
