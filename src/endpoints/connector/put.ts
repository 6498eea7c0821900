import { putConnector } from '../../protocol/connector/put.js';
import { endpoint } from '../../rest/endpoint.js';
import { createBody, creation, creationReply, validateCreation } from './create-connector.js';

/** Source: connectors §3.1. */
export const connectorPut = endpoint({
  api: 'connector.put',
  routes: ['PUT /_connector/{connector_id}', 'PUT /_connector'],
  body: createBody,
  validate: validateCreation,
  handle: (call) =>
    creationReply(putConnector(call.store, call.path.connector_id, call.body ?? {}, creation(call))),
});
