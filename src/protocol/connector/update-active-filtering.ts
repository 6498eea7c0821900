import type { Instant } from '../../clock/instant.js';
import { draftNotValid } from '../../errors/connector-errors.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, type UpdateResult } from './connector-store.js';
import { filteringOf } from './filtering.js';
import { writeFiltering } from './write-filtering.js';

/**
 * Copies the draft over the active filtering. Source: connectors §3.12.
 * @throws ElasticsearchError 404 without the connector, 400 unless the draft is valid.
 */
export function activateFiltering(
  store: Store,
  id: string,
  rules: ConnectorRules,
  now: Instant,
): UpdateResult {
  const { draft } = filteringOf(readConnector(store, id, rules));
  if (draft.validation.state !== 'valid') throw draftNotValid(draft.validation.state);
  return writeFiltering(store, id, [{ active: draft, draft }], now);
}
