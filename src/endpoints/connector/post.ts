import { postConnector } from '../../protocol/connector/post.js';
import { endpoint } from '../../rest/endpoint.js';
import { createBody, creation, creationReply, validateCreation } from './create-connector.js';

/** Source: connectors §3.1. */
export const connectorPost = endpoint({
  api: 'connector.post',
  routes: ['POST /_connector'],
  body: createBody,
  validate: validateCreation,
  handle: (call) => creationReply(postConnector(call.store, call.body ?? {}, creation(call))),
});
