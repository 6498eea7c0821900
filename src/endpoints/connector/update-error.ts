import { updateError } from '../../protocol/connector/update-error.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, required, stringOrNull } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_error_request', { error: required(stringOrNull()) });

/** Source: connectors §3.8. */
export const connectorUpdateError = endpoint({
  api: 'connector.update_error',
  routes: ['PUT /_connector/{connector_id}/_error'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, store }) => updateResult(updateError(store, path.connector_id, body.error)),
});
