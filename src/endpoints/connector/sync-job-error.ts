import { EMPTY_SYNC_JOB_ERROR } from '../../errors/sync-job-errors.js';
import { failSyncJob } from '../../protocol/connector/sync-job-error.js';
import { endpoint, requiredBody, updateResult } from '../../rest/endpoint.js';
import { objectParser, required, string } from '../../xcontent/object-parser.js';
import { validateSyncJobId } from './sync-job-id.js';

const parser = objectParser('connector_sync_job_error_request', { error: required(string()) });

/** Source: sync-jobs §11. */
export const syncJobError = endpoint({
  api: 'connector.sync_job_error',
  routes: ['PUT /_connector/_sync_job/{connector_sync_job_id}/_error'],
  body: requiredBody(parser),
  validate: (call) => [...validateSyncJobId(call), ...(call.body.error === '' ? [EMPTY_SYNC_JOB_ERROR] : [])],
  handle: ({ path, body, store }) => updateResult(failSyncJob(store, path.connector_sync_job_id, body.error)),
});
