import type { Instant } from '../clock/instant.js';
import type { JsonObject } from '../xcontent/json.js';
import type { Entry, StoredDocument } from './document.js';

/** The definition of an index; frozen and replaced like a document. */
export interface IndexMetadata {
  readonly name: string;
  readonly uuid: string;
  readonly createdAt: Instant;
  /** Flat settings without the `index.` prefix, e.g. `number_of_replicas`; values as the server prints them. */
  readonly settings: Readonly<Record<string, string>>;
  /** As `GET _mapping` shows it: `dynamic`, `_meta`, `properties`… */
  readonly mappings: JsonObject;
  readonly aliases: Readonly<Record<string, JsonObject>>;
  /** Bumped by each change of settings, mappings or aliases. */
  readonly revision: number;
}

/** An index with its documents. Only the store changes it. */
export class Index {
  metadata: IndexMetadata;
  readonly entries = new Map<string, Entry>();
  /** How many documents live here. */
  liveCount = 0;
  nextSeqNo = 0;
  nextOrdinal = 0;
  readonly primaryTerm = 1;
  /** Ids written since the search view was last brought up to date. */
  readonly unrefreshed = new Set<string>();
  /** When the last refresh happened and when the last search did: search idle. Source: rest-layer B.12. */
  refreshedAt: Instant;
  searchedAt: Instant;

  constructor(metadata: IndexMetadata) {
    this.metadata = metadata;
    this.refreshedAt = metadata.createdAt;
    this.searchedAt = metadata.createdAt;
  }

  get name(): string {
    return this.metadata.name;
  }

  /** The live document: what a real-time get sees. */
  get(id: string): StoredDocument | undefined {
    const entry = this.entries.get(id);
    return entry === undefined || entry.deleted ? undefined : entry;
  }

  /** How errors name the place of a document. */
  get shardPlace(): { readonly index: string; readonly uuid: string } {
    return { index: this.metadata.name, uuid: this.metadata.uuid };
  }

  /** Does (`after`) or undoes (`before`) one write; used by writes, undo and redo alike. */
  apply(before: Entry | undefined, after: Entry, side: 'before' | 'after'): void {
    const isBirth = !after.deleted && before?.deleted !== false;
    const isDone = side === 'after';
    this.nextSeqNo = isDone ? after.seqNo + 1 : after.seqNo;
    if (isBirth) this.nextOrdinal = isDone ? after.ordinal + 1 : after.ordinal;
    this.#replace(after.id, isDone ? before : after, isDone ? after : before);
  }

  #replace(id: string, present: Entry | undefined, entry: Entry | undefined): void {
    if (present?.deleted === false) this.liveCount -= 1;
    if (entry?.deleted === false) this.liveCount += 1;
    if (entry === undefined) this.entries.delete(id);
    else this.entries.set(id, entry);
    this.unrefreshed.add(id);
  }
}
