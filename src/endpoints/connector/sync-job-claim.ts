import { claimSyncJob } from '../../protocol/connector/sync-job-claim.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { object, objectParser, optional, required, string } from '../../xcontent/object-parser.js';
import { validateSyncJobId } from './sync-job-id.js';

const parser = objectParser('claim_connector_sync_job', {
  worker_hostname: required(string()),
  sync_cursor: optional(object()),
});

/** Source: sync-jobs §10. */
export const syncJobClaim = endpoint({
  api: 'connector.sync_job_claim',
  routes: ['PUT /_connector/_sync_job/{connector_sync_job_id}/_claim'],
  body: requiredBody(parser),
  validate: validateSyncJobId,
  handle: ({ path, body, now, store }) =>
    updateResult(claimSyncJob(store, path.connector_sync_job_id, body, now)),
});
