import { noStoredConfiguration, unknownConfigurationKeys } from '../../errors/connector-errors.js';
import { nullPointer } from '../../errors/request-errors.js';
import { CONNECTORS_INDEX } from '../../store/connector-indices.js';
import { setOwn } from '../../store/deep-merge.js';
import type { StoredDocument } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { indexToWrite } from './connector-index.js';
import type { ConnectorRules } from './connector-rules.js';
import { readConnector, refreshConnectors, updateAndRefresh, type UpdateResult } from './connector-store.js';
import { storedObject } from './stored-field.js';

export interface ConfigurationBody {
  /** The whole schema with its values. */
  readonly configuration?: JsonObject;
  /** New values of known fields. */
  readonly values?: JsonObject;
}

/**
 * Replaces the configuration, or sets values in it. Either way the connector is `configured`, whatever it was; values
 * are not checked against the schema. Source: connectors §3.7.
 * @throws ElasticsearchError 404 without the connector; 400 for a value whose field has no schema; 500 for a null value.
 */
export function updateConfiguration(
  store: Store,
  id: string,
  { configuration, values = {} }: ConfigurationBody,
  rules: ConnectorRules,
): UpdateResult {
  const document = readConnector(store, id, rules);
  if (configuration) return replaceConfiguration(store, document, configuration);
  checkKeys(document, Object.keys(values));
  return updateAndRefresh(store, id, { configuration: patchOf(values), status: 'configured' });
}

/** ES updates by a script here: it never finds that nothing has changed. */
function replaceConfiguration(
  store: Store,
  { id, source, routing }: StoredDocument,
  configuration: JsonObject,
): UpdateResult {
  store.put(indexToWrite(store, CONNECTORS_INDEX), {
    id,
    routing,
    source: { ...source, configuration, status: 'configured' },
  });
  refreshConnectors(store);
  return 'updated';
}

function checkKeys(document: StoredDocument, keys: readonly string[]): void {
  const stored = storedObject(document, 'configuration');
  if (stored === null) throw noStoredConfiguration();
  const unknown = keys.filter((key) => !Object.hasOwn(stored, key));
  if (unknown.length > 0) throw unknownConfigurationKeys(unknown);
}

function patchOf(values: JsonObject): JsonObject {
  const patch: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(values)) {
    // ES builds `Map.of("value", value)`, which takes no null. Source: connectors §10.3.
    if (value === null) throw nullPointer(null);
    setOwn(patch, key, { value });
  }
  return patch;
}
