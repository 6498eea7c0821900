import { NO_STATUS } from '../../errors/connector-errors.js';
import { parseConnectorStatus, type ConnectorStatus } from '../../protocol/connector/connector-status.js';
import { updateStatus } from '../../protocol/connector/update-status.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { mapped, objectParser, optional, string } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_status_request', {
  status: optional(mapped(string(), parseConnectorStatus)),
});

/** Source: connectors §3.19. */
export const connectorUpdateStatus = endpoint({
  api: 'connector.update_status',
  routes: ['PUT /_connector/{connector_id}/_status'],
  body: requiredBody(parser),
  validate: (call) => [...validateConnectorId(call), ...(call.body.status === undefined ? [NO_STATUS] : [])],
  handle: ({ path, body, store, cluster }) =>
    updateResult(updateStatus(store, path.connector_id, body.status as ConnectorStatus, rulesOf(cluster))),
});
