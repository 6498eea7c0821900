import { NO_SCHEDULE } from '../../errors/connector-errors.js';
import { connectorScheduling } from '../../protocol/connector/scheduling-parser.js';
import { updateScheduling } from '../../protocol/connector/update-scheduling.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import type { JsonObject } from '../../xcontent/json.js';
import { nested, objectParser, required } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';

const parser = objectParser('connector_update_scheduling_request', {
  scheduling: required(nested(connectorScheduling)),
});

/** ES asks for `incremental` twice and never for `access_control`: one of those alone is refused. Source: connectors §3.17. */
function validateScheduling({ full, incremental }: JsonObject): readonly string[] {
  return full === undefined && incremental === undefined ? [NO_SCHEDULE] : [];
}

/** Source: connectors §3.17. */
export const connectorUpdateScheduling = endpoint({
  api: 'connector.update_scheduling',
  routes: ['PUT /_connector/{connector_id}/_scheduling'],
  body: requiredBody(parser),
  validate: (call) => [...validateConnectorId(call), ...validateScheduling(call.body.scheduling)],
  handle: ({ path, body, store }) =>
    updateResult(updateScheduling(store, path.connector_id, body.scheduling)),
});
