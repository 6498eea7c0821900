import { getSyncJob } from '../../protocol/connector/sync-job-get.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { validateSyncJobId } from './sync-job-id.js';

/** Source: sync-jobs §6. */
export const syncJobGet = endpoint({
  api: 'connector.sync_job_get',
  routes: ['GET /_connector/_sync_job/{connector_sync_job_id}'],
  validate: validateSyncJobId,
  handle: ({ path, store }) => ok(getSyncJob(store, path.connector_sync_job_id)),
});
