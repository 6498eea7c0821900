import { EMPTY_SYNC_JOB_ID } from '../../errors/sync-job-errors.js';

/** The check that every request for one sync job makes. Source: sync-jobs §2. */
export function validateSyncJobId({ path }: { path: { connector_sync_job_id: string } }): readonly string[] {
  return path.connector_sync_job_id === '' ? [EMPTY_SYNC_JOB_ID] : [];
}
