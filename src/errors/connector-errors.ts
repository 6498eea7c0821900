import { ElasticsearchError } from './elasticsearch-error.js';
import {
  actionRequestValidation,
  illegalArgument,
  nullPointer,
  resourceNotFound,
  statusException,
} from './request-errors.js';
import { xContentParse, type XContentLocation } from './xcontent-errors.js';

/** Messages that a connector request's `validate()` can give. Source: connectors §3. */
export const EMPTY_CONNECTOR_ID = '[connector_id] cannot be [null] or [""].';
export const CONNECTOR_ID_MISSING = 'connector_id missing';
export const NO_API_KEY =
  '[api_key_id] and [api_key_secret_id] cannot both be [null]. Please provide a value for at least one of them.';
export const NO_CONFIGURATION = '[configuration] and [values] cannot both be null.';
export const CONFIGURATION_AND_VALUES =
  '[configuration] and [values] cannot both be provided in the same request.';
export const NO_DRAFT = '[advanced_snippet] and [rules] cannot be both [null].';
export const FILTERING_AND_DRAFT =
  'If [filtering] is specified, [rules] and [advanced_snippet] should not be present in the request body.';
export const NO_NAME =
  '[name] and [description] cannot both be [null]. Please provide a value for at least one of them.';
export const NO_SCHEDULE =
  '[scheduling] object needs to define at least one schedule type: [full | incremental | access_control]';
export const EMPTY_SERVICE_TYPE = '[service_type] cannot be [null] or [""].';
export const NO_STATUS = '[status] cannot be [null].';

/** An index name that cannot be one, as Java prints the exception. Source: connectors §3.1; ES: `ConnectorActionRequest`. */
export function unusableIndexName(name: string, why: string): string {
  return `[${name}] org.elasticsearch.indices.InvalidIndexNameException: Invalid index name [${name}], ${why}`;
}

/** Source: connectors §3.1; ES: `ConnectorActionRequest.validateManagedConnectorIndexPrefix`. */
export function notManagedIndexName(name: string, prefix: string): string {
  return `Index [${name}] is invalid. Index attached to an Elastic-managed connector must start with the prefix: [${prefix}]`;
}

/** ES: `ConnectorActionRequest.validateDescription`. */
export function descriptionTooLong(length: number, most: number): string {
  return `[description] length [${length}] exceeds the maximum allowed length [${most}].`;
}

/** 404 of every endpoint that reads the connector first. Source: connectors §1.3. */
export function connectorNotFound(id: string): ElasticsearchError {
  return resourceNotFound(`connector [${id}] not found`);
}

/** Source: rest-layer B.2; ES: `IndexRequest.validate`. */
export function documentIdTooLong(id: string, bytes: number): ElasticsearchError {
  return actionRequestValidation([
    `id [${id}] is too long, must be no longer than 512 bytes but was: ${bytes}`,
  ]);
}

/** Source: connectors §3.1 and §3.13. */
export function indexNameInUse(name: string): ElasticsearchError {
  return statusException(400, `Index name [${name}] is used by another connector.`);
}

/** A native connector must not get an index without the prefix. Source: connectors §3.13. */
export function indexNameNotManaged(name: string, prefix: string): ElasticsearchError {
  return statusException(
    400,
    `Index attached to an Elastic-managed connector must start with the prefix: [${prefix}]. The index name in the payload [${name}] doesn't comply with this requirement.`,
  );
}

/** A connector whose index lacks the prefix must not become native. Source: connectors §3.15. */
export function attachedIndexNotManaged(name: string, id: string, prefix: string): ElasticsearchError {
  return statusException(
    400,
    `The index name [${name}] attached to the connector [${id}] must start with the required prefix: [${prefix}] to be Elastic-managed. Please update the attached index first to comply with this requirement.`,
  );
}

/** Source: connectors §3.7. */
export function unknownConfigurationKeys(keys: readonly string[]): ElasticsearchError {
  return statusException(
    400,
    `Unknown [configuration] fields in the request payload: [${keys.join(', ')}]. Remove them from request or register their schema first.`,
  );
}

/** Source: connectors §3.12. */
export function draftNotValid(state: string): ElasticsearchError {
  return statusException(
    400,
    `Filtering draft needs to be validated by the connector service before activation. Current filtering draft validation state [${state}] is not equal to [valid].`,
  );
}

/** Source: connectors §7. */
export function invalidStatusTransition(from: string, to: string): ElasticsearchError {
  const reason = `Invalid transition attempt from [${from}] to [${to}]. Such a status transition is not supported by the Connector Protocol.`;
  const cause = new ElasticsearchError({
    status: 500,
    type: 'connector_invalid_status_transition_exception',
    reason,
    family: 'java',
  });
  return statusException(400, reason, cause);
}

/** A token that a parser of its own does not take; it knows no place. Source: connectors §3.7; ES: `ConnectorConfiguration`. */
export function unsupportedToken(token: string): ElasticsearchError {
  return xContentParse(undefined, `Unsupported token [${token}]`);
}

/** Text was asked for where there is none. ES: `JsonXContentParser.throwOnNoText`. */
export function noText(location: XContentLocation, token: string): ElasticsearchError {
  return illegalArgument(`Expected text at ${location.line}:${location.column} but found ${token}`);
}

/** Java's `IndexOutOfBoundsException`, for the first element of an empty list. */
export function emptyList(): ElasticsearchError {
  return new ElasticsearchError({
    status: 500,
    type: 'index_out_of_bounds_exception',
    reason: 'Index 0 out of bounds for length 0',
    family: 'java',
  });
}

/** Java unboxed a `Boolean` that is null. `what` is the expression, as Java names it. */
export function unboxedNull(what: string): ElasticsearchError {
  return nullPointer(`Cannot invoke "java.lang.Boolean.booleanValue()" because "${what}" is null`);
}

const SERVICE = 'org.elasticsearch.xpack.application.connector.ConnectorIndexService';
const RESULT = 'org.elasticsearch.xpack.application.connector.ConnectorSearchResult';

/** A stored connector without configuration. ES: `ConnectorIndexService.updateConnectorConfiguration`. */
export function noStoredConfiguration(): ElasticsearchError {
  return nullPointer(
    `Cannot invoke "java.util.Map.keySet()" because the return value of "${SERVICE}.getConnectorConfigurationFromSearchResult(${RESULT})" is null`,
  );
}
