import { CONFIGURATION_AND_VALUES, mustEndOn, NO_CONFIGURATION } from '../../errors/connector-errors.js';
import { configurationMap } from '../../protocol/connector/configuration-parser.js';
import {
  updateConfiguration,
  type ConfigurationBody,
} from '../../protocol/connector/update-configuration.js';
import { endpoint, updateResult } from '../../rest/endpoint.js';
import type { JsonObject } from '../../xcontent/json.js';
import { anyValue, custom, objectParser, optional, type FieldKind } from '../../xcontent/object-parser.js';
import { validateConnectorId } from './connector-id.js';
import { rulesOf } from './rules.js';

const ARRAY = Symbol('array');

/**
 * Declared as anything and read as a map, which makes an empty one of everything that is no object.
 * ES: `UpdateConnectorConfigurationAction`, `AbstractXContentParser.map`.
 */
const values: FieldKind<JsonObject | typeof ARRAY> = custom(anyValue().tokens, (reader) => {
  if (reader.token === 'START_OBJECT') return reader.readValue() as JsonObject;
  if (reader.token !== 'START_ARRAY') return {};
  reader.skipChildren();
  return ARRAY;
});

const parser = objectParser('connector_update_configuration_request', {
  configuration: optional(configurationMap),
  values: optional(values),
});

/** An array of values makes Elasticsearch stumble over its own map: that is no failure of the field. */
function parseBody(text: string): ConfigurationBody {
  const { configuration, values: sent } = parser.parseText(text);
  if (sent === ARRAY) throw mustEndOn('values', 'END_ARRAY');
  return { ...(configuration && { configuration }), ...(sent && { values: sent }) };
}

function validateForms({ configuration, values: sent }: ConfigurationBody): readonly string[] {
  if (configuration && sent) return [CONFIGURATION_AND_VALUES];
  return configuration || sent ? [] : [NO_CONFIGURATION];
}

/** Source: connectors §3.7. */
export const connectorUpdateConfiguration = endpoint({
  api: 'connector.update_configuration',
  routes: ['PUT /_connector/{connector_id}/_configuration'],
  body: { isRequired: true, parse: parseBody },
  validate: (call) => [...validateConnectorId(call), ...validateForms(call.body)],
  handle: ({ path, body, store, cluster }) =>
    updateResult(updateConfiguration(store, path.connector_id, body, rulesOf(cluster))),
});
