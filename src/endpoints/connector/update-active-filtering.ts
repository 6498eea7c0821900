import { activateFiltering } from '../../protocol/connector/update-active-filtering.js';
import { endpoint, updateResult } from '../../rest/endpoint.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

/** Source: connectors §3.12. */
export const connectorUpdateActiveFiltering = endpoint({
  api: 'connector.update_active_filtering',
  routes: ['PUT /_connector/{connector_id}/_filtering/_activate'],
  validate: validateConnectorId,
  handle: ({ path, now, store, cluster }) =>
    updateResult(activateFiltering(store, path.connector_id, rulesOf(cluster), now)),
});
