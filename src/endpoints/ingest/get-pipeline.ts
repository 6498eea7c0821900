import { formatInstant } from '../../clock/format-instant.js';
import { patternMatcher } from '../../protocol/indices/resolve-targets.js';
import { pipelineIds, storedPipeline, type StoredPipeline } from '../../protocol/ingest/pipeline-registry.js';
import { endpoint } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { setOwn } from '../../store/deep-merge.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { masterTimeout } from '../indices/common-parameters.js';
import { ingestFeatures } from './ingest-features.js';

/** Source: rest-layer B.14: what is not there is answered with 404 and an empty object. ES: `GetPipelineResponse`. */
export const ingestGetPipeline = endpoint({
  api: 'ingest.get_pipeline',
  routes: ['GET /_ingest/pipeline', 'GET /_ingest/pipeline/{id}'],
  params: { ...masterTimeout, summary: flag(false), human: flag(false) },
  handle: ({ path, params, store, cluster }) => {
    const { tracksPipelines } = ingestFeatures(cluster.version);
    const found: Record<string, JsonValue> = {};
    for (const id of chosen(pipelineIds(store), path.id ?? '*')) {
      const pipeline = storedPipeline(store, id);
      if (pipeline === undefined) continue;
      const { definition } = pipeline;
      const shown = tracksPipelines ? { ...definition, ...dates(pipeline, params.human) } : definition;
      setOwn(found, id, params.summary ? {} : shown);
    }
    return { status: Object.keys(found).length > 0 ? 200 : 404, body: found };
  },
});

/** In the order in which they are asked for. ES: `IngestService.innerGetPipelines`. */
function chosen(ids: readonly string[], expression: string): Set<string> {
  return new Set(expression.split(',').flatMap((pattern) => ids.filter(patternMatcher(pattern))));
}

function dates({ created, modified }: StoredPipeline, isHuman: boolean): JsonObject {
  return {
    ...(isHuman && created !== undefined && { created_date: formatInstant(created) }),
    ...(created !== undefined && { created_date_millis: created }),
    ...(isHuman && modified !== undefined && { modified_date: formatInstant(modified) }),
    ...(modified !== undefined && { modified_date_millis: modified }),
  };
}
