import { formatInstant } from '../../clock/format-instant.js';
import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, updateConnector, type UpdateResult } from './connector-store.js';
import { EDITED, filteringOf, normalizeRules, storeFiltering } from './filtering.js';
import type { AdvancedSnippet, ConnectorFiltering, FilteringRule } from './filtering-parser.js';

export interface FilteringBody {
  /** Everything at once, as it is. */
  readonly filtering?: readonly ConnectorFiltering[];
  readonly advanced_snippet?: AdvancedSnippet;
  readonly rules?: readonly FilteringRule[];
}

/**
 * Stores a whole filtering as it was sent, or edits the draft: what was not sent stays, the rules are put in order,
 * and the draft has to be validated again. Source: connectors §3.10.
 * @throws ElasticsearchError 404 without the connector.
 */
export function updateFiltering(
  store: Store,
  id: string,
  { filtering, advanced_snippet, rules }: FilteringBody,
  connectorRules: ConnectorRules,
  now: Instant,
): UpdateResult {
  const at = formatInstant(now);
  if (filtering) {
    return updateConnector(store, id, { filtering: filtering.map((one) => storeFiltering(one, at)) });
  }
  const { active, draft } = filteringOf(readConnector(store, id, connectorRules));
  const edited = {
    advanced_snippet: advanced_snippet ?? draft.advanced_snippet,
    rules: rules ? normalizeRules(rules, at) : draft.rules,
    validation: EDITED,
  };
  return updateConnector(store, id, { filtering: [storeFiltering({ active, draft: edited }, at)] });
}
