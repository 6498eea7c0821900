import { deleteConnector } from '../../protocol/connector/delete.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, since } from '../../rest/parameters.js';
import { requireConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';
import { searchContext } from './search-context.js';

/** Before 9.0 every delete removes the document. Source: connectors §3.4, §9. */
export const connectorDelete = endpoint({
  api: 'connector.delete',
  routes: ['DELETE /_connector/{connector_id}'],
  params: { delete_sync_jobs: flag(false), hard: since('9', flag(false)) },
  validate: requireConnectorId,
  handle: (call) => {
    const rules = rulesOf(call.cluster);
    const { hard, delete_sync_jobs } = call.params;
    const options = { hard: hard || !rules.hasSoftDelete, delete_sync_jobs };
    deleteConnector(call.store, call.path.connector_id, options, rules, searchContext(call));
    return ok({ acknowledged: true });
  },
});
