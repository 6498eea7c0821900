import { enumeration } from './enumeration.js';

export const CONNECTOR_STATUSES = [
  'created',
  'needs_configuration',
  'configured',
  'connected',
  'error',
] as const;

/** Where a connector stands. */
export type ConnectorStatus = (typeof CONNECTOR_STATUSES)[number];

/** @throws ElasticsearchError `Unknown ConnectorStatus [x].` */
export const parseConnectorStatus = enumeration('ConnectorStatus', CONNECTOR_STATUSES);

/** Source: connectors §7; ES: `ConnectorStateMachine`. */
const FOLLOWING: Readonly<Record<ConnectorStatus, readonly ConnectorStatus[]>> = {
  created: ['needs_configuration', 'error'],
  needs_configuration: ['configured', 'error'],
  configured: ['needs_configuration', 'configured', 'connected', 'error'],
  connected: ['connected', 'configured', 'error'],
  error: ['connected', 'configured', 'error'],
};

/** Whether the connector protocol knows the step. Only `_status` asks; other writes go past it (connectors §7). */
export function isConnectorStatusTransition(from: ConnectorStatus, to: ConnectorStatus): boolean {
  return FOLLOWING[from].includes(to);
}
