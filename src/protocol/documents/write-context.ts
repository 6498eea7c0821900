import type { Instant } from '../../clock/instant.js';
import type { IdSource } from '../../clock/ids.js';
import { aliasRequired, dataStreamRequired } from '../../errors/target-errors.js';
import { refreshIfDue, type RefreshMode } from '../../search/search-view.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { autoCreateIndex } from '../indices/create-index.js';
import { checkWritable } from '../indices/index-blocks.js';
import { resolveDateMathName } from '../indices/date-math-name.js';
import { resolveWriteTarget } from '../indices/resolve-targets.js';
import type { WriteOperation } from './write-operation.js';

export type Refresh = 'true' | 'false' | 'wait_for';

/** What writes need to know of the request and of the cluster. */
export interface WriteContext {
  readonly store: Store;
  readonly now: Instant;
  readonly ids: IdSource;
  readonly refreshMode: RefreshMode;
  readonly refresh: Refresh;
  readonly isBulk: boolean;
  /** Whether the writer sees only some documents of an index that it calls so; undefined if it sees all. */
  readonly isLimited?: ((name: string) => boolean) | undefined;
}

/**
 * The index that a write means, if it is there already.
 * @param name the target, as pipelines have left it
 * @throws ElasticsearchError for a target that cannot be
 */
export function writeTarget(
  { store }: WriteContext,
  operation: WriteOperation,
  name: string,
): Index | undefined {
  if (operation.isAliasRequired && store.aliased(name).length === 0) throw aliasRequired(name);
  if (operation.isDataStreamRequired) throw dataStreamRequired(name);
  return resolveWriteTarget(store, name);
}

export function targetName({ now }: WriteContext, index = ''): string {
  return index.startsWith('<') ? resolveDateMathName(index, now) : index;
}

/** Makes an index ready for a write: auto-created where missing, refreshed where a periodic refresh is due. */
export function openForWrite(
  { store, now, refreshMode }: WriteContext,
  target: Index | undefined,
  name: string,
): Index {
  const index = target ?? autoCreateIndex(store, name);
  checkWritable(index);
  if (refreshMode === 'nrt') refreshIfDue(index, now);
  return index;
}
