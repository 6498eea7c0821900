/** The body of a refused step between sync-job states. Source: sync-jobs §9. */
export function invalidTransition(from: string, to: string): object {
  const reason = `Invalid transition attempt from [${from}] to [${to}]. Such a ConnectorSyncStatus transition is not supported by the Connector Protocol.`;
  return {
    error: {
      root_cause: [{ type: 'status_exception', reason }],
      type: 'status_exception',
      reason,
      caused_by: { type: 'connector_sync_job_invalid_status_transition_exception', reason },
    },
    status: 400,
  };
}
