import { FILTERING_AND_DRAFT, NO_DRAFT } from '../../errors/connector-errors.js';
import {
  advancedSnippet,
  connectorFiltering,
  filteringRule,
} from '../../protocol/connector/filtering-parser.js';
import { updateFiltering, type FilteringBody } from '../../protocol/connector/update-filtering.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { nested, objectArray, objectParser, optional } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_filtering_request', {
  filtering: optional(objectArray(connectorFiltering)),
  advanced_snippet: optional(nested(advancedSnippet)),
  rules: optional(objectArray(filteringRule)),
});

function validateForms({ filtering, advanced_snippet, rules }: FilteringBody): readonly string[] {
  const hasDraft = advanced_snippet !== undefined || rules !== undefined;
  if (filtering) return hasDraft ? [FILTERING_AND_DRAFT] : [];
  return hasDraft ? [] : [NO_DRAFT];
}

/** Source: connectors §3.10. */
export const connectorUpdateFiltering = endpoint({
  api: 'connector.update_filtering',
  routes: ['PUT /_connector/{connector_id}/_filtering'],
  body: requiredBody(parser),
  validate: (call) => [...validateConnectorId(call), ...validateForms(call.body)],
  handle: ({ path, body, now, store, cluster }) =>
    updateResult(updateFiltering(store, path.connector_id, body, rulesOf(cluster), now)),
});
