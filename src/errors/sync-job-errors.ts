import { ElasticsearchError } from './elasticsearch-error.js';
import { illegalArgument, resourceNotFound, statusException } from './request-errors.js';

/** Messages that a sync-job request's `validate()` can give. Source: sync-jobs §2, §4, §11. */
export const EMPTY_SYNC_JOB_ID = '[connector_sync_job_id] of the connector sync job cannot be null or empty.';
export const EMPTY_CONNECTOR_ID = '[id] of the connector cannot be null or empty';
export const EMPTY_SYNC_JOB_ERROR = '[error] of the connector sync job cannot be null or empty';

export function negativeCount(field: string): string {
  return `[${field}] cannot be negative.`;
}

/** 404 of the endpoints that read the job first: the bare id. Source: sync-jobs §2. */
export function syncJobMissing(id: string): ElasticsearchError {
  return resourceNotFound(id);
}

/** 404 of the endpoints that update blindly, and of all of them while there is no index. Source: sync-jobs §2. */
export function syncJobNotFound(id: string): ElasticsearchError {
  return resourceNotFound(`connector sync job [${id}] not found`);
}

/** 404 of a sync job for a connector that is not there. Source: sync-jobs §4.3. */
export function connectorDoesNotExist(id: string): ElasticsearchError {
  return resourceNotFound(`Connector with id '${id}' does not exist.`);
}

/** Source: sync-jobs §4.6. */
export function noIndexAttached(connectorId: string): ElasticsearchError {
  return statusException(
    400,
    `Cannot start a sync for connector [${connectorId}] with no index attached. Set the [index_name] property for the connector to enable syncing data.`,
  );
}

/** Source: sync-jobs §4.7. */
export function noServiceType(connectorId: string): ElasticsearchError {
  return statusException(
    400,
    `Cannot start a sync for connector [${connectorId}] with [service_type] not defined. Set the service type of your connector before starting the sync.`,
  );
}

/** A value that is no member of an enumeration. Source: sync-jobs §3. */
export function unknownEnumValue(enumeration: string, value: string): ElasticsearchError {
  return illegalArgument(`Unknown ${enumeration} [${value}].`);
}

/** Source: sync-jobs §9. */
export function invalidSyncStatusTransition(from: string, to: string): ElasticsearchError {
  const reason = `Invalid transition attempt from [${from}] to [${to}]. Such a ConnectorSyncStatus transition is not supported by the Connector Protocol.`;
  const cause = new ElasticsearchError({
    status: 500,
    type: 'connector_sync_job_invalid_status_transition_exception',
    reason,
    family: 'java',
  });
  return statusException(400, reason, cause);
}

/** A time is neither a number nor a text. ES: `TimeUtils.parseTimeFieldToInstant`. */
export function noTime(token: string, field: string): ElasticsearchError {
  return illegalArgument(`unexpected token [${token}] for [${field}]`);
}
