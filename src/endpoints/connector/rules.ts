import type { ConnectorRules } from '../../protocol/connector/connector-rules.js';
import type { Cluster } from '../../rest/cluster.js';
import { isAtLeast } from '../../rest/version.js';

const NEW: ConnectorRules = { hasSoftDelete: true, hasManagedPrefix: true, hasDescriptionLimit: true };
const OLD: ConnectorRules = { hasSoftDelete: false, hasManagedPrefix: false, hasDescriptionLimit: false };

/** The rules of the emulated release. Source: connectors §9. */
export function rulesOf({ version }: Cluster): ConnectorRules {
  return isAtLeast(version, '9') ? NEW : OLD;
}
