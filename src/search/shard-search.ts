import type { Instant } from '../clock/instant.js';
import { isElasticsearchError, type ElasticsearchError } from '../errors/elasticsearch-error.js';
import {
  failedToCreateQuery,
  fieldsWithoutSource,
  internalField,
  tooManyDocvalueFields,
} from '../errors/search-errors.js';
import type { Bitset } from './bitset.js';
import { pageOf, type Page } from './page.js';
import { placeOf } from './place.js';
import {
  matchingSlots,
  restrict,
  scoreOf,
  type Clause,
  type NamedClauses,
  type Query,
  type Score,
} from './query/query.js';
import { checkFormats } from './requested-fields.js';
import { searchAfterKeys } from './search-after.js';
import type { SearchRequest } from './search-request.js';
import { restrictToSlice } from './slice-reference.js';
import type { SearchView } from './search-view.js';
import { isSourceKept } from './source-kept.js';
import type { View } from './view.js';
import { windowError } from './window.js';
import { slotSort, type SlotSort, type SortSpec } from './sort.js';

/** What one index contributes to a search. */
export interface ShardResult {
  readonly view: SearchView;
  readonly shard: number;
  /** What aggregations look at: before the post filter. */
  readonly matching: Bitset;
  readonly total: number;
  readonly score: Score;
  readonly sorts: readonly SlotSort[];
  readonly named: NamedClauses;
  /** Whether `terminate_after` left matches out; undefined if it is not set. */
  readonly isTerminated: boolean | undefined;
  /** The first `from + size` hits, in order. */
  readonly slots: readonly number[];
}

export interface ShardOptions {
  readonly now: Instant;
  /** A scroll reads on beyond `from + size`. */
  readonly isUnbounded: boolean;
  /** See `SearchContext`. */
  readonly hasIntegerSorts: boolean;
}

/** A query made ready for a view. ES: `SearchExecutionContext.toQuery`, which wraps what is no parsing error. */
export function compileQuery(query: Query, view: View, now: Instant, named?: NamedClauses): Clause {
  try {
    return query.compile({ view, now, named });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    // What is no JSON was never read as a query: that of a role, which is read here.
    if (error.family === 'xcontent') throw error;
    if (error.type === 'query_shard_exception' || error.type === 'parsing_exception') throw error;
    throw failedToCreateQuery(placeOf(view.index), error);
  }
}

/** Runs a search on one index. */
export function searchShard(
  view: SearchView,
  shard: number,
  request: SearchRequest,
  { now, isUnbounded, hasIntegerSorts }: ShardOptions,
): ShardResult {
  const named: NamedClauses = new Map();
  const clause = request.query && compileQuery(request.query, view, now, named);
  const score = clause?.score ?? 1;
  const matching = clause ? matchingSlots(clause, view) : view.live.clone();
  const { minScore } = request;
  if (minScore !== undefined) restrict(matching, (slot) => scoreOf(score, slot) >= minScore);
  const { slice, pointInTime } = request;
  if (slice !== undefined) restrictToSlice(matching, view, slice, pointInTime !== undefined);
  const sorts = sortsOf(request, score).map((spec) =>
    slotSort(spec, view, shard, (slot) => scoreOf(score, slot)),
  );
  const hits = request.postFilter ? filtered(matching, request.postFilter, view, now, named) : matching;
  const isTerminated =
    request.terminateAfter > 0 ? terminate(hits, matching, view, request.terminateAfter) : undefined;
  const refusal = isUnbounded ? undefined : pageError(view, request);
  if (refusal) throw refusal;
  const after = request.searchAfter && searchAfterKeys(request.searchAfter, sorts, hasIntegerSorts);
  const beyond = isUnbounded ? undefined : windowError(view.index, request.from, request.size);
  if (beyond) throw beyond;
  checkFormats(view, request);
  const size = isUnbounded ? hits.count() : request.from + request.size;
  const slots = firstSlots(hits, sorts, { from: 0, size, after, ties: view.writeOrder });
  return { view, shard, matching, total: hits.count(), score, sorts, named, isTerminated, slots };
}

/**
 * Leaves the hits that come first in the index, and of the matches what comes before the first hit too many.
 * ES: `QueryPhaseCollector`.
 */
function terminate(hits: Bitset, matching: Bitset, view: SearchView, limit: number): boolean {
  if (hits.count() <= limit) return false;
  const numbers: number[] = [];
  for (let slot = hits.next(0); slot !== -1; slot = hits.next(slot + 1))
    numbers.push(view.documentNumber(slot));
  const end = numbers.toSorted((left, right) => left - right)[limit] as number;
  const isBefore = (slot: number): boolean => view.documentNumber(slot) < end;
  restrict(hits, isBefore);
  restrict(matching, isBefore);
  return true;
}

/** `index.max_docvalue_fields_search`, unless set. */
const MAX_DOCVALUE_FIELDS = 100;

/** Metadata whose values no search gives. */
const INTERNAL_FIELDS: ReadonlySet<string> = new Set(['_field_names', '_seq_no', '_source']);

function pageError(view: SearchView, request: SearchRequest): ElasticsearchError | undefined {
  const { name, metadata } = view.index;
  const limit = Number(metadata.settings['max_docvalue_fields_search'] ?? MAX_DOCVALUE_FIELDS);
  const asked = request.docvalueFields.length;
  if (asked > limit) return tooManyDocvalueFields(limit, asked);
  if (request.fields.length > 0 && !isSourceKept(view.index)) return fieldsWithoutSource(name);
  const internal = request.fields.find(({ field }) => INTERNAL_FIELDS.has(field));
  return internal && internalField(internal.field);
}

function filtered(
  matching: Bitset,
  query: Query,
  view: SearchView,
  now: Instant,
  named: NamedClauses,
): Bitset {
  return matchingSlots(compileQuery(query, view, now, named), view).and(matching);
}

/** The sorts that decide: without any it is the score, unless all hits share one. */
function sortsOf({ sort }: SearchRequest, score: Score): readonly SortSpec[] {
  if (sort.length > 0) return sort;
  return typeof score === 'number' ? [] : [BY_SCORE];
}

const BY_SCORE: SortSpec = {
  field: '_score',
  order: 'desc',
  missing: '_last',
  unmappedType: undefined,
  mode: undefined,
  format: undefined,
  numericType: undefined,
};

function firstSlots(hits: Bitset, sorts: readonly SlotSort[], page: Page): readonly number[] {
  // Equal keys are in the order of their writes anyway, which is what a last `_doc` or `_shard_doc` asks for.
  const last = sorts.at(-1)?.spec;
  const isTiebreaker = (last?.field === '_doc' || last?.field === '_shard_doc') && last.order === 'asc';
  const deciding = isTiebreaker && page.after === undefined ? sorts.slice(0, -1) : sorts;
  return pageOf(hits, deciding, page);
}
