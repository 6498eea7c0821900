import { checkInSyncJob } from '../../protocol/connector/sync-job-check-in.js';
import { endpoint, updateResult } from '../../rest/endpoint.js';
import { validateSyncJobId } from './sync-job-id.js';

/** Source: sync-jobs §11. */
export const syncJobCheckIn = endpoint({
  api: 'connector.sync_job_check_in',
  routes: ['PUT /_connector/_sync_job/{connector_sync_job_id}/_check_in'],
  validate: validateSyncJobId,
  handle: ({ path, now, store }) => updateResult(checkInSyncJob(store, path.connector_sync_job_id, now)),
});
