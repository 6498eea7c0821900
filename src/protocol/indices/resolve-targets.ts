import { indexNotFound, invalidIndexName } from '../../errors/index-errors.js';
import {
  aliasesNotSupported,
  aliasOfManyIndices,
  excludedWithoutWildcard,
  expressionsNotFound,
  indexClosed,
  noIndicesExist,
  noWriteIndex,
} from '../../errors/target-errors.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { resolveDateMathName } from './date-math-name.js';
import { OPEN_INDICES, type IndicesOptions } from './indices-options.js';

export * from './indices-options.js';

/** Whether an index is closed. ES sets `index.verified_before_close` on those. */
export function isClosed(index: Index): boolean {
  return index.metadata.settings['verified_before_close'] === 'true';
}

/** Whether an index is out of sight of wildcards. */
export function isHidden(index: Index): boolean {
  return index.metadata.settings['hidden'] === 'true';
}

/**
 * The indices that an expression of the URL means, each once: comma lists, wildcards, exclusions, aliases, `_all`,
 * date math. No expression means all. Source: rest-layer B.1; ES: `IndexNameExpressionResolver.concreteIndices`.
 *
 * @throws ElasticsearchError `index_not_found_exception` (404) with the target that is missing,
 * `index_closed_exception` or `invalid_index_name_exception` (400).
 */
export function resolveTargets(
  store: Store,
  expression: string | readonly string[] | undefined,
  options: IndicesOptions = OPEN_INDICES,
): Index[] {
  const expressions = splitExpression(expression);
  const all = isEverything(expressions) ? everything(store, options) : listed(store, expressions, options);
  const found = options.forbidsClosed ? openOnly(all, options) : all;
  if (found.length === 0 && !options.allowsNoIndices) throw notFound(expressions);
  return found;
}

/**
 * The index of a write: one that exists, the write index of an alias, or none yet (then it may be made).
 * ES: `IndexNameExpressionResolver.concreteWriteIndex`, without the check that it exists.
 */
export function resolveWriteTarget(store: Store, name: string): Index | undefined {
  const found = findWriteTarget(store, name);
  if (found !== undefined) return checkOpen(found);
  if (store.aliased(name).length > 0) throw noWriteIndex(name);
  return undefined;
}

/** The index of that name, or the write index of that alias, open or not. ES: `IndexAbstraction.getWriteIndex`. */
export function findWriteTarget(store: Store, name: string): Index | undefined {
  const concrete = store.concrete(name);
  if (concrete !== undefined) return concrete;
  const members = store.aliased(name);
  const [only] = members;
  if (only === undefined) return undefined;
  const flags = members.map((index) => index.metadata.aliases[name]?.['is_write_index']);
  const written = members[flags.indexOf(true)];
  if (written !== undefined) return written;
  return members.length === 1 && flags[0] !== false ? only : undefined;
}

/**
 * The one index of a read by id. @throws ElasticsearchError 404 if there is none, 400 for an alias of many.
 * ES: `IndexNameExpressionResolver.concreteSingleIndex`.
 */
export function resolveSingleTarget(store: Store, expression: string): Index {
  const name = resolveDateMathName(expression, store.now);
  const concrete = store.concrete(name);
  if (concrete !== undefined) return checkOpen(concrete);
  const members = store.aliased(name);
  const [only] = members;
  if (only === undefined) throw unknownName(name);
  if (members.length > 1) throw aliasOfManyIndices(name, members.map((index) => index.name).sort());
  return checkOpen(only);
}

function splitExpression(expression: string | readonly string[] | undefined): readonly string[] {
  if (expression === undefined) return [];
  return typeof expression === 'string' ? splitOutsideMath(expression) : expression;
}

/** Commas inside of `<…>` do not separate. ES: `Strings.splitStringByCommaToArray` splits everywhere. */
function splitOutsideMath(expression: string): readonly string[] {
  return expression.split(',').filter((part) => part !== '');
}

function isEverything(expressions: readonly string[]): boolean {
  const [first] = expressions;
  return expressions.length === 0 || (expressions.length === 1 && (first === '_all' || first === '*'));
}

function everything(store: Store, options: IndicesOptions): Index[] {
  return byName(store.indices()).filter(
    (index) => matchesState(index, options) && (options.expandsHidden || !isHidden(index)),
  );
}

function byName(indices: Iterable<Index>): Index[] {
  return [...indices].sort((left, right) => (left.name < right.name ? -1 : 1));
}

