import { pipelineVersionErrors } from '../../errors/ingest-errors.js';
import { deepFreeze } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { compilePipeline } from './compile-pipeline.js';
import type { IngestFeatures } from './processor-config.js';
import { pipelineDefinition, registerPipeline } from './pipeline-registry.js';

/**
 * Stores a pipeline under an id. Source: rest-layer B.14; ES: `IngestService.putPipeline`.
 *
 * @param ifVersion the version that the stored one must have.
 * @throws ElasticsearchError 400 for a definition that is none, or another version.
 */
export function putPipeline(
  store: Store,
  id: string,
  definition: JsonObject,
  ifVersion: number | undefined,
  features: IngestFeatures,
): void {
  compilePipeline(id, definition, features);
  if (ifVersion !== undefined) {
    const current = pipelineDefinition(store, id);
    if (current === undefined) throw pipelineVersionErrors.noPipeline(ifVersion, id);
    const version = versionOf(current);
    if (version !== ifVersion) throw pipelineVersionErrors.other(ifVersion, id, version);
    if (versionOf(definition) === version) throw pipelineVersionErrors.same(version, id);
  }
  registerPipeline(store, id, deepFreeze(definition));
}

function versionOf({ version }: JsonObject): number | null {
  return typeof version === 'number' ? version : null;
}
