import { checkInConnector } from '../../protocol/connector/check-in.js';
import { endpoint, updateResult } from '../../rest/endpoint.js';
import { validateConnectorId } from './connector-id.js';

/** Source: connectors §3.5. */
export const connectorCheckIn = endpoint({
  api: 'connector.check_in',
  routes: ['PUT /_connector/{connector_id}/_check_in'],
  validate: validateConnectorId,
  handle: ({ path, now, store }) => updateResult(checkInConnector(store, path.connector_id, now)),
});
