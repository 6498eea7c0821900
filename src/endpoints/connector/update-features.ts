import { connectorFeatures } from '../../protocol/connector/features-parser.js';
import { updateFeatures } from '../../protocol/connector/update-features.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { nested, objectParser, optional } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_features_request', {
  features: optional(nested(connectorFeatures)),
});

/** Source: connectors §3.9. */
export const connectorUpdateFeatures = endpoint({
  api: 'connector.update_features',
  routes: ['PUT /_connector/{connector_id}/_features'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, store }) => updateResult(updateFeatures(store, path.connector_id, body.features)),
});
