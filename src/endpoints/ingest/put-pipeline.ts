import { putPipeline } from '../../protocol/ingest/put-pipeline.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { optionalInt } from '../../rest/parameters.js';
import { timeouts } from '../indices/common-parameters.js';
import { requiredMap } from '../indices/map-body.js';
import { ingestFeatures } from './ingest-features.js';

/** Source: rest-layer B.14. */
export const ingestPutPipeline = endpoint({
  api: 'ingest.put_pipeline',
  routes: ['PUT /_ingest/pipeline/{id}'],
  params: { ...timeouts, if_version: optionalInt() },
  body: { ...requiredMap, acceptsSource: true },
  handle: ({ path, params, body, store, cluster }) => {
    putPipeline(store, path.id, body, params.if_version, ingestFeatures(cluster.version));
    return ok({ acknowledged: true });
  },
});
