import { updateNative } from '../../protocol/connector/update-native.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { boolean, objectParser, required } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_native_request', { is_native: required(boolean()) });

/** Source: connectors §3.15. */
export const connectorUpdateNative = endpoint({
  api: 'connector.update_native',
  routes: ['PUT /_connector/{connector_id}/_native'],
  body: requiredBody(parser),
  validate: validateConnectorId,
  handle: ({ path, body, store, cluster }) =>
    updateResult(updateNative(store, path.connector_id, body.is_native, rulesOf(cluster))),
});
