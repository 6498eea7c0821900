import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import {
  isClosed,
  isHidden,
  patternMatcher,
  resolveTargets,
  type IndicesOptions,
} from './resolve-targets.js';

/** How indices are shown and which of them. */
export interface ModeView {
  /** Whether the release shows `mode` (9.1 and later). */
  readonly isShown: boolean;
  /** Only indices of these modes, and aliases of such; undefined means all. */
  readonly accepted: ReadonlySet<string> | undefined;
}

/**
 * What names mean: indices and aliases, each by name. Source: rest-layer B.13; ES: `TransportResolveIndexAction`.
 *
 * @throws ElasticsearchError 404 for a name that is neither
 */
export function resolveIndex(
  store: Store,
  expressions: readonly string[],
  options: IndicesOptions,
  mode: ModeView,
): object {
  const isAccepted = (index: Index): boolean => mode.accepted?.has(modeOf(index)) ?? true;
  const indices = new Set<Index>();
  const aliases = new Set<string>();
  for (const expression of expressions) {
    const isExclusion = expression.startsWith('-');
    const name = isExclusion ? expression.slice(1) : expression;
    if (name.includes('*') || name === '_all') {
      const pattern = name === '_all' ? '*' : name;
      const found = resolveTargets(store, pattern, { ...options, ignoresAliases: true });
      for (const index of found) put(indices, index, isExclusion);
      for (const alias of matchingAliases(store, pattern, options)) put(aliases, alias, isExclusion);
    } else if (store.concrete(name) === undefined && store.aliased(name).length > 0) {
      put(aliases, name, isExclusion);
    } else {
      for (const index of resolveTargets(store, name, options)) put(indices, index, isExclusion);
    }
  }
  return {
    indices: [...indices]
      .filter(isAccepted)
      .sort(byName)
      .map((index) => describe(index, mode.isShown)),
    aliases: [...aliases]
      .sort()
      .map((name) => ({ name, indices: namesOf(store.aliased(name).filter(isAccepted)) }))
      .filter((alias) => alias.indices.length > 0),
    data_streams: [],
  };
}

function namesOf(indices: readonly Index[]): string[] {
  return indices.map(({ name }) => name).sort();
}

function modeOf({ metadata }: Index): string {
  return metadata.settings['mode'] ?? 'standard';
}

function put<T>(members: Set<T>, member: T, isExclusion: boolean): void {
  if (isExclusion) members.delete(member);
  else members.add(member);
}

function byName(left: Index, right: Index): number {
  return left.name < right.name ? -1 : 1;
}

function matchingAliases(store: Store, pattern: string, { expandsHidden }: IndicesOptions): Set<string> {
  const matches = patternMatcher(pattern);
  const found = new Set<string>();
  for (const { metadata } of store.indices()) {
    for (const [alias, definition] of Object.entries(metadata.aliases)) {
      const isVisible = expandsHidden || definition['is_hidden'] !== true || pattern.startsWith('.');
      if (isVisible && matches(alias)) found.add(alias);
    }
  }
  return found;
}

function describe(index: Index, hasMode: boolean): object {
  const aliases = Object.keys(index.metadata.aliases).sort();
  return {
    name: index.name,
    ...(aliases.length > 0 && { aliases }),
    attributes: [isClosed(index) ? 'closed' : 'open', ...(isHidden(index) ? ['hidden'] : [])].sort(),
    ...(hasMode && { mode: modeOf(index) }),
  };
}
