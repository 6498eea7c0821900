import { pipelineInUse, pipelineNotFound } from '../../errors/ingest-errors.js';
import type { Store } from '../../store/store.js';
import { patternMatcher } from '../indices/resolve-targets.js';
import { pipelineIds, unregisterPipeline } from './pipeline-registry.js';

/**
 * Takes away the pipelines that an id or a pattern means. ES: `IngestService.delete`.
 *
 * @throws ElasticsearchError 404 if there is none, 400 if an index writes through one.
 */
export function deletePipelines(store: Store, id: string): void {
  const matches = patternMatcher(id);
  const doomed = pipelineIds(store).filter(matches);
  if (doomed.length === 0 && id !== '*') throw pipelineNotFound(id);
  for (const pipeline of doomed) {
    for (const role of ['default', 'final'] as const) {
      const users = [...store.indices()].filter(
        ({ metadata }) => metadata.settings[`${role}_pipeline`] === pipeline,
      );
      if (users.length > 0)
        throw pipelineInUse(
          pipeline,
          role,
          users.map(({ name }) => name),
        );
    }
  }
  for (const pipeline of doomed) unregisterPipeline(store, pipeline);
}
