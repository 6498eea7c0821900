import { aliasesNotFound } from '../../errors/alias-errors.js';
import { indexNotFound } from '../../errors/index-errors.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { showAlias, type AliasDefinition } from './alias-definition.js';
import { checkAliasFilter } from './check-alias-filter.js';
import { checkAliases } from './create-index.js';
import { resolveDateMathName } from './date-math-name.js';
import { checkAliasName } from './index-name.js';
import { OPEN_OR_NAMED_INDICES, patternMatcher, resolveTargets } from './resolve-targets.js';

/** One step of a change of aliases. ES: `IndicesAliasesRequest.AliasActions`. */
export type AliasAction = AddAlias | RemoveAlias | RemoveIndex;

export interface AddAlias extends AliasDefinition {
  readonly kind: 'add';
  readonly indices: readonly string[];
  readonly aliases: readonly string[];
}

export interface RemoveAlias {
  readonly kind: 'remove';
  readonly indices: readonly string[];
  readonly aliases: readonly string[];
  readonly must_exist?: boolean | undefined;
}

export interface RemoveIndex {
  readonly kind: 'remove_index';
  readonly indices: readonly string[];
}

/** How an action went: removing what is not there fails by itself while others succeed. Since 8.14. */
export interface AliasOutcome {
  readonly action: AliasAction;
  readonly isFound: boolean;
}

/** ES: `IndicesAliasesRequest.INDICES_OPTIONS`. */
const CHANGEABLE = {
  ...OPEN_OR_NAMED_INDICES,
  expandsClosed: true,
  allowsNoIndices: false,
  ignoresAliases: true,
};

/**
 * Applies all actions, or none if one is refused. Source: rest-layer B.13; ES: `TransportIndicesAliasesAction`.
 *
 * @throws ElasticsearchError 404 if nothing is to be done or an alias that must exist does not, 400 for names that
 * cannot be.
 */
export function changeAliases(store: Store, actions: readonly AliasAction[]): AliasOutcome[] {
  const plan = new Plan(store);
  const outcomes = actions.map((action) => ({ action, isFound: plan.add(action) }));
  if (outcomes.every(({ isFound }) => !isFound)) {
    throw aliasesNotFound(
      actions.flatMap((action) => (action.kind === 'remove_index' ? [] : action.aliases)),
    );
  }
  plan.carryOut();
  return outcomes;
}

type Aliases = Readonly<Record<string, JsonObject>>;

/** The aliases as they will be. */
class Plan {
  private readonly store: Store;
  private readonly aliases = new Map<Index, Aliases>();
  private readonly removed = new Set<Index>();

  constructor(store: Store) {
    this.store = store;
  }

  /** Whether the action has something to do. */
  add(action: AliasAction): boolean {
    const targets = resolveTargets(this.store, action.indices, CHANGEABLE);
    switch (action.kind) {
      case 'remove_index':
        for (const index of targets) this.removed.add(index);
        return true;
      case 'add':
        for (const index of targets) this.addTo(index, action);
        return true;
      case 'remove':
        return this.removeFrom(targets, action);
    }
  }

  carryOut(): void {
    this.checkNames();
    const before = this.store.snapshot();
    try {
      this.apply();
      this.checkAgreement();
    } catch (refusal) {
      this.store.restore(before);
      throw refusal;
    }
  }

  private apply(): void {
    for (const index of this.removed) this.store.deleteIndex(index);
    for (const [index, aliases] of this.aliases) {
      if (!this.removed.has(index)) this.store.changeIndex(index, { aliases });
    }
  }

  private aliasesOf(index: Index): Aliases {
    return this.aliases.get(index) ?? index.metadata.aliases;
  }

  private addTo(index: Index, action: AddAlias): void {
    const next: Record<string, JsonObject> = { ...this.aliasesOf(index) };
    for (const expression of action.aliases) {
      const name = resolveDateMathName(expression, this.store.now);
      const alias = showAlias(name, action);
      checkAliasFilter(name, alias);
      setOwn(next, name, alias);
    }
    this.aliases.set(index, next);
  }

  private removeFrom(targets: readonly Index[], action: RemoveAlias): boolean {
    const matchers = action.aliases.map((name) =>
      patternMatcher(name === '_all' ? '*' : resolveDateMathName(name, this.store.now)),
    );
    let isFound = false;
    for (const index of targets) {
      const current = Object.entries(this.aliasesOf(index));
      const kept = current.filter(([name]) => !matchers.some((matches) => matches(name)));
      if (kept.length === current.length) continue;
      isFound = true;
      this.aliases.set(index, Object.fromEntries(kept));
    }
    if (!isFound && action.must_exist === true) throw aliasesNotFound(action.aliases);
    return isFound;
  }

  /** The name of an index that goes away is free at once. ES: `remove_index` runs before the others. */
  private checkNames(): void {
    for (const [index, aliases] of this.aliases) {
      if (this.removed.has(index)) throw indexNotFound(index.name);
      for (const name of Object.keys(aliases)) {
        const namesake = this.store.concrete(name);
        if (namesake === undefined || !this.removed.has(namesake)) checkAliasName(this.store, name);
      }
    }
  }

  /** Compared when all is in place, since actions may move a flag from one index to another. */
  private checkAgreement(): void {
    for (const [index, aliases] of this.aliases) checkAliases(this.store, index.name, aliases);
  }
}