function matchesState(index: Index, { expandsOpen, expandsClosed }: IndicesOptions): boolean {
  return isClosed(index) ? expandsClosed : expandsOpen;
}

function listed(store: Store, expressions: readonly string[], options: IndicesOptions): Index[] {
  const found = new Set<Index>();
  let sawWildcard = false;
  const mayExpand = options.expandsOpen || options.expandsClosed;
  for (const raw of expressions) {
    const isExclusion = raw.startsWith('-') && sawWildcard;
    const name = resolveDateMathName(isExclusion ? raw.slice(1) : raw, store.now);
    checkName(name);
    if (mayExpand && name.includes('*')) {
      sawWildcard = true;
      const matches = matchWildcard(store, name, options);
      if (matches.length === 0 && !options.allowsNoIndices && !isExclusion) throw notFound([name]);
      for (const index of matches) addOrRemove(found, index, isExclusion);
    } else if (isExclusion) {
      for (const index of named(store, name)) found.delete(index);
    } else {
      for (const index of namedOrThrow(store, name, options)) found.add(index);
    }
  }
  return [...found];
}

function addOrRemove(found: Set<Index>, index: Index, isExclusion: boolean): void {
  if (isExclusion) found.delete(index);
  else found.add(index);
}

function checkName(name: string): void {
  if (name.trim() === '') throw indexNotFound(name);
  if (name.startsWith('_') && name !== '_all') throw invalidIndexName(name, "must not start with '_'.");
}

function named(store: Store, name: string): readonly Index[] {
  const concrete = store.concrete(name);
  return concrete === undefined ? store.aliased(name) : [concrete];
}

function namedOrThrow(store: Store, name: string, options: IndicesOptions): readonly Index[] {
  if (name === '_all') return everything(store, options);
  const concrete = store.concrete(name);
  const members = concrete === undefined ? store.aliased(name) : [concrete];
  if (members.length === 0) {
    if (options.ignoresUnavailable) return [];
    throw notFound([name]);
  }
  if (concrete === undefined && options.ignoresAliases) {
    if (options.ignoresUnavailable) return [];
    throw aliasesNotSupported(name);
  }
  return members;
}

function openOnly(indices: Index[], { ignoresUnavailable }: IndicesOptions): Index[] {
  return indices.filter((index) => {
    if (isClosed(index) && !ignoresUnavailable) throw indexClosed(index.name, index.metadata.uuid);
    return !isClosed(index);
  });
}

/** Names of indices and of aliases match; a pattern that starts with a dot sees hidden ones that do so too. */
function matchWildcard(store: Store, pattern: string, options: IndicesOptions): Index[] {
  const matches = patternMatcher(pattern);
  const seesHidden = (name: string, hidden: boolean): boolean =>
    !hidden || options.expandsHidden || (pattern.startsWith('.') && name.startsWith('.'));
  return byName(store.indices()).filter((index) => {
    if (!matchesState(index, options)) return false;
    if (matches(index.name) && seesHidden(index.name, isHidden(index))) return true;
    if (options.ignoresAliases) return false;
    return Object.entries(index.metadata.aliases).some(
      ([alias, definition]) => matches(alias) && seesHidden(alias, definition['is_hidden'] === true),
    );
  });
}

/** `*` stands for any text. ES: `Regex.simpleMatch`. */
export function patternMatcher(pattern: string): (name: string) => boolean {
  if (pattern === '*') return () => true;
  const expression = pattern.replace(/[\\^$.+?()[\]{}|]/g, '\\$&').replaceAll('*', '.*');
  const regex = new RegExp(`^${expression}$`, 's');
  return (name) => regex.test(name);
}

/** @throws ElasticsearchError `index_closed_exception` (400) */
export function checkOpen(index: Index): Index {
  if (isClosed(index)) throw indexClosed(index.name, index.metadata.uuid);
  return index;
}

function unknownName(name: string): Error {
  if (name.startsWith('_')) return invalidIndexName(name, "must not start with '_'.");
  return indexNotFound(name);
}

/** ES: `IndexNameExpressionResolver.notFoundException`. */
function notFound(expressions: readonly string[]): Error {
  const [only] = expressions;
  if (only === undefined || (expressions.length === 1 && only === '_all')) return noIndicesExist();
  if (expressions.length > 1) return expressionsNotFound(expressions);
  return only.startsWith('-') ? excludedWithoutWildcard(only) : indexNotFound(only);
}
