import type { CompiledMapping, MappedObject } from '../store/mapping-fields.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../xcontent/json.js';
import type { Index } from '../store/store-index.js';
import { Bitset } from './bitset.js';
import { Column } from './column.js';
import { collectValues, sourcePath } from './source-values.js';
import type { View } from './view.js';

export interface NestedObjects {
  readonly view: View;
  readonly parents: readonly number[];
}

/** The objects under a nested path as a view of their own. Source: rest-layer B.9, `nested`. */
export function nestedObjects(parent: View, path: string, mapping: CompiledMapping): NestedObjects {
  const relative = sourcePath(parent.path === '' ? path : path.slice(parent.path.length + 1));
  const objects: JsonObject[] = [];
  const parents: number[] = [];
  const isEnabled = mapping.objects.get(path)?.isEnabled !== false;
  for (let slot = isEnabled ? parent.live.next(0) : -1; slot !== -1; slot = parent.live.next(slot + 1)) {
    const found: JsonValue[] = [];
    collectValues(parent.source(slot) as JsonObject, relative, found);
    for (const value of found) {
      if (!isJsonObject(value)) continue;
      objects.push(value);
      parents.push(slot);
    }
  }
  return { view: new NestedView(parent.index, path, objects, mapping), parents };
}

class NestedView implements View {
  readonly index: Index;
  readonly path: string;
  readonly live = new Bitset();
  readonly #objects: readonly JsonObject[];
  readonly #mapping: CompiledMapping;
  readonly #columns = new Map<string, Column>();

  constructor(index: Index, path: string, objects: readonly JsonObject[], mapping: CompiledMapping) {
    this.index = index;
    this.path = path;
    this.#objects = objects;
    this.#mapping = mapping;
    objects.forEach((_, slot) => this.live.set(slot));
  }

  source(slot: number): JsonObject | undefined {
    return this.#objects[slot];
  }

  column(path: string): Column | undefined {
    const field = this.#mapping.fields.get(path);
    if (field?.nestedPath !== this.path) return undefined;
    const known = this.#columns.get(path);
    if (known !== undefined) return known;
    const column = new Column(field, this.path);
    this.#objects.forEach((object, slot) => column.update(slot, object));
    this.#columns.set(path, column);
    return column;
  }

  fieldPaths(): readonly string[] {
    return [...this.#mapping.fields.keys()];
  }

  object(path: string): MappedObject | undefined {
    return this.#mapping.objects.get(path);
  }

  slotOf(): number {
    return -1;
  }

  id(): undefined {
    return undefined;
  }

  nested(path: string): NestedObjects {
    return nestedObjects(this, path, this.#mapping);
  }
}
