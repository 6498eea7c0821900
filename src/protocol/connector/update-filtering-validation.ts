import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, updateConnector, type UpdateResult } from './connector-store.js';
import { filteringOf, storeFiltering } from './filtering.js';
import type { FilteringValidation } from './filtering-parser.js';

/** Writes what the connector service found of the draft. Source: connectors §3.11. */
export function updateFilteringValidation(
  store: Store,
  id: string,
  validation: FilteringValidation,
  rules: ConnectorRules,
  now: Instant,
): UpdateResult {
  const { active, draft } = filteringOf(readConnector(store, id, rules));
  const filtering = { active, draft: { ...draft, validation } };
  return updateConnector(store, id, { filtering: [storeFiltering(filtering, formatInstant(now))] });
}
