import type { Instant } from '../../clock/instant.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, type UpdateResult } from './connector-store.js';
import { EDITED, filteringOf, normalizeRules } from './filtering.js';
import type { AdvancedSnippet, ConnectorFiltering, FilteringRule } from './filtering-parser.js';
import { writeFiltering } from './write-filtering.js';

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
  if (filtering) return writeFiltering(store, id, filtering, now);
  const { active, draft } = filteringOf(readConnector(store, id, connectorRules));
  const edited = {
    advanced_snippet: advanced_snippet ?? draft.advanced_snippet,
    rules: rules ? normalizeRules(rules) : draft.rules,
    validation: EDITED,
  };
  return writeFiltering(store, id, [{ active, draft: edited }], now);
}
