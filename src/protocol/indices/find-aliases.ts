import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { resolveDateMathName } from './date-math-name.js';
import { patternMatcher } from './resolve-targets.js';

export interface FoundAliases {
  /** The indices to show, each with its aliases that were asked for. */
  readonly found: readonly (readonly [Index, JsonObject])[];
  /** Names without a wildcard that nothing has, in order. */
  readonly missing: readonly string[];
}

interface Pattern {
  readonly matches: (name: string) => boolean;
  readonly isExclusion: boolean;
}

/**
 * The aliases of some indices. Without names every index is shown, with names only those that have one.
 * Source: rest-layer B.13; ES: `Metadata.findAliases`, `RestGetAliasesAction.buildRestResponse`.
 */
export function findAliases(
  store: Store,
  indices: readonly Index[],
  names: readonly string[] | undefined,
): FoundAliases {
  const asked = names === undefined || isAll(names) ? [] : names.map((name) => resolve(store, name));
  const patterns = asked.map(readPattern);
  const found: (readonly [Index, JsonObject])[] = [];
  const seen = new Set<string>();
  for (const index of indices) {
    const shown: Record<string, JsonValue> = {};
    const matching = Object.keys(index.metadata.aliases).filter((name) => isAskedFor(name, patterns));
    for (const name of matching.sort()) {
      seen.add(name);
      setOwn(shown, name, index.metadata.aliases[name] as JsonObject);
    }
    if (matching.length > 0 || names === undefined) found.push([index, shown]);
  }
  return { found, missing: missingNames(asked, seen) };
}

function resolve(store: Store, name: string): string {
  return name.startsWith('-')
    ? `-${resolveDateMathName(name.slice(1), store.now)}`
    : resolveDateMathName(name, store.now);
}

function isAll(names: readonly string[]): boolean {
  return names.length === 0 || (names.length === 1 && names[0] === '_all');
}

function readPattern(name: string): Pattern {
  const isExclusion = name.startsWith('-');
  const pattern = isExclusion ? name.slice(1) : name;
  return { isExclusion, matches: patternMatcher(pattern === '_all' ? '*' : pattern) };
}

function isAskedFor(name: string, patterns: readonly Pattern[]): boolean {
  let isMatched = patterns.length === 0;
  for (const { isExclusion, matches } of patterns) {
    if (isExclusion && isMatched) isMatched = !matches(name);
    else if (!isExclusion && !isMatched) isMatched = matches(name);
  }
  return isMatched;
}

function missingNames(asked: readonly string[], seen: ReadonlySet<string>): string[] {
  const firstWildcard = asked.findIndex((name) => name.includes('*'));
  const from = firstWildcard === -1 ? asked.length : firstWildcard;
  const missing = asked.filter((name, at) => {
    if (name === '_all' || name.includes('*') || (at > from && name.startsWith('-'))) return false;
    const later = asked.slice(Math.max(at + 1, from)).filter((other) => other.startsWith('-'));
    return !later.some((other) => readPattern(other).matches(name)) && !seen.has(name);
  });
  return [...new Set(missing)].sort();
}
