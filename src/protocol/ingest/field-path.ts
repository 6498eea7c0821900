import { fieldErrors as errors } from '../../errors/ingest-document-errors.js';
import { setOwn } from '../../store/deep-merge.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../xcontent/json.js';
import { carryWholeFloats } from '../../xcontent/whole-floats.js';

/** The elements of `a.b.0.c`. ES: `IngestDocument.FieldPath`, classic access. */
export function splitPath(path: string): readonly string[] {
  if (path === '') throw errors.emptyPath();
  const elements = path.split('.');
  while (elements.at(-1) === '') elements.pop();
  if (elements.length === 0) throw errors.invalidPath(path);
  return elements;
}

/** The value at a path. @throws ElasticsearchError 400 if there is none. ES: `IngestDocument.resolve`. */
export function valueAt(root: JsonValue, elements: readonly string[], path: string): JsonValue {
  return elements.reduce((context, element) => step(context, element, path), root);
}

function step(context: JsonValue, element: string, path: string): JsonValue {
  if (context === null) throw errors.throughNull(element, path);
  if (isJsonObject(context)) {
    if (!Object.hasOwn(context, element)) throw errors.notPresent(element, path);
    return context[element] as JsonValue;
  }
  if (!Array.isArray(context)) throw errors.throughScalar(element, path, javaClassOf(context));
  return (context as readonly JsonValue[])[indexIn(context, element, path)] as JsonValue;
}

function indexIn(list: readonly unknown[], element: string, path: string): number {
  if (!/^[+-]?\d+$/.test(element)) throw errors.notAnIndex(element, path);
  const at = Number(element);
  if (at < 0 || at >= list.length) throw errors.outOfBounds(String(at), path, list.length);
  return at;
}

/**
 * Whether something is at a path, null too. ES: `IngestDocument.hasField` with `failOutOfRange`.
 *
 * @throws ElasticsearchError 400 for an index beyond its list
 */
export function isThere(root: JsonValue, elements: readonly string[], path: string): boolean {
  let at = root;
  for (const element of elements) {
    if (isJsonObject(at) && Object.hasOwn(at, element)) at = at[element] as JsonValue;
    else if (Array.isArray(at) && /^[+-]?\d+$/.test(element))
      at = at[indexIn(at, element, path)] as JsonValue;
    else return false;
  }
  return true;
}

/** The same root with another value at a path; what is on the way is copied, not changed. */
export function withValueAt(
  root: JsonValue,
  elements: readonly string[],
  value: JsonValue,
  path: string,
): JsonValue {
  const [element = '', ...rest] = elements;
  if (root === null)
    throw rest.length > 0 ? errors.throughNull(element, path) : errors.setInNull(element, path);
  if (isJsonObject(root)) return withMember(root, element, rest, value, path);
  if (Array.isArray(root)) {
    const list = root as readonly JsonValue[];
    if (rest.length === 0 && /^\d+$/.test(element) && Number(element) === list.length)
      return [...list, value];
    const at = indexIn(list, element, path);
    const inner = rest.length === 0 ? value : withValueAt(list[at] as JsonValue, rest, value, path);
    return list.map((member, index) => (index === at ? inner : member));
  }
  const type = javaClassOf(root);
  throw rest.length > 0 ? errors.throughScalar(element, path, type) : errors.setInScalar(element, path, type);
}

function withMember(
  root: JsonObject,
  element: string,
  rest: readonly string[],
  value: JsonValue,
  path: string,
): JsonValue {
  const copy: Record<string, JsonValue> = { ...root };
  const below = Object.hasOwn(root, element) ? (root[element] as JsonValue) : {};
  setOwn(copy, element, rest.length === 0 ? value : withValueAt(below, rest, value, path));
  carryWholeFloats(root, copy);
  return copy;
}

/** The same root without what is at a path. @throws ElasticsearchError 400 if it is not there. */
export function withoutValueAt(root: JsonValue, elements: readonly string[], path: string): JsonValue {
  const [element = '', ...rest] = elements;
  if (rest.length > 0) {
    const inner = withoutValueAt(step(root, element, path), rest, path);
    return withValueAt(root, [element], inner, path);
  }
  if (root === null) throw errors.removeFromNull(element, path);
  if (isJsonObject(root)) {
    if (!Object.hasOwn(root, element)) throw errors.notPresent(element, path);
    const copy: Record<string, JsonValue> = {};
    for (const name of Object.keys(root)) if (name !== element) setOwn(copy, name, root[name] as JsonValue);
    carryWholeFloats(root, copy);
    return copy;
  }
  if (!Array.isArray(root)) throw errors.removeFromScalar(element, path, javaClassOf(root));
  const at = indexIn(root, element, path);
  return (root as readonly JsonValue[]).filter((_, index) => index !== at);
}
