import { getConnector } from '../../protocol/connector/get.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, since } from '../../rest/parameters.js';
import { requireConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

/** Source: connectors §3.2. */
export const connectorGet = endpoint({
  api: 'connector.get',
  routes: ['GET /_connector/{connector_id}'],
  params: { include_deleted: since('9', flag(false)) },
  validate: requireConnectorId,
  handle: ({ path, params, store, cluster }) =>
    ok(getConnector(store, path.connector_id, rulesOf(cluster), params)),
});
