import { parseJobType, parseSyncStatus } from '../../protocol/connector/sync-job.js';
import { listSyncJobs } from '../../protocol/connector/sync-job-list.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { list, parameter, text } from '../../rest/parameters.js';
import { checkPage, pageParameters } from './page-parameters.js';

/** Source: sync-jobs §7. */
export const syncJobList = endpoint({
  api: 'connector.sync_job_list',
  routes: ['GET /_connector/_sync_job'],
  params: {
    ...pageParameters,
    connector_id: text(),
    status: parameter((value) => (value === undefined ? undefined : parseSyncStatus(value))),
    job_type: parameter((value, name) => list().parse(value, name).map(parseJobType)),
  },
  check: checkPage,
  handle: ({ params, now, store, cluster }) =>
    ok(listSyncJobs(store, params, { now, refreshMode: cluster.refreshMode })),
});
