import { badConfiguration, simulatedPipelineMissing } from '../../errors/ingest-errors.js';
import { compilePipeline } from '../../protocol/ingest/compile-pipeline.js';
import { javaClassOf } from '../../xcontent/java-class.js';
import { findPipeline } from '../../protocol/ingest/pipeline-registry.js';
import { simulatePipeline } from '../../protocol/ingest/simulate-pipeline.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { isJsonObject } from '../../xcontent/json.js';
import { requiredMap } from '../indices/map-body.js';
import { ingestFeatures } from './ingest-features.js';

/** ES: `RestSimulatePipelineAction`. */
export const ingestSimulate = endpoint({
  api: 'ingest.simulate',
  routes: [
    'POST /_ingest/pipeline/{id}/_simulate',
    'GET /_ingest/pipeline/{id}/_simulate',
    'POST /_ingest/pipeline/_simulate',
    'GET /_ingest/pipeline/_simulate',
  ],
  params: { verbose: flag(false) },
  body: { ...requiredMap, acceptsSource: true },
  handle: ({ path, params, body, store, cluster }) => {
    const simulation = { store, pipeline: pipelineOf(), isVerbose: params.verbose };
    return ok({ docs: simulatePipeline(simulation, body['docs']) });

    function pipelineOf(): ReturnType<typeof compilePipeline> {
      if (path.id !== undefined) {
        const found = findPipeline(store, path.id);
        if (found === undefined) throw simulatedPipelineMissing(path.id);
        return found;
      }
      const { pipeline } = body;
      if (isJsonObject(pipeline)) {
        return compilePipeline('_simulate_pipeline', pipeline, ingestFeatures(cluster.version));
      }
      const why =
        pipeline === undefined || pipeline === null
          ? 'required property is missing'
          : `property isn't a map, but of type [${javaClassOf(pipeline)}]`;
      throw badConfiguration({ property: 'pipeline' }, why);
    }
  },
});
