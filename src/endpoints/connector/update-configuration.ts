import { CONFIGURATION_AND_VALUES, NO_CONFIGURATION } from '../../errors/connector-errors.js';
import { configurationMap } from '../../protocol/connector/configuration-parser.js';
import {
  updateConfiguration,
  type ConfigurationBody,
} from '../../protocol/connector/update-configuration.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import type { JsonObject } from '../../xcontent/json.js';
import { anyValue, custom, objectParser, optional, type FieldKind } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

/**
 * Declared as anything and read as a map, which makes an empty one of everything that is no object; of an array, too,
 * without reading it, which the object's parser does not forgive.
 * ES: `UpdateConnectorConfigurationAction`, `AbstractXContentParser.map`.
 */
const values: FieldKind<JsonObject> = custom(anyValue().tokens, (reader) =>
  reader.token === 'START_OBJECT' ? (reader.readValue() as JsonObject) : {},
);

const parser = objectParser('connector_update_configuration_request', {
  configuration: optional(configurationMap),
  values: optional(values),
});

function validateForms({ configuration, values: sent }: ConfigurationBody): readonly string[] {
  if (configuration && sent) return [CONFIGURATION_AND_VALUES];
  return configuration || sent ? [] : [NO_CONFIGURATION];
}

/** Source: connectors §3.7. */
export const connectorUpdateConfiguration = endpoint({
  api: 'connector.update_configuration',
  routes: ['PUT /_connector/{connector_id}/_configuration'],
  body: requiredBody(parser),
  validate: (call) => [...validateConnectorId(call), ...validateForms(call.body)],
  handle: ({ path, body, store, cluster }) =>
    updateResult(updateConfiguration(store, path.connector_id, body, rulesOf(cluster))),
});
