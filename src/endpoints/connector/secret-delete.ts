import { deleteSecret } from '../../protocol/connector/secret-delete.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { validateSecretId } from './secret-id.js';

/** Source: connectors §4. */
export const connectorSecretDelete = endpoint({
  api: 'connector.secret_delete',
  routes: ['DELETE /_connector/_secret/{id}'],
  validate: validateSecretId,
  handle: ({ path, store }) => {
    deleteSecret(store, path.id);
    return ok({ deleted: true });
  },
});
