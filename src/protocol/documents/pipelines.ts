import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { sourceNotAMap } from '../../errors/document-errors.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { partsFromTemplates } from '../indices/apply-templates.js';
import { runPipeline, type IngestedDocument } from '../ingest/run-pipeline.js';
import { parseDocumentSource } from './document-source.js';

/** The id that stands for no pipeline. */
export const NO_PIPELINE = '_none';

/**
 * The pipelines that a write goes through: the one it asks for or else its index's default, then the final one.
 * ES: `IngestService.resolvePipelinesAndUpdateIndexRequest`.
 */
export function pipelinesOf(
  store: Store,
  target: Index | undefined,
  name: string,
  asked: string | undefined,
): readonly string[] {
  if (asked === undefined && target !== undefined && !hasPipelines(target)) return NO_PIPELINES;
  const setting = target ? (key: string) => target.metadata.settings[key] : templateSettings(store, name);
  const first = asked ?? setting('default_pipeline') ?? NO_PIPELINE;
  const last = setting('final_pipeline') ?? NO_PIPELINE;
  return [first, last].filter((id) => id !== NO_PIPELINE);
}

const NO_PIPELINES: readonly string[] = [];

/** Whether an index has pipelines of its own. */
export function hasPipelines({ metadata: { settings } }: Index): boolean {
  return settings['default_pipeline'] !== undefined || settings['final_pipeline'] !== undefined;
}

function templateSettings(store: Store, name: string): (key: string) => string | undefined {
  const { settings } = partsFromTemplates(store, name);
  return (key) => settings.get(key) ?? undefined;
}

/** Runs a document through pipelines, one after another. */
export function runPipelines(
  store: Store,
  pipelines: readonly string[],
  document: IngestedDocument,
): IngestedDocument | 'dropped' {
  let current = document;
  for (const pipeline of pipelines) {
    const next = runPipeline(store, pipeline, current);
    if (next === 'dropped') return next;
    current = next;
  }
  return current;
}

/** The source of a document on its way into a pipeline. ES: `IndexRequest.sourceAsMap`. */
export function parseIngestedSource(text: string): JsonObject {
  try {
    return parseDocumentSource(text);
  } catch (error) {
    throw isElasticsearchError(error) && error.cause ? sourceNotAMap(error.cause) : error;
  }
}
