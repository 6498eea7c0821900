import { NO_NAME } from '../../errors/connector-errors.js';
import { validateDescription } from '../../protocol/connector/description.js';
import { updateName } from '../../protocol/connector/update-name.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, optional, stringOrNull } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const parser = objectParser('connector_update_name_request', {
  name: optional(stringOrNull()),
  description: optional(stringOrNull()),
});

/** Source: connectors §3.14. */
export const connectorUpdateName = endpoint({
  api: 'connector.update_name',
  routes: ['PUT /_connector/{connector_id}/_name'],
  body: requiredBody(parser),
  validate: (call) => [
    ...validateConnectorId(call),
    ...(call.body.name == null && call.body.description == null ? [NO_NAME] : []),
    ...validateDescription(call.body.description, rulesOf(call.cluster)),
  ],
  handle: ({ path, body, store }) => updateResult(updateName(store, path.connector_id, body)),
});
