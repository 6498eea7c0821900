import type { Instant } from '../clock/instant.js';
import type { JsonObject } from '../xcontent/json.js';
import { documentMissing, versionConflict } from '../errors/document-errors.js';
import { Catalogue } from './catalogue.js';
import { append, pathBetween, ROOT, type Change, type ChangeCause, type Point } from './change-log.js';
import { mergeDocument } from './deep-merge.js';
import { deepFreeze, type Entry, type StoredDocument } from './document.js';
import type { IndexTemplate } from './index-template.js';
import { parseDocument, parsePartialDocument } from './mapping.js';
import { conflictOf, nextVersion, type WriteConditions } from './write-conditions.js';
import { lostRace, type Race } from './race.js';
import { Index, type IndexMetadata } from './store-index.js';

/** How long a deleted document still counts its versions (`index.gc_deletes`). */
const TOMBSTONE_MS = 60_000;

export interface StoreOptions {
  /** Applied, by exact name, to an index that comes into being. */
  readonly templates: readonly IndexTemplate[];
  readonly uuid: () => string;
}

export interface WriteRequest extends WriteConditions {
  readonly id: string;
  readonly source: JsonObject;
  readonly routing?: string | undefined;
  readonly dynamicTemplates?: Readonly<Record<string, string>> | undefined;
}

export interface WriteOutcome {
  readonly result: 'created' | 'updated' | 'noop';
  readonly document: StoredDocument;
}

export interface DeleteOutcome {
  readonly result: 'deleted' | 'not_found';
  readonly version: number;
  readonly seqNo: number;
}

/** What `restore` needs to know to bring a store back. Opaque to everybody else. */
export interface StoreSnapshot {
  readonly point: Point;
}

/** Indices of immutable documents, and the log of everything that changed them. */
export class Store {
  readonly #catalogue = new Catalogue();
  readonly #options: StoreOptions;
  #point: Point = ROOT;
  #at: Instant = 0;
  #cause: ChangeCause = { api: 'fixture', request: undefined };
  #race: Race | undefined;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /**
   * Says when and why the changes that follow happen. Called once per request.
   * @param race what happened between the request's reads and its writes, if it was held there
   */
  begin(at: Instant, cause: ChangeCause, race?: Race): void {
    this.#at = at;
    this.#cause = cause;
    this.#race = race;
  }

  get now(): Instant {
    return this.#at;
  }

  /** Where the history stands. */
  get point(): Point {
    return this.#point;
  }

  /** All indices, in the order of their creation. */
  indices(): IterableIterator<Index> {
    return this.#catalogue.indices();
  }

  /** The index of that very name. */
  concrete(name: string): Index | undefined {
    return this.#catalogue.index(name);
  }

  /** The indices behind an alias; empty if there is no such alias. */
  aliased(alias: string): readonly Index[] {
    return this.#catalogue.aliased(alias);
  }

  createIndex(
    name: string,
    definition: Partial<Pick<IndexMetadata, 'settings' | 'mappings' | 'aliases'>> = {},
  ): Index {
    const template = this.#options.templates.find((candidate) => candidate.name === name);
    const metadata: IndexMetadata = {
      name,
      uuid: this.#options.uuid(),
      createdAt: this.#at,
      settings: { ...template?.settings, ...definition.settings },
      mappings: deepFreeze(mergeDocument(template?.mappings ?? {}, definition.mappings ?? {})),
      aliases: { ...template?.aliases, ...definition.aliases },
      revision: 0,
    };
    const index = new Index(metadata);
    this.#recordIndex(index, undefined, metadata);
    return index;
  }

  /** The index of that name, made from its template if it is missing (auto-create). */
  ensureIndex(name: string): Index {
    return this.#catalogue.index(name) ?? this.createIndex(name);
  }

  deleteIndex(index: Index): void {
    this.#recordIndex(index, index.metadata, undefined);
  }

  changeIndex(index: Index, change: Partial<Pick<IndexMetadata, 'settings' | 'mappings' | 'aliases'>>): void {
    const before = index.metadata;
    this.#recordIndex(index, before, { ...before, ...change, revision: before.revision + 1 });
  }

  /** A named object of a registry (`ingest_pipeline`, `api_key`…). */
  registered(registry: string, key: string): unknown {
    return this.#catalogue.registry(registry).get(key);
  }

  /** Everything in a registry, in the order of its first registration. */
  registry(registry: string): ReadonlyMap<string, unknown> {
    return this.#catalogue.registry(registry);
  }

