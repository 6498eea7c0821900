import { invalidStatusTransition } from '../../errors/connector-errors.js';
import type { Store } from '../../store/store.js';
import type { ConnectorRules } from './connector-rules.js';
import { isConnectorStatusTransition, type ConnectorStatus } from './connector-status.js';
import { connectorStatusOf, readConnector, updateConnector, type UpdateResult } from './connector-store.js';

/**
 * The one write that keeps to the state machine. Source: connectors §3.19, §7.
 * @throws ElasticsearchError 404 without the connector, 400 for a step that the connector protocol does not know.
 */
export function updateStatus(
  store: Store,
  id: string,
  status: ConnectorStatus,
  rules: ConnectorRules,
): UpdateResult {
  const current = connectorStatusOf(readConnector(store, id, rules));
  if (!isConnectorStatusTransition(current, status)) throw invalidStatusTransition(current, status);
  return updateConnector(store, id, { status });
}
