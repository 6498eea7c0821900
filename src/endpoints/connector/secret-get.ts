import { getSecret } from '../../protocol/connector/secret-get.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { validateSecretId } from './secret-id.js';

/** Source: connectors §4. */
export const connectorSecretGet = endpoint({
  api: 'connector.secret_get',
  routes: ['GET /_connector/_secret/{id}'],
  validate: validateSecretId,
  handle: ({ path, store }) => ok(getSecret(store, path.id)),
});
