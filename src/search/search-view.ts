import type { Instant } from '../clock/instant.js';
import type { JsonObject } from '../xcontent/json.js';
import type { StoredDocument } from '../store/document.js';
import {
  compileMapping,
  type CompiledMapping,
  type MappedField,
  type MappedObject,
} from '../store/mapping-fields.js';
import type { Index } from '../store/store-index.js';
import { Bitset } from './bitset.js';
import { Column } from './column.js';
import type { WriteOrder } from './page.js';
import { nestedObjects, type NestedObjects } from './nested-view.js';
import { isIdle, lastTick } from './refresh-interval.js';
import type { View } from './view.js';

export type RefreshMode = 'immediate' | 'nrt';

/**
 * The searchable documents of one index, in slots by their order of creation. It follows `index.unrefreshed`, so
 * that writes, undo and redo cost it what they change. An update leaves a document in its slot; in Lucene it moves to
 * the end, which `writeOrder` knows.
 */
export class SearchView implements View {
  readonly index: Index;
  readonly live: Bitset;
  readonly path = '';
  readonly documents: (StoredDocument | undefined)[];
  /** `index.nextSeqNo` at the last refresh: a lower one means that the store went back in time. */
  #nextSeqNo = 0;
  readonly #slots: Map<string, number>;
  readonly #isFrozen: boolean;
  /** Slots of documents that were written more than once: those of all others are in the order of the writes. */
  readonly #rewritten: Bitset;
  readonly #columns = new Map<string, Column>();
  readonly #nested = new Map<string, NestedObjects>();
  #mappings: JsonObject;
  #fields: CompiledMapping;

  /** @param original a view to keep as it is now; without one, the view follows the index */
  constructor(index: Index, original?: SearchView) {
    this.index = index;
    this.#isFrozen = original !== undefined;
    this.#rewritten = original ? original.#rewritten.clone() : new Bitset();
    this.live = original?.live.clone() ?? new Bitset();
    this.documents = original?.documents.slice() ?? [];
    this.#slots = original ? new Map(original.#slots) : new Map<string, number>();
    this.#mappings = original ? original.#mappings : index.metadata.mappings;
    this.#fields = compileMapping(this.#mappings);
    if (original !== undefined) return;
    for (const id of index.entries.keys()) this.#place(id);
    index.unrefreshed.clear();
    this.#nextSeqNo = index.nextSeqNo;
  }

  /** The view as it is now, out of reach of later writes. */
  frozen(): SearchView {
    this.#followMapping();
    return new SearchView(this.index, this);
  }

  get count(): number {
    return this.#slots.size;
  }

  get wentBack(): boolean {
    return this.index.nextSeqNo < this.#nextSeqNo;
  }

  refresh(now: Instant): void {
    const { unrefreshed } = this.index;
    this.index.refreshedAt = now;
    this.#nextSeqNo = this.index.nextSeqNo;
    if (unrefreshed.size === 0) return;
    this.#take(unrefreshed);
    unrefreshed.clear();
  }

  /** {@link refresh} for some documents only, given as they are or as they were seen last. */
  refreshPart(isIncluded: (id: string, document: StoredDocument | undefined) => boolean): void {
    const { index } = this;
    const ids = [...index.unrefreshed].filter((id) =>
      isIncluded(id, index.get(id) ?? this.documents[this.slotOf(id)]),
    );
    this.#nextSeqNo = index.nextSeqNo;
    this.#take(ids);
    for (const id of ids) index.unrefreshed.delete(id);
  }

  /** Where a document stands in Lucene: every write and every delete takes a number. */
  readonly documentNumber = (slot: number): number => this.documents[slot]?.seqNo ?? -1;

