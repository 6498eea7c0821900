/**
 * Routes by path segment as Elasticsearch does (ES: `PathTrie`). A literal segment beats a variable one; a path is
 * looked up four times, each time letting variables match in more places, and the first handler with the right
 * method wins. A literal path that lacks the method hides the variable path beside it (docs/decisions/006).
 */

interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  wildcard: Node<T> | undefined;
  /** Name of the variable, if this node is a wildcard. */
  readonly variable: string | undefined;
  value: T | undefined;
}

/** Where variables may match: nowhere, in the first segment, in the last one, anywhere. */
const MODES = ['explicit', 'root', 'leaf', 'any'] as const;
type Mode = (typeof MODES)[number];

/** The raw segments that the variables of a path stand for. */
export type Variables = Record<string, string>;

export interface PathTrie<T> {
  /** Puts `update(what is there)` at a pattern such as `/{index}/_doc/{id}`. */
  insert(pattern: string, update: (current: T | undefined) => T): void;
  /** The first match, in the order of the modes, that `accept` does not answer with undefined. */
  find<R>(path: string, accept: (value: T, variables: Variables) => R | undefined): R | undefined;
}

function createNode<T>(variable?: string): Node<T> {
  return { literals: new Map(), wildcard: undefined, variable, value: undefined };
}

/** Java's `String.split("/")` without the empty segment in front: empty segments at the end vanish. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/');
  while (segments.length > 0 && segments[segments.length - 1] === '') segments.pop();
  if (segments[0] === '') segments.shift();
  return segments;
}

export function createPathTrie<T>(): PathTrie<T> {
  const root = createNode<T>();
  return {
    insert(pattern, update) {
      let node = root;
      for (const segment of segmentsOf(pattern)) node = childFor(node, segment);
      node.value = update(node.value);
    },
    find(path, accept) {
      const segments = segmentsOf(path);
      if (segments.length === 0) return root.value === undefined ? undefined : accept(root.value, {});
      for (const mode of MODES) {
        const variables: Variables = {};
        const value = retrieve(root, segments, 0, mode, variables);
        const found = value === undefined ? undefined : accept(value, variables);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

function childFor<T>(node: Node<T>, segment: string): Node<T> {
  const variable = /^\{(.+)\}$/.exec(segment)?.[1];
  if (variable === undefined) {
    const child = node.literals.get(segment) ?? createNode<T>();
    node.literals.set(segment, child);
    return child;
  }
  node.wildcard ??= createNode<T>(variable);
  if (node.wildcard.variable !== variable) {
    throw new Error(`two variable names in one place: ${node.wildcard.variable ?? ''} and ${variable}`);
  }
  return node.wildcard;
}

function mayBeWildcard(mode: Mode, at: number, isLast: boolean): boolean {
  return mode === 'any' || (mode === 'root' && at === 0) || (mode === 'leaf' && isLast);
}

/** A literal node without a value gives way to the wildcard beside it in some modes. */
function yieldsToWildcard(mode: Mode, at: number, isLast: boolean): boolean {
  return (isLast && (mode === 'leaf' || mode === 'any')) || (mode === 'root' && at === 0);
}

function retrieve<T>(
  parent: Node<T>,
  segments: readonly string[],
  at: number,
  mode: Mode,
  variables: Variables,
): T | undefined {
  const segment = segments[at] as string;
  const isLast = at === segments.length - 1;
  const { wildcard } = parent;
  const literal = parent.literals.get(segment);
  const usesWildcard =
    literal === undefined
      ? mayBeWildcard(mode, at, isLast)
      : wildcard !== undefined && literal.value === undefined && yieldsToWildcard(mode, at, isLast);
  const node = usesWildcard ? wildcard : literal;
  if (node === undefined) return undefined;
  if (node.variable !== undefined) variables[node.variable] = segment;
  if (isLast) return node.value;
  const found = retrieve(node, segments, at + 1, mode, variables);
  if (found !== undefined || usesWildcard || mode === 'explicit' || wildcard === undefined) return found;
  variables[wildcard.variable as string] = segment;
  return retrieve(wildcard, segments, at + 1, mode, variables);
}
