import { NO_API_KEY } from '../../errors/connector-errors.js';
import { updateApiKeyId } from '../../protocol/connector/update-api-key-id.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, optional, stringOrNull } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_api_key_id_request', {
  api_key_id: optional(stringOrNull()),
  api_key_secret_id: optional(stringOrNull()),
});

/** Source: connectors §3.6. */
export const connectorUpdateApiKeyId = endpoint({
  api: 'connector.update_api_key_id',
  routes: ['PUT /_connector/{connector_id}/_api_key_id'],
  body: requiredBody(parser),
  validate: (call) => {
    const { api_key_id, api_key_secret_id } = call.body;
    return [
      ...validateConnectorId(call),
      ...(api_key_id == null && api_key_secret_id == null ? [NO_API_KEY] : []),
    ];
  },
  handle: ({ path, body, store }) => updateResult(updateApiKeyId(store, path.connector_id, body)),
});
