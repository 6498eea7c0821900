import { deletePipelines } from '../../protocol/ingest/delete-pipeline.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { timeouts } from '../indices/common-parameters.js';

/** Source: rest-layer B.14. */
export const ingestDeletePipeline = endpoint({
  api: 'ingest.delete_pipeline',
  routes: ['DELETE /_ingest/pipeline/{id}'],
  params: timeouts,
  handle: ({ path, store }) => {
    deletePipelines(store, path.id);
    return ok({ acknowledged: true });
  },
});