  /** What equal documents are ordered by; undefined while their slots will do. */
  get writeOrder(): WriteOrder | undefined {
    if (this.#rewritten.next(0) === -1) return undefined;
    return { numberOf: this.documentNumber, rewritten: this.#rewritten };
  }

  source(slot: number): JsonObject | undefined {
    return this.documents[slot]?.source;
  }

  column(path: string): Column | undefined {
    this.#followMapping();
    const field = this.#fields.fields.get(path);
    if (field?.nestedPath !== '') return undefined;
    const known = this.#columns.get(path);
    if (known !== undefined) return known;
    const column = new Column(field);
    for (let slot = 0; slot < this.documents.length; slot += 1)
      column.update(slot, this.documents[slot]?.source);
    this.#columns.set(path, column);
    return column;
  }

  get mapping(): CompiledMapping {
    this.#followMapping();
    return this.#fields;
  }

  /** Whether a path leads to a field of nested objects. */
  isNested(path: string): boolean {
    this.#followMapping();
    return (this.#fields.fields.get(path)?.nestedPath ?? '') !== '';
  }

  fieldPaths(): readonly string[] {
    this.#followMapping();
    return [...this.#fields.fields.keys()];
  }

  object(path: string): MappedObject | undefined {
    this.#followMapping();
    return this.#fields.objects.get(path);
  }

  slotOf(id: string): number {
    return this.#slots.get(id) ?? -1;
  }

  id(slot: number): string | undefined {
    return this.documents[slot]?.id;
  }

  nested(path: string): NestedObjects {
    this.#followMapping();
    const known = this.#nested.get(path);
    if (known !== undefined) return known;
    const objects = nestedObjects(this, path, this.#fields);
    this.#nested.set(path, objects);
    return objects;
  }

  #take(ids: Iterable<string>): void {
    // First all removals: after an undo, a slot may belong to another document.
    for (const id of ids) this.#removeStale(id);
    for (const id of ids) this.#place(id);
    this.#nested.clear();
  }

  #removeStale(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined || this.index.get(id)?.ordinal === slot) return;
    this.#slots.delete(id);
    this.documents[slot] = undefined;
    this.live.clear(slot);
    this.#rewritten.clear(slot);
    for (const column of this.#columns.values()) column.update(slot, undefined);
  }

  #place(id: string): void {
    const document = this.index.get(id);
    if (document === undefined) return;
    const slot = document.ordinal;
    if (this.documents[slot] === document) return;
    if (document.version > 1) this.#rewritten.set(slot);
    else this.#rewritten.clear(slot);
    while (this.documents.length < slot) this.documents.push(undefined);
    this.documents[slot] = document;
    this.#slots.set(id, slot);
    this.live.set(slot);
    for (const column of this.#columns.values()) column.update(slot, document.source);
  }

  #followMapping(): void {
    const { mappings } = this.index.metadata;
    if (this.#isFrozen || mappings === this.#mappings) return;
    this.#mappings = mappings;
    this.#fields = compileMapping(mappings);
    this.#nested.clear();
    for (const [path, column] of this.#columns) {
      if (!isSameField(column.field, this.#fields.fields.get(path))) this.#columns.delete(path);
    }
  }
}

const views = new WeakMap<Index, SearchView>();

/** The view of an index as its last refresh left it; the first use makes one. */
function viewOf(index: Index): SearchView {
  const known = views.get(index);
  if (known !== undefined) return known;
  const view = new SearchView(index);
  views.set(index, view);
  return view;
}

/** Makes every write so far visible: `_refresh`, `?refresh=true` and `?refresh=wait_for`. */
export function refreshIndex(index: Index, now: Instant): void {
  viewOf(index).refresh(now);
}

/** {@link refreshIndex} for some documents only: those of a shard. */
export function refreshPart(
  index: Index,
  isIncluded: (id: string, document: StoredDocument | undefined) => boolean,
): void {
  viewOf(index).refreshPart(isIncluded);
}

/** {@link refreshIndex}, for free if nothing has searched the index yet: the first view of it sees every write. */
export function refreshIfSearched(index: Index, now: Instant): void {
  views.get(index)?.refresh(now);
}

/**
 * Lets a periodic refresh happen that is due. In `nrt` mode to be called before each write, so that a write after
 * the tick stays invisible until the next one. Source: rest-layer B.12.
 */
export function refreshIfDue(index: Index, now: Instant): void {
  const view = viewOf(index);
  if (index.refreshedAt > now) index.refreshedAt = now;
  const tick = lastTick(index, now);
  if (view.wentBack || (tick !== undefined && tick > index.refreshedAt && !isIdle(index, now))) {
    view.refresh(tick ?? now);
  }
}

/** The view that a search sees at an instant. Source: rest-layer B.12. */
export function searchable(index: Index, now: Instant, mode: RefreshMode): SearchView {
  const view = viewOf(index);
  if (mode === 'immediate' || isIdle(index, now)) view.refresh(now);
  else refreshIfDue(index, now);
  index.searchedAt = now;
  return view;
}

function isSameField(left: MappedField, right: MappedField | undefined): boolean {
  return (
    left.type === right?.type &&
    left.sourcePath === right.sourcePath &&
    left.ignoreAbove === right.ignoreAbove &&
    left.format === right.format &&
    left.nullValue === right.nullValue &&
    left.isEnabled === right.isEnabled &&
    left.isStored === right.isStored
  );
}
