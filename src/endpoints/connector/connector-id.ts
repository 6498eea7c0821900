import { CONNECTOR_ID_MISSING, EMPTY_CONNECTOR_ID } from '../../errors/connector-errors.js';

interface Addressed {
  readonly path: { readonly connector_id: string };
}

/** The check that every update of one connector makes. Source: connectors §3. */
export function validateConnectorId({ path }: Addressed): readonly string[] {
  return path.connector_id === '' ? [EMPTY_CONNECTOR_ID] : [];
}

/** The same in the words of get and delete. */
export function requireConnectorId({ path }: Addressed): readonly string[] {
  return path.connector_id === '' ? [CONNECTOR_ID_MISSING] : [];
}
