import type { ElasticsearchError } from './elasticsearch-error.js';
import { resourceNotFound } from './request-errors.js';

/** Messages that a secret request's `validate()` can give. Source: connectors §4; ES: `ConnectorSecretsConstants`. */
export const EMPTY_SECRET_ID = '[id] of the connector secret cannot be null or empty.';
export const EMPTY_PUT_ID = '[id] cannot be [null] or [""]';
export const EMPTY_PUT_VALUE = '[value] cannot be [null] or [""]';
export const EMPTY_POST_VALUE = '[value] of the connector secret cannot be [null] or [""]';

/** Source: connectors §4. */
export function secretNotFound(id: string): ElasticsearchError {
  return resourceNotFound(`No secret with id [${id}]`);
}
