import { EMPTY_SERVICE_TYPE } from '../../errors/connector-errors.js';
import { updateServiceType } from '../../protocol/connector/update-service-type.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, required, string } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_service_type_request', { service_type: required(string()) });

/** Source: connectors §3.18. */
export const connectorUpdateServiceType = endpoint({
  api: 'connector.update_service_type',
  routes: ['PUT /_connector/{connector_id}/_service_type'],
  body: requiredBody(parser),
  validate: (call) => [
    ...validateConnectorId(call),
    ...(call.body.service_type === '' ? [EMPTY_SERVICE_TYPE] : []),
  ],
  handle: ({ path, body, store, cluster }) =>
    updateResult(updateServiceType(store, path.connector_id, body.service_type, rulesOf(cluster))),
});
