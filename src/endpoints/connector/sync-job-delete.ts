import { deleteSyncJob } from '../../protocol/connector/sync-job-delete.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { validateSyncJobId } from './sync-job-id.js';

/** Source: sync-jobs §8. */
export const syncJobDelete = endpoint({
  api: 'connector.sync_job_delete',
  routes: ['DELETE /_connector/_sync_job/{connector_sync_job_id}'],
  validate: validateSyncJobId,
  handle: ({ path, store }) => {
    deleteSyncJob(store, path.connector_sync_job_id);
    return ok({ acknowledged: true });
  },
});
