import { patternMatcher } from '../../protocol/indices/resolve-targets.js';
import { pipelineDefinition, pipelineIds } from '../../protocol/ingest/pipeline-registry.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { setOwn } from '../../store/deep-merge.js';
import type { JsonValue } from '../../xcontent/json.js';
import { masterTimeout } from '../indices/common-parameters.js';

/** Source: rest-layer B.14: what is not there is answered with 404 and an empty object. */
export const ingestGetPipeline = endpoint({
  api: 'ingest.get_pipeline',
  routes: ['GET /_ingest/pipeline', 'GET /_ingest/pipeline/{id}'],
  params: { ...masterTimeout, summary: flag(false) },
  handle: ({ path, params, store }) => {
    const patterns = (path.id ?? '*').split(',').map(patternMatcher);
    const found: Record<string, JsonValue> = {};
    for (const id of pipelineIds(store)) {
      if (!patterns.some((matches) => matches(id))) continue;
      const definition = pipelineDefinition(store, id) ?? {};
      setOwn(found, id, params.summary ? {} : definition);
    }
    return { status: Object.keys(found).length > 0 ? 200 : 404, body: found };
  },
});