  /** Registers an object under a name; `undefined` takes it away. */
  register(registry: string, key: string, value: unknown): void {
    const before = this.registered(registry, key);
    this.#record({ kind: 'registry', registry, key, before, after: value, at: this.#at, cause: this.#cause });
  }

  /**
   * Indexes a whole document.
   * @throws ElasticsearchError `version_conflict_engine_exception` (409) if a condition does not hold,
   * `document_parsing_exception` (400) if the source does not fit the mapping.
   */
  put(index: Index, request: WriteRequest): WriteOutcome {
    const current = this.#entry(index, request.id);
    const conflict = conflictOf(request, current, request.opType === 'create');
    if (conflict !== undefined) throw versionConflict(index.shardPlace, request.id, conflict);
    const { id, source, dynamicTemplates } = request;
    const { mappings: before, settings } = index.metadata;
    const mappings = parseDocument(before, id, source, settings, dynamicTemplates);
    if (mappings !== before) this.changeIndex(index, { mappings });
    return this.#write(index, current, request);
  }

  /**
   * Merges a partial document into the stored one.
   * @param isNoopDetected false where a repeated write must count: API calls that write the current time, under a
   * clock that stands still. DIVERGES: see docs/fidelity.md, "A frozen clock".
   * @throws ElasticsearchError `document_missing_exception` (404), `version_conflict_engine_exception` (409).
   */
  update(
    index: Index,
    id: string,
    patch: JsonObject,
    conditions: WriteConditions = {},
    isNoopDetected = true,
  ): WriteOutcome {
    const current = this.#entry(index, id);
    if (current === undefined || current.deleted) throw documentMissing(index.shardPlace, id);
    const conflict = conflictOf(conditions, current, false) ?? lostRace(this.#race, index, id);
    if (conflict !== undefined) throw versionConflict(index.shardPlace, id, conflict);
    const source = mergeDocument(current.source, patch);
    if (source === current.source && isNoopDetected) return { result: 'noop', document: current };
    const { mappings: before, settings } = index.metadata;
    const mappings = parsePartialDocument(before, id, patch, source, settings);
    if (mappings !== before) this.changeIndex(index, { mappings });
    return this.#write(index, current, { id, source, routing: current.routing });
  }

  /** Deletes a document. Deleting what is not there takes a sequence number too. Source: rest-layer B.2. */
  remove(index: Index, id: string, conditions: WriteConditions = {}): DeleteOutcome {
    const current = this.#entry(index, id);
    const conflict = conflictOf(conditions, current, false);
    if (conflict !== undefined) throw versionConflict(index.shardPlace, id, conflict);
    const version = nextVersion(conditions, current);
    const seqNo = index.nextSeqNo;
    const { primaryTerm } = index;
    this.#recordDocument(index, current, { deleted: true, id, version, seqNo, primaryTerm, at: this.#at });
    return { result: current?.deleted === false ? 'deleted' : 'not_found', version, seqNo };
  }

  snapshot(): StoreSnapshot {
    return { point: this.#point };
  }

  /** Goes back (or forth) to a snapshot; costs what has changed between. */
  restore(snapshot: StoreSnapshot): void {
    const { undo, redo } = pathBetween(this.#point, snapshot.point);
    for (const change of undo) this.#catalogue.apply(change, 'before');
    for (const change of redo) this.#catalogue.apply(change, 'after');
    this.#point = snapshot.point;
  }

  #entry(index: Index, id: string): Entry | undefined {
    const entry = index.entries.get(id);
    return entry?.deleted === true && this.#at - entry.at > TOMBSTONE_MS ? undefined : entry;
  }

  #write(index: Index, current: Entry | undefined, request: WriteRequest): WriteOutcome {
    const replaced = current?.deleted === false ? current : undefined;
    const document: StoredDocument = {
      deleted: false,
      id: request.id,
      source: request.source,
      version: nextVersion(request, current),
      seqNo: index.nextSeqNo,
      primaryTerm: index.primaryTerm,
      routing: request.routing,
      ordinal: replaced?.ordinal ?? index.nextOrdinal,
    };
    this.#recordDocument(index, current, document);
    return { result: replaced ? 'updated' : 'created', document };
  }

  #recordIndex(index: Index, before: IndexMetadata | undefined, after: IndexMetadata | undefined): void {
    this.#record({ kind: 'index', index, before, after, at: this.#at, cause: this.#cause });
  }

  #recordDocument(index: Index, before: Entry | undefined, after: Entry): void {
    this.#record({ kind: 'document', index, before, after, at: this.#at, cause: this.#cause });
  }

  #record(change: Change): void {
    this.#catalogue.apply(change, 'after');
    this.#point = append(this.#point, change);
  }
}
