import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import { updateConnector, type UpdateResult } from './connector-store.js';
import { lacksDates, storeFiltering } from './filtering.js';
import type { ConnectorFiltering } from './filtering-parser.js';

/** Replaces the filtering of a connector; absent dates become `now`. */
export function writeFiltering(
  store: Store,
  id: string,
  filtering: readonly ConnectorFiltering[],
  now: Instant,
): UpdateResult {
  const at = formatInstant(now);
  const isNoopDetected = !filtering.some(lacksDates);
  return updateConnector(
    store,
    id,
    { filtering: filtering.map((one) => storeFiltering(one, at)) },
    isNoopDetected,
  );
}
