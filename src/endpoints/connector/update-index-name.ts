import { validateIndexName } from '../../protocol/connector/index-name.js';
import { updateIndexName } from '../../protocol/connector/update-index-name.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, required, stringOrNull } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';
import { searchContext } from './search-context.js';

const parser = objectParser('connector_update_index_name_request', {
  index_name: required(stringOrNull()),
});

/** Source: connectors §3.13. */
export const connectorUpdateIndexName = endpoint({
  api: 'connector.update_index_name',
  routes: ['PUT /_connector/{connector_id}/_index_name'],
  body: requiredBody(parser),
  validate: (call) => [...validateConnectorId(call), ...validateIndexName(call.body.index_name)],
  handle: (call) => {
    const { path, body, store, cluster } = call;
    const rules = rulesOf(cluster);
    return updateResult(
      updateIndexName(store, path.connector_id, body.index_name, rules, searchContext(call)),
    );
  },
});
