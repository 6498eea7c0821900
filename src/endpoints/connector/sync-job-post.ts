import { EMPTY_CONNECTOR_ID } from '../../errors/sync-job-errors.js';
import { parseJobType, parseTriggerMethod } from '../../protocol/connector/sync-job.js';
import { createSyncJob } from '../../protocol/connector/sync-job-post.js';
import { created, endpoint, requiredBody } from '../../rest/endpoint.js';
import { objectParser, optional, required, string } from '../../xcontent/object-parser.js';

const parser = objectParser(
  'connector_sync_job_post_request',
  { id: required(string()), job_type: optional(string()), trigger_method: optional(string()) },
  {
    build: ({ id, job_type = 'full', trigger_method = 'on_demand' }) => ({
      id,
      job_type: parseJobType(job_type),
      trigger_method: parseTriggerMethod(trigger_method),
    }),
  },
);

/** Source: sync-jobs §4. */
export const syncJobPost = endpoint({
  api: 'connector.sync_job_post',
  routes: ['POST /_connector/_sync_job'],
  body: requiredBody(parser),
  validate: ({ body }) => (body.id === '' ? [EMPTY_CONNECTOR_ID] : []),
  handle: ({ body, now, store, cluster }) => created({ id: createSyncJob(store, body, cluster.ids, now) }),
});
