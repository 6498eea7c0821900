import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import { updateConnector, type UpdateResult } from './connector-store.js';

/** Says that the connector is alive. Source: connectors §3.5. */
export function checkInConnector(store: Store, id: string, now: Instant): UpdateResult {
  return updateConnector(store, id, { last_seen: formatInstant(now) }, false);
}
