import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { sourceNotAMap } from '../../errors/document-errors.js';
import { finalPipelineMovesDocument } from '../../errors/ingest-errors.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { partsFromTemplates } from '../indices/apply-templates.js';
import { findWriteTarget } from '../indices/resolve-targets.js';
import { runPipeline, type IngestedDocument } from '../ingest/run-pipeline.js';
import { parseDocumentSource } from './document-source.js';

/** The id that stands for no pipeline. */
export const NO_PIPELINE = '_none';

/** The pipelines that a write goes through, in their order. */
export interface WritePipelines {
  /** The one that the write asks for, or else the default one of its index. */
  readonly first: string | undefined;
  /** The final one of the index that the document goes to. */
  readonly final: string | undefined;
}

/**
 * The pipelines of a write; undefined if there are none.
 * ES: `IngestService.resolvePipelines`, `setPipelineOnRequest`.
 */
export function pipelinesOf(
  store: Store,
  name: string,
  asked: string | undefined,
): WritePipelines | undefined {
  const target = findWriteTarget(store, name);
  if (asked === undefined && target !== undefined && !hasPipelines(target)) return undefined;
  const setting = settingsOf(store, target, name);
  const first = ranBy(asked ?? setting('default_pipeline'));
  const final = ranBy(setting('final_pipeline'));
  return first === undefined && final === undefined ? undefined : { first, final };
}

/** Whether an index has pipelines of its own. */
export function hasPipelines({ metadata: { settings } }: Index): boolean {
  return settings['default_pipeline'] !== undefined || settings['final_pipeline'] !== undefined;
}

function settingsOf(
  store: Store,
  target: Index | undefined,
  name: string,
): (key: string) => string | undefined {
  if (target !== undefined) return (key) => target.metadata.settings[key];
  const { settings } = partsFromTemplates(store, name);
  return (key) => settings.get(key) ?? undefined;
}

function ranBy(id: string | undefined): string | undefined {
  return id === NO_PIPELINE ? undefined : id;
}

/** What pipelines have made of a document. */
export interface Ingested {
  readonly document: IngestedDocument | 'dropped';
  /** Those that ran, without the ones that they ran themselves. ES: `IndexRequest.addPipeline`. */
  readonly executed: readonly string[];
}

/**
 * Runs a document through pipelines. If the first one sends it to another index, the final pipeline of that index
 * runs, but not its default one. ES: `IngestService.executePipelines`.
 *
 * @throws ElasticsearchError 500 if a final pipeline changes the index
 */
export function runPipelines(
  store: Store,
  { first, final }: WritePipelines,
  document: IngestedDocument,
): Ingested {
  const ran = first === undefined ? document : runPipeline(store, first, document);
  const executed = first === undefined ? [] : [first];
  if (ran === 'dropped') return { document: ran, executed };
  const last = ran.index === document.index ? final : finalOf(store, ran);
  if (last === undefined) return { document: ran, executed };
  return { document: runFinal(store, last, ran), executed: [...executed, last] };
}

function finalOf(store: Store, { index }: IngestedDocument): string | undefined {
  return ranBy(settingsOf(store, findWriteTarget(store, index), index)('final_pipeline'));
}

function runFinal(store: Store, pipeline: string, document: IngestedDocument): IngestedDocument | 'dropped' {
  const ingested = runPipeline(store, pipeline, document);
  if (ingested !== 'dropped' && ingested.index !== document.index) {
    throw finalPipelineMovesDocument(pipeline, document.index, ingested);
  }
  return ingested;
}

/** The source of a document on its way into a pipeline. ES: `IndexRequest.sourceAsMap`. */
export function parseIngestedSource(text: string): JsonObject {
  try {
    return parseDocumentSource(text);
  } catch (error) {
    throw isElasticsearchError(error) && error.cause ? sourceNotAMap(error.cause) : error;
  }
}
