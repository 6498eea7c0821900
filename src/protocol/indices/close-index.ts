import { destructiveWildcard } from '../../errors/index-errors.js';
import { setOwn } from '../../store/deep-merge.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { isClosed } from './resolve-targets.js';

const CLOSED = 'verified_before_close';

/** Closes an index that is open. ES marks it with `index.verified_before_close`. */
export function closeIndex(store: Store, index: Index): void {
  if (isClosed(index)) return;
  store.changeIndex(index, { settings: { ...index.metadata.settings, [CLOSED]: 'true' } });
}

/** Opens an index that is closed. */
export function openIndex(store: Store, index: Index): void {
  if (!isClosed(index)) return;
  const settings: Record<string, string> = {};
  for (const [key, value] of Object.entries(index.metadata.settings)) {
    if (key !== CLOSED) setOwn(settings, key, value);
  }
  store.changeIndex(index, { settings });
}

/**
 * Refuses wildcards where much would be lost: `action.destructive_requires_name` holds, as it does by default.
 * ES: `DestructiveOperations.failDestructive`.
 *
 * @throws ElasticsearchError `illegal_argument_exception` (400)
 */
export function refuseWildcards(expression: string): void {
  const names = expression.split(',').filter((name) => name !== '');
  const isNothing = names.length === 2 && names[0] === '*' && names[1] === '-*';
  if (isNothing) return;
  if (names.length === 0 || names.some((name) => name === '_all' || name.includes('*'))) {
    throw destructiveWildcard();
  }
}
