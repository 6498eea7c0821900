import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, type UpdateResult } from './connector-store.js';
import { filteringOf } from './filtering.js';
import type { FilteringValidation } from './filtering-parser.js';
import { writeFiltering } from './write-filtering.js';

/** Writes what the connector service found of the draft. Source: connectors §3.11. */
export function updateFilteringValidation(
  store: Store,
  id: string,
  validation: FilteringValidation,
  rules: ConnectorRules,
  now: Instant,
): UpdateResult {
  const { active, draft } = filteringOf(readConnector(store, id, rules));
  return writeFiltering(store, id, [{ active, draft: { ...draft, validation } }], now);
}
