import { EMPTY_SECRET_ID } from '../../errors/connector-secret-errors.js';

/** The check that get and delete of a secret make. Source: ES: `GetConnectorSecretRequest`, `DeleteConnectorSecretRequest`. */
export function validateSecretId({ path }: { path: { id: string } }): readonly string[] {
  return path.id === '' ? [EMPTY_SECRET_ID] : [];
}
