import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { setMember } from './json-value-scanner.js';
import { carryWholeFloats } from './whole-floats.js';

/** A tree of path segments. ES: `FilterPath`. */
interface PathNode {
  readonly pattern: string;
  isFinal: boolean;
  readonly children: Map<string, PathNode>;
}

const DOUBLE_WILDCARD = '**';

/** What of a value is kept; undefined when nothing is. */
type Kept = JsonValue | undefined;

function createNode(pattern: string): PathNode {
  return { pattern, isFinal: false, children: new Map() };
}

/** Splits at dots that no backslash guards; a leading dot does not split. ES: `FilterPathBuilder.insertNode`. */
function segmentsOf(path: string): string[] {
  const segments: string[] = [];
  let rest = path;
  for (;;) {
    const at = /^(?:\\\.|[^.])*/.exec(rest)?.[0].length ?? 0;
    const isLast = at === 0 || at === rest.length;
    segments.push((isLast ? rest : rest.slice(0, at)).replaceAll('\\.', '.'));
    if (isLast) return segments;
    rest = rest.slice(at + 1);
  }
}

function compile(paths: readonly string[]): PathNode {
  const root = createNode('');
  for (const path of paths) {
    let node = root;
    for (const segment of segmentsOf(path)) {
      if (node.isFinal) break;
      const child = node.children.get(segment) ?? createNode(segment);
      node.children.set(segment, child);
      node = child;
    }
    node.isFinal = true;
    node.children.clear();
  }
  return root;
}

/** ES: `Glob.globMatch`: `*` stands for any run of characters. */
function matchesGlob(pattern: string, name: string): boolean {
  const [first = '', ...parts] = pattern.split('*');
  const last = parts.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/** The nodes to go on with below a member; `all` when a path ends here. ES: `FilterPath.matches`. */
function descend(nodes: readonly PathNode[], name: string): 'all' | PathNode[] {
  const next: PathNode[] = [];
  for (const node of nodes) {
    for (const child of node.children.values()) {
      const isMatch = child.pattern.includes('*') ? matchesGlob(child.pattern, name) : child.pattern === name;
      if (!isMatch) continue;
      if (child.isFinal) return 'all';
      next.push(child);
    }
    if (node.pattern === DOUBLE_WILDCARD) next.push(node);
  }
  return next;
}

function mapMembers(
  value: JsonObject,
  keep: (name: string, member: JsonValue) => Kept,
): Record<string, JsonValue> {
  const members: Record<string, JsonValue> = {};
  for (const [name, member] of Object.entries(value)) {
    const kept = keep(name, member);
    if (kept !== undefined) setMember(members, name, kept);
  }
  carryWholeFloats(value, members);
  return members;
}

function mapElements(value: readonly JsonValue[], keep: (element: JsonValue) => Kept): JsonValue[] {
  return value.map(keep).filter((element) => element !== undefined);
}

function include(value: JsonValue, nodes: readonly PathNode[]): Kept {
  if (isJsonObject(value)) {
    const members = mapMembers(value, (name, member) => {
      const next = descend(nodes, name);
      if (next === 'all') return member;
      return next.length > 0 ? include(member, next) : undefined;
    });
    return Object.keys(members).length > 0 ? members : undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const elements = mapElements(value as readonly JsonValue[], (element) => include(element, nodes));
  return elements.length > 0 ? elements : undefined;
}

/** What was empty before stays, what becomes empty goes. ES: `FilterPathBasedFilter.includeEmptyObject`. */
function exclude(value: JsonValue, nodes: readonly PathNode[]): Kept {
  if (isJsonObject(value)) {
    const members = mapMembers(value, (name, member) => {
      const next = descend(nodes, name);
      if (next === 'all') return undefined;
      return next.length > 0 ? exclude(member, next) : member;
    });
    return Object.keys(members).length > 0 || Object.keys(value).length === 0 ? members : undefined;
  }
  if (!Array.isArray(value)) return value;
  const elements = mapElements(value as readonly JsonValue[], (element) => exclude(element, nodes));
  return elements.length > 0 || value.length === 0 ? elements : undefined;
}

/**
 * Keeps what the comma-separated paths name and drops what the paths with a leading `-` name: `*` is one level or a
 * part of a name, `**` any depth, arrays are transparent, emptied objects vanish, and nothing left is `{}`.
 * Source: rest-layer A.5; ES: `FilterPathBasedFilter`.
 */
export function filterPath(value: JsonValue, expressions: string): JsonValue {
  const paths = expressions.split(',').map((path) => path.trim());
  const includes = paths.filter((path) => path !== '' && !path.startsWith('-'));
  const excludes = paths.filter((path) => path.startsWith('-') && path !== '-').map((path) => path.slice(1));
  const included = includes.length > 0 ? include(value, [compile(includes)]) : value;
  const kept =
    excludes.length > 0 && included !== undefined ? exclude(included, [compile(excludes)]) : included;
  return kept ?? (Array.isArray(value) ? [] : {});
}
