import type { Instant } from '../clock/instant.js';
import type { StoredDocument } from '../store/document.js';
import { compileMapping, type CompiledMapping, type MappedObject } from '../store/mapping-fields.js';
import type { Index } from '../store/store-index.js';
import type { JsonObject } from '../xcontent/json.js';
import { Bitset } from './bitset.js';
import { Column } from './column.js';
import { nestedObjects, type NestedObjects } from './nested-view.js';
import { matchingSlots, type Query } from './query/query.js';
import { compileQuery } from './shard-search.js';
import type { View } from './view.js';

/** One document alone, in slot 0. */
class DocumentView implements View {
  readonly index: Index;
  readonly live = new Bitset();
  readonly path = '';
  readonly #document: StoredDocument;
  readonly #mapping: CompiledMapping;

  constructor(index: Index, document: StoredDocument) {
    this.index = index;
    this.#document = document;
    this.#mapping = compileMapping(index.metadata.mappings);
    this.live.set(0);
  }

  source(slot: number): JsonObject | undefined {
    return slot === 0 ? this.#document.source : undefined;
  }

  column(path: string): Column | undefined {
    const field = this.#mapping.fields.get(path);
    if (field?.nestedPath !== '') return undefined;
    const column = new Column(field);
    column.update(0, this.#document.source);
    return column;
  }

  fieldPaths(): readonly string[] {
    return [...this.#mapping.fields.keys()];
  }

  object(path: string): MappedObject | undefined {
    return this.#mapping.objects.get(path);
  }

  slotOf(id: string): number {
    return id === this.#document.id ? 0 : -1;
  }

  id(slot: number): string | undefined {
    return slot === 0 ? this.#document.id : undefined;
  }

  nested(path: string): NestedObjects {
    return nestedObjects(this, path, this.#mapping);
  }
}

/** Whether a query matches a document as it is now, refreshed or not. */
export function matchesDocument(query: Query, index: Index, document: StoredDocument, now: Instant): boolean {
  const view = new DocumentView(index, document);
  return matchingSlots(compileQuery(query, view, now), view).has(0);
}
