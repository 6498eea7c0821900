import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { compilePipeline, type Pipeline } from './compile-pipeline.js';
import { shippedPipelines } from './shipped-pipelines.js';

const REGISTRY = 'ingest_pipeline';

/** Stands for a shipped pipeline that was deleted. */
const GONE = 'gone';

/** A pipeline as it was put; undefined if there is none. */
export function pipelineDefinition(store: Store, id: string): JsonObject | undefined {
  const registered = store.registered(REGISTRY, id);
  if (registered === GONE) return undefined;
  return (registered as JsonObject | undefined) ?? shippedPipelines().get(id);
}

/** Every pipeline there is, by id. */
export function pipelineIds(store: Store): string[] {
  const ids = new Set([...shippedPipelines().keys(), ...store.registry(REGISTRY).keys()]);
  return [...ids].filter((id) => pipelineDefinition(store, id) !== undefined).sort();
}

export function registerPipeline(store: Store, id: string, definition: JsonObject): void {
  store.register(REGISTRY, id, definition);
}

export function unregisterPipeline(store: Store, id: string): void {
  store.register(REGISTRY, id, shippedPipelines().has(id) ? GONE : undefined);
}

// Memory of a pure function, not state: definitions are frozen, and the same one compiles to the same pipeline.
const compiled = new WeakMap<JsonObject, Pipeline>();

/** A pipeline ready to run; undefined if there is none. */
export function findPipeline(store: Store, id: string): Pipeline | undefined {
  const definition = pipelineDefinition(store, id);
  if (definition === undefined) return undefined;
  const known = compiled.get(definition);
  if (known?.id === id) return known;
  const pipeline = compilePipeline(id, definition);
  compiled.set(definition, pipeline);
  return pipeline;
}
