import type { Index } from '../../store/store-index.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { patternMatcher } from './resolve-targets.js';

/**
 * The filters of the aliases through which an expression reaches indices. An index that is reached by its own name,
 * or through an alias without a filter, has none. ES: `IndexNameExpressionResolver.filteringAliases`.
 */
export function aliasFilters(
  targets: readonly Index[],
  expression: string | readonly string[] | undefined,
): Map<Index, readonly JsonObject[]> {
  const filters = new Map<Index, readonly JsonObject[]>();
  const filtered = targets.filter(hasFilteredAlias);
  if (filtered.length === 0) return filters;
  const matches = matcherOf(expression);
  for (const index of filtered) {
    if (matches(index.name)) continue;
    const reached = Object.entries(index.metadata.aliases).filter(([alias]) => matches(alias));
    const found = reached.map(([, { filter }]) => filter).filter(isJsonObject);
    if (found.length > 0 && found.length === reached.length) filters.set(index, found);
  }
  return filters;
}

/** The names by which an expression reaches an index: its own, and those of aliases. */
export function reachedBy(index: Index, expression: string | readonly string[] | undefined): string[] {
  const names = [index.name, ...Object.keys(index.metadata.aliases)];
  const reached = names.filter(matcherOf(expression));
  // Date math matches no name as it stands.
  return reached.length > 0 ? reached : names;
}

function hasFilteredAlias({ metadata }: Index): boolean {
  return Object.values(metadata.aliases).some(({ filter }) => filter !== undefined);
}

function matcherOf(expression: string | readonly string[] | undefined): (name: string) => boolean {
  const parts = typeof expression === 'string' ? expression.split(',') : (expression ?? []);
  if (parts.length === 0 || parts.includes('_all')) return () => true;
  const matchers = parts.map(patternMatcher);
  return (name) => matchers.some((matches) => matches(name));
}
