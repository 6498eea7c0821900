import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { connectorStatusOf, readConnector, updateConnector, type UpdateResult } from './connector-store.js';

/** Another service needs another configuration, unless there never was one. Source: connectors §3.18. */
export function updateServiceType(
  store: Store,
  id: string,
  serviceType: string,
  rules: ConnectorRules,
): UpdateResult {
  const status = connectorStatusOf(readConnector(store, id, rules));
  return updateConnector(store, id, {
    service_type: serviceType,
    status: status === 'created' ? 'created' : 'needs_configuration',
  });
}
