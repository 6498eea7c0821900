import { unboxedNull } from '../../errors/connector-errors.js';
import type { JsonObject } from '../../xcontent/json.js';
import { boolean, nested, objectParser, optional } from '../../xcontent/object-parser.js';

/** `enabled` is optional to the parser and then unboxed. Source: connectors §3.9; ES: `ConnectorFeatures.FeatureEnabled`. */
const featureEnabled = objectParser(
  'connector_feature_enabled',
  { enabled: optional(boolean()) },
  {
    unknown: 'ignore',
    build: ({ enabled }): JsonObject => {
      if (enabled === undefined) throw unboxedNull('args[0]');
      return { enabled };
    },
  },
);

const syncRules = objectParser(
  'sync_rules_features',
  { advanced: optional(nested(featureEnabled)), basic: optional(nested(featureEnabled)) },
  {
    unknown: 'ignore',
    build: ({ advanced, basic }): JsonObject => ({ ...(advanced && { advanced }), ...(basic && { basic }) }),
  },
);

/** The features of a connector, as they are stored. Source: connectors §2.2; ES: `ConnectorFeatures`. */
export const connectorFeatures = objectParser(
  'connector_features',
  {
    document_level_security: optional(nested(featureEnabled)),
    incremental_sync: optional(nested(featureEnabled)),
    native_connector_api_keys: optional(nested(featureEnabled)),
    sync_rules: optional(nested(syncRules)),
  },
  {
    unknown: 'ignore',
    build: (features): JsonObject => {
      const { document_level_security, incremental_sync, native_connector_api_keys, sync_rules } = features;
      return {
        ...(document_level_security && { document_level_security }),
        ...(incremental_sync && { incremental_sync }),
        ...(native_connector_api_keys && { native_connector_api_keys }),
        ...(sync_rules && { sync_rules }),
      };
    },
  },
);
