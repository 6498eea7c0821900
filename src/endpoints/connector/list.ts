import { validateIndexName } from '../../protocol/connector/index-name.js';
import { listConnectors } from '../../protocol/connector/list.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag, list, since, text } from '../../rest/parameters.js';
import { checkPage, pageParameters } from './page-parameters.js';
import { rulesOf } from './rules.js';
import { searchContext } from './search-context.js';

/** Source: connectors §3.3. */
export const connectorList = endpoint({
  api: 'connector.list',
  routes: ['GET /_connector'],
  params: {
    ...pageParameters,
    index_name: list(),
    connector_name: list(),
    service_type: list(),
    query: text(),
    include_deleted: since('9', flag(false)),
  },
  check: checkPage,
  validate: ({ params }) => params.index_name.flatMap(validateIndexName),
  handle: (call) => ok(listConnectors(call.store, call.params, rulesOf(call.cluster), searchContext(call))),
});
