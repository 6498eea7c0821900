import { cancelSyncJob } from '../../protocol/connector/sync-job-cancel.js';
import { endpoint, updateResult } from '../../rest/endpoint.js';
import { validateSyncJobId } from './sync-job-id.js';

/** Source: sync-jobs §9. */
export const syncJobCancel = endpoint({
  api: 'connector.sync_job_cancel',
  routes: ['PUT /_connector/_sync_job/{connector_sync_job_id}/_cancel'],
  validate: validateSyncJobId,
  handle: ({ path, now, store }) => updateResult(cancelSyncJob(store, path.connector_sync_job_id, now)),
});
