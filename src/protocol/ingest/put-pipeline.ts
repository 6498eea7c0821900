import { managedPipelineProperty, pipelineVersionErrors } from '../../errors/ingest-errors.js';
import { isSameJson } from '../../store/deep-merge.js';
import { deepFreeze } from '../../store/document.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { compilePipeline } from './compile-pipeline.js';
import type { IngestFeatures } from './processor-config.js';
import { registerPipeline, storedPipeline, type StoredPipeline } from './pipeline-registry.js';

/** What only Elasticsearch itself says of a pipeline, in the order in which it looks. */
const MANAGED = ['created_date_millis', 'created_date', 'modified_date_millis', 'modified_date'];

/**
 * Stores a pipeline under an id; the same once more changes nothing, not even its dates. Source: rest-layer B.14;
 * ES: `IngestService.putPipeline`, `IngestService.isNoOpPipelineUpdate`.
 *
 * @param ifVersion the version that the stored one must have.
 * @throws ElasticsearchError 400 for a definition that is none, or another version.
 */
export function putPipeline(
  store: Store,
  id: string,
  sent: JsonObject,
  ifVersion: number | undefined,
  features: IngestFeatures,
): void {
  const managed = features.tracksPipelines ? MANAGED.find((name) => Object.hasOwn(sent, name)) : undefined;
  if (managed !== undefined) throw managedPipelineProperty(managed);
  compilePipeline(id, sent, features);
  const current = storedPipeline(store, id);
  const definition = ifVersion === undefined ? sent : checkVersion(id, sent, ifVersion, current);
  if (ifVersion === undefined && current !== undefined && isSameJson(current.definition, definition)) return;
  const modified = Math.floor(store.now);
  const created = current === undefined ? modified : current.created;
  registerPipeline(store, id, { definition: deepFreeze(definition), created, modified });
}

/** What comes after an expected version: the next one, unless the definition says another. */
function checkVersion(
  id: string,
  sent: JsonObject,
  expected: number,
  stored: StoredPipeline | undefined,
): JsonObject {
  if (stored === undefined) throw pipelineVersionErrors.noPipeline(expected, id);
  const version = versionOf(stored.definition);
  if (version !== expected) throw pipelineVersionErrors.other(expected, id, version);
  const next = versionOf(sent);
  if (next === version) throw pipelineVersionErrors.same(version, id);
  return next === null ? { ...sent, version: expected + 1 } : sent;
}

function versionOf({ version }: JsonObject): number | null {
  return typeof version === 'number' ? version : null;
}
