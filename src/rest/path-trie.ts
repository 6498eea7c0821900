/**
 * Routes by path segment as Elasticsearch does (ES: `PathTrie`). A literal segment beats a variable one; a path is
 * looked up four times, each time letting variables match in more places, and the first handler with the right
 * method wins. A literal path that lacks the method hides the variable path beside it.
 */

const WILDCARD = Symbol('wildcard');

type Key = string | typeof WILDCARD;

interface Node<T> {
  readonly children: Map<Key, Node<T>>;
  variable: string | undefined;
  value: T | undefined;
}

const MODES = ['explicit', 'root', 'leaf', 'any'] as const;
type Mode = (typeof MODES)[number];

/** What a lookup found: the values of one path pattern and the raw segments that its variables stand for. */
export interface Match<T> {
  readonly value: T;
  readonly variables: ReadonlyMap<string, string>;
}

export interface PathTrie<T> {
  /** Puts `update(what is there)` at a pattern such as `/{index}/_doc/{id}`. */
  insert(pattern: string, update: (current: T | undefined) => T): void;
  /** The matches of a raw path, one for each mode in which there is one, in order. */
  matches(path: string): Generator<Match<T>>;
}

function createNode<T>(variable?: string): Node<T> {
  return { children: new Map(), variable, value: undefined };
}

/** Java's `String.split("/")` without the empty segment in front: empty segments at the end vanish. */
function segmentsOf(path: string): string[] {
  const segments = path.split('/');
  while (segments.length > 0 && segments.at(-1) === '') segments.pop();
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
    *matches(path) {
      const segments = segmentsOf(path);
      if (segments.length === 0) {
        if (root.value !== undefined) yield { value: root.value, variables: new Map() };
        return;
      }
      for (const mode of MODES) {
        const variables = new Map<string, string>();
        const value = retrieve(root, segments, 0, mode, variables);
        if (value !== undefined) yield { value, variables };
      }
    },
  };
}

function childFor<T>(node: Node<T>, segment: string): Node<T> {
  const variable = /^\{(.+)\}$/.exec(segment)?.[1];
  const key = variable === undefined ? segment : WILDCARD;
  let child = node.children.get(key);
  if (!child) {
    child = createNode<T>(variable);
    node.children.set(key, child);
  }
  if (child.variable !== variable) {
    throw new Error(`conflicting variable names in one place: ${child.variable} and ${variable}`);
  }
  return child;
}

function mayBeWildcard(mode: Mode, at: number, isLast: boolean): boolean {
  return mode === 'any' || (mode === 'root' && at === 0) || (mode === 'leaf' && isLast);
}

function retrieve<T>(
  parent: Node<T>,
  segments: readonly string[],
  at: number,
  mode: Mode,
  variables: Map<string, string>,
): T | undefined {
  const segment = segments[at] as string;
  const isLast = at === segments.length - 1;
  const wildcard = parent.children.get(WILDCARD);
  const literal = parent.children.get(segment);
  const isLiteralBlind = literal?.value === undefined && (isLast ? mode === 'leaf' || mode === 'any' : false);
  const isRootBlind = literal?.value === undefined && mode === 'root' && at === 0;
  let node = literal;
  let usedWildcard = false;
  if (node === undefined) {
    node = mayBeWildcard(mode, at, isLast) ? wildcard : undefined;
    usedWildcard = true;
  } else if (wildcard && (isLiteralBlind || isRootBlind)) {
    node = wildcard;
    usedWildcard = true;
  }
  if (node === undefined) return undefined;
  if (node.variable !== undefined) variables.set(node.variable, segment);
  if (isLast) return node.value;
  const found = retrieve(node, segments, at + 1, mode, variables);
  if (found !== undefined || usedWildcard || mode === 'explicit' || !wildcard) return found;
  variables.set(wildcard.variable as string, segment);
  return retrieve(wildcard, segments, at + 1, mode, variables);
}
