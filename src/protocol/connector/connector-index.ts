import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import { autoCreateIndex } from '../indices/create-index.js';
import { checkReadable, checkWritable } from '../indices/index-blocks.js';
import { checkOpen } from '../indices/resolve-targets.js';

/*
 * The API reads and writes its indices by ordinary requests: whoever closes or blocks them closes or blocks the API.
 * ES: `ConnectorIndexService`, `ConnectorSyncJobIndexService`.
 */

/**
 * The index as gets and searches find it; undefined if nothing was written yet.
 * @throws ElasticsearchError 400 for a closed index, 403 for one that is blocked
 */
export function indexToRead(store: Store, name: string): Index | undefined {
  const index = store.concrete(name);
  if (index) checkReadable(checkOpen(index));
  return index;
}

/** The same for deletions, which do not make the index either. */
export function indexToDeleteFrom(store: Store, name: string): Index | undefined {
  const index = store.concrete(name);
  if (index) checkWritable(checkOpen(index));
  return index;
}

/**
 * The index of a write, made from its templates if it is missing.
 * @throws ElasticsearchError as {@link indexToDeleteFrom}; 400 if an index has the name of its alias
 */
export function indexToWrite(store: Store, name: string): Index {
  return indexToDeleteFrom(store, name) ?? autoCreateIndex(store, name);
}
