import type { Instant } from '../../clock/instant.js';
import { versionConflict } from '../../errors/document-errors.js';
import { refreshIndex, searchable, type RefreshMode } from '../../search/search-view.js';
import { filterSource, NO_SOURCE, WHOLE_SOURCE, type SourceFilter } from '../../search/source-filter.js';
import type { StoredDocument } from '../../store/document.js';
import type { Index } from '../../store/store-index.js';
import type { Store } from '../../store/store.js';
import type { JsonObject, JsonValue } from '../../xcontent/json.js';
import { checkReadable } from '../indices/index-blocks.js';
import { resolveSingleTarget } from '../indices/resolve-targets.js';
import { checkRouting, isRoutedTo } from './routing.js';
import { isSourceKept } from '../../search/source-kept.js';
import { storedFieldsOf } from './stored-fields.js';

/** A read of one document. ES: `GetRequest`. */
export interface GetRequest {
  readonly index: string;
  readonly id: string;
  readonly routing: string | undefined;
  readonly version: number | undefined;
  readonly storedFields: readonly string[] | undefined;
  /** Undefined: the whole source, unless stored fields are asked for. */
  readonly source: SourceFilter | undefined;
  readonly isRealtime: boolean;
  readonly isRefreshed: boolean;
}

export interface ReadContext {
  readonly store: Store;
  readonly now: Instant;
  readonly refreshMode: RefreshMode;
  /** Whether the reader may see a document of an index that it called so; undefined if it may see all. */
  readonly sees?: ((index: Index, document: StoredDocument, name: string) => boolean) | undefined;
}

/** What a read found. ES: `GetResult`. */
export interface GetOutcome {
  readonly index: string;
  readonly id: string;
  readonly document: StoredDocument | undefined;
  readonly source: JsonObject | undefined;
  readonly fields: Readonly<Record<string, readonly JsonValue[]>>;
}

/**
 * Reads a document by its id. Source: rest-layer B.4; ES: `ShardGetService`.
 * @throws ElasticsearchError 404 for a missing index, 409 for another version than the one asked for.
 */
export function getDocument(context: ReadContext, request: GetRequest): GetOutcome {
  const index = resolveSingleTarget(context.store, request.index);
  checkReadable(index);
  const { id, routing, version } = request;
  checkRouting(index, id, routing);
  const found = find(context, request, index);
  const isThere = found !== undefined && isRoutedTo(index, id, routing, found.routing);
  const document = isThere && context.sees?.(index, found, request.index) !== false ? found : undefined;
  if (document === undefined) return { index: index.name, id, document, source: undefined, fields: {} };
  if (version !== undefined && version !== document.version) {
    const explanation = `current version [${document.version}] is different than the one provided [${version}]`;
    throw versionConflict({ index: index.name, uuid: index.metadata.uuid }, id, explanation);
  }
  if (!isSourceKept(index)) {
    const fields = storedFieldsOf(index, document, request.storedFields ?? []);
    return { index: index.name, id, document, source: undefined, fields };
  }
  const fields = storedFieldsOf(index, document, request.storedFields ?? []);
  return {
    index: index.name,
    id,
    document,
    source: filterSource(document.source, filterOf(request)),
    fields,
  };
}

function find(
  { now, refreshMode }: ReadContext,
  { id, isRealtime, isRefreshed }: GetRequest,
  index: Index,
): StoredDocument | undefined {
  if (isRealtime) return index.get(id);
  if (isRefreshed) refreshIndex(index, now);
  const view = searchable(index, now, refreshMode);
  return view.documents[view.slotOf(id)];
}

/** ES: `ShardGetService.normalizeFetchSourceContent`. */
function filterOf({ source, storedFields }: GetRequest): SourceFilter {
  if (source !== undefined) return source;
  return storedFields === undefined || storedFields.includes('_source') ? WHOLE_SOURCE : NO_SOURCE;
}

/** The answer to a read, in Elasticsearch's order. Source: rest-layer B.4; ES: `GetResult.toXContent`. */
export function renderGet({ index, id, document, source, fields }: GetOutcome): Record<string, unknown> {
  if (document === undefined) return { _index: index, _id: id, found: false };
  return {
    _index: index,
    _id: id,
    _version: document.version,
    _seq_no: document.seqNo,
    _primary_term: document.primaryTerm,
    ...(document.routing !== undefined && { _routing: document.routing }),
    found: true,
    ...(source && { _source: source }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}
