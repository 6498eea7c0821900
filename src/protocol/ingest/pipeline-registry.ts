import type { Store } from '../../store/store.js';
import type { JsonObject } from '../../xcontent/json.js';
import { compilePipeline, type Pipeline } from './compile-pipeline.js';
import { shippedPipelines } from './shipped-pipelines.js';

const REGISTRY = 'ingest_pipeline';

/** Stands for a shipped pipeline that was deleted. */
const GONE = 'gone';

/** A pipeline as it is kept. */
export interface StoredPipeline {
  /** As it was put. */
  readonly definition: JsonObject;
  /** When it was put first. Not known of those that every cluster has, as of those from before 9.2. */
  readonly created: number | undefined;
  /** When it was put last. */
  readonly modified: number | undefined;
}

/** Undefined if there is none of that id. */
export function storedPipeline(store: Store, id: string): StoredPipeline | undefined {
  const registered = store.registered(REGISTRY, id);
  if (registered === GONE) return undefined;
  if (registered !== undefined) return registered as StoredPipeline;
  const definition = shippedPipelines().get(id);
  return definition && { definition, created: undefined, modified: undefined };
}

/** Every pipeline there is, by id. */
export function pipelineIds(store: Store): string[] {
  const ids = new Set([...shippedPipelines().keys(), ...store.registry(REGISTRY).keys()]);
  return [...ids].filter((id) => storedPipeline(store, id) !== undefined).sort();
}

export function registerPipeline(store: Store, id: string, pipeline: StoredPipeline): void {
  store.register(REGISTRY, id, pipeline);
}

export function unregisterPipeline(store: Store, id: string): void {
  store.register(REGISTRY, id, shippedPipelines().has(id) ? GONE : undefined);
}

// Memory of a pure function, not state: definitions are frozen, and the same one compiles to the same pipeline.
const compiled = new WeakMap<JsonObject, Pipeline>();

/** A pipeline ready to run; undefined if there is none. */
export function findPipeline(store: Store, id: string): Pipeline | undefined {
  const definition = storedPipeline(store, id)?.definition;
  if (definition === undefined) return undefined;
  const known = compiled.get(definition);
  if (known?.id === id) return known;
  const pipeline = compilePipeline(id, definition);
  compiled.set(definition, pipeline);
  return pipeline;
}
