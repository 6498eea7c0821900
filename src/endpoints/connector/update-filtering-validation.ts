import { filteringValidation } from '../../protocol/connector/filtering-parser.js';
import { updateFilteringValidation } from '../../protocol/connector/update-filtering-validation.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { nested, objectParser, required } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_filtering_validation', {
  validation: required(nested(filteringValidation)),
});

/** Source: connectors §3.11. */
export const connectorUpdateFilteringValidation = endpoint({
  api: 'connector.update_filtering_validation',
  routes: ['PUT /_connector/{connector_id}/_filtering/_validation'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, now, store, cluster }) =>
    updateResult(updateFilteringValidation(store, path.connector_id, body.validation, rulesOf(cluster), now)),
});
