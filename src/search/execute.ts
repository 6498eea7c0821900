import { isElasticsearchError } from '../errors/elasticsearch-error.js';
import { searchPhaseExecution, type ShardFailure } from '../errors/shard-failures.js';
import type { StoredDocument } from '../store/document.js';
import { primaryShards } from '../store/primary-shards.js';
import type { Index } from '../store/store-index.js';
import type { JsonValue } from '../xcontent/json.js';
import { runAggregations, type AggregationResults } from './aggregations/aggregation.js';
import type { SearchContext } from './find-documents.js';
import { matchedQueries, type MatchedQueries } from './matched-queries.js';
import { compareSortKeys } from './page.js';
import type { Query } from './query/query.js';
import { matchingSlots, restrict, scoreOf } from './query/query.js';
import { fieldsOf, type HitFields } from './hit-fields.js';
import { DEFAULT_TRACKED_HITS, type SearchRequest } from './search-request.js';
import { searchable, type SearchView } from './search-view.js';
import { compileQuery, searchShard, type ShardResult } from './shard-search.js';
import { missingKey, missingSortValue, type SlotSort } from './sort.js';
import type { SortKey } from './sort-order.js';
import { formatSortKey } from './sort-value.js';

/** One found document. */
export interface SearchHit extends HitFields {
  readonly index: Index;
  readonly document: StoredDocument;
  /** Null in a sorted search without `track_scores`. */
  readonly score: number | null;
  readonly sort?: readonly JsonValue[];
  readonly matchedQueries?: MatchedQueries;
}

export interface SearchTotal {
  readonly value: number;
  readonly relation: 'eq' | 'gte';
}

export interface ShardCounts {
  readonly total: number;
  readonly failed: number;
  /** One an index. */
  readonly failures: readonly ShardFailure[];
}

export interface SearchResult {
  /** undefined without `track_total_hits`. */
  readonly total: SearchTotal | undefined;
  readonly maxScore: number | null;
  /** Set where the search has a `terminate_after`. */
  readonly isTerminatedEarly?: boolean | undefined;
  readonly hits: readonly SearchHit[];
  readonly aggregations?: AggregationResults;
  readonly shards: ShardCounts;
}

/** Runs a search on indices, as one shard each. @throws ElasticsearchError if it fails on all of them. */
export function searchDocuments(
  targets: readonly Index[],
  request: SearchRequest,
  context: SearchContext,
): SearchResult {
  return searchViews(viewsOf(targets, context), request, context);
}

/** The views that a search opened now sees. */
export function viewsOf(targets: readonly Index[], { now, refreshMode }: SearchContext): SearchView[] {
  return targets.map((index) => searchable(index, now, refreshMode));
}

/**
 * Runs a search on views, e.g. those of a point in time.
 * @param isUnbounded gives all hits from `from` on: what a scroll reads
 */
export function searchViews(
  views: readonly SearchView[],
  request: SearchRequest,
  context: SearchContext,
  isUnbounded = false,
): SearchResult {
  const { now, node, hasIntegerSorts = false } = context;
  const { results, failures } = onEach(views, node, (view, shard) => {
    return searchShard(view, shard, request, { now, isUnbounded, hasIntegerSorts });
  });
  const merged = mergeHits(results, request, isUnbounded, hasIntegerSorts);
  const { aggregations } = request;
  return {
    total: totalOf(results, request.trackTotalHits),
    maxScore: maxScoreOf(results, request),
    isTerminatedEarly: terminatedEarly(results),
    hits: merged.map(({ result, slot }) => hitOf(result, slot, request, context)),
    // ES: `AbstractSearchAsyncAction.run`: without any shard there is nothing to reduce.
    ...(aggregations.size > 0 &&
      views.length > 0 && {
        aggregations: aggregate(results, request, context),
      }),
    shards: shardsOf(views, failures),
  };
}

/** Counts matching documents. Source: rest-layer B.10. */
export function countDocuments(
  targets: readonly Index[],
  query: Query | undefined,
  context: SearchContext,
  minScore?: number,
): { count: number; shards: ShardCounts } {
  const views = viewsOf(targets, context);
  const { results, failures } = onEach(views, context.node, (view) =>
    countIn(view, query, context, minScore),
  );
  return {
    count: results.reduce((total, count) => total + count, 0),
    shards: shardsOf(views, failures),
  };
}

function countIn(
  view: SearchView,
  query: Query | undefined,
  { now }: SearchContext,
  minScore?: number,
): number {
  if (query === undefined) return minScore === undefined || minScore <= 1 ? view.count : 0;
  const clause = compileQuery(query, view, now);
  const slots = matchingSlots(clause, view);
  if (minScore !== undefined) restrict(slots, (slot) => scoreOf(clause.score, slot) >= minScore);
  return slots.count();
}

/** What holds for an index holds for each of its shards. */
function shardsOf(views: readonly SearchView[], failures: readonly ShardFailure[]): ShardCounts {
  let total = 0;
  let failed = 0;
  for (const { index } of views) {
    const shards = primaryShards(index);
    total += shards;
    if (failures.some((failure) => failure.index === index.name)) failed += shards;
  }
  return { total, failed, failures };
}

function onEach<T>(
  views: readonly SearchView[],
  node: string | undefined,
  run: (view: SearchView, shard: number) => T,
): { results: T[]; failures: ShardFailure[] } {
  const results: T[] = [];
  const failures: ShardFailure[] = [];
  views.forEach((view, shard) => {
    try {
      results.push(run(view, shard));
    } catch (error) {
      if (!isElasticsearchError(error)) throw error;
      failures.push({ shard: 0, index: view.index.name, node, error });
    }
  });
  if (failures.length > 0 && results.length === 0) throw searchPhaseExecution(failures);
  return { results, failures };
}

function aggregate(
  results: readonly ShardResult[],
  request: SearchRequest,
  { now, node }: SearchContext,
): AggregationResults {
  try {
    const slices = results.map(({ view, matching }) => ({ view, slots: matching }));
    return runAggregations(request.aggregations, { slices, now });
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    const failing = results.map(({ view }) => ({ shard: 0, index: view.index.name, node, error }));
    throw searchPhaseExecution(failing);
  }
}

interface Candidate {
  readonly result: ShardResult;
  readonly slot: number;
}

function mergeHits(
  results: readonly ShardResult[],
  request: SearchRequest,
  isUnbounded: boolean,
  hasIntegerSorts: boolean,
): Candidate[] {
  const end = isUnbounded ? undefined : request.from + request.size;
  const candidates = results.flatMap((result) => result.slots.map((slot) => ({ result, slot })));
  if (results.length > 1) {
    const sorts = results.find((result) => result.sorts.length > 0)?.sorts ?? [];
    const keyed = candidates.map((candidate) => ({
      candidate,
      keys: keysOf(candidate, sorts.length, hasIntegerSorts),
    }));
    // Stable: equal keys stay in the order of the indices and of creation.
    keyed.sort((left, right) => compareSortKeys(left.keys, right.keys, sorts));
    return keyed.slice(request.from, end).map(({ candidate }) => candidate);
  }
  return candidates.slice(request.from, end);
}

function keysOf(
  { result, slot }: Candidate,
  length: number,
  hasIntegerSorts: boolean,
): (SortKey | undefined)[] {
  // Indices where all hits score alike have no sort of their own.
  if (result.sorts.length < length) return [scoreOf(result.score, slot)];
  return result.sorts.map((sort) => sort.key(slot) ?? missingKey(sort, hasIntegerSorts));
}

function totalOf(
  results: readonly ShardResult[],
  tracked: boolean | number = DEFAULT_TRACKED_HITS,
): SearchTotal | undefined {
  if (tracked === false) return undefined;
  const value = results.reduce((sum, { total }) => sum + total, 0);
  const limit = tracked === true ? Number.POSITIVE_INFINITY : tracked;
  return value > limit ? { value: limit, relation: 'gte' } : { value, relation: 'eq' };
}

function terminatedEarly(results: readonly ShardResult[]): boolean | undefined {
  return results.length === 0 || results[0]?.isTerminated === undefined
    ? undefined
    : results.some(({ isTerminated }) => isTerminated);
}

function hasScores({ sort, trackScores }: SearchRequest): boolean {
  return trackScores || sort.length === 0 || sort[0]?.field === '_score';
}

function maxScoreOf(results: readonly ShardResult[], request: SearchRequest): number | null {
  if (results.length === 0) return 0;
  if (request.size === 0 || !hasScores(request)) return null;
  let max: number | null = null;
  for (const { slots, score } of results) {
    for (const slot of typeof score === 'number' ? slots.slice(0, 1) : slots) {
      const value = scoreOf(score, slot);
      if (max === null || value > max) max = value;
    }
  }
  return max;
}

function hitOf(
  { view, sorts, score, named }: ShardResult,
  slot: number,
  request: SearchRequest,
  context: SearchContext,
): SearchHit {
  const matched = matchedQueries(named, slot);
  return {
    index: view.index,
    document: view.documents[slot] as StoredDocument,
    score: hasScores(request) ? scoreOf(score, slot) : null,
    ...(request.sort.length > 0 && { sort: sorts.map((sort) => sortValue(sort, slot, context)) }),
    ...fieldsOf(view, slot, request),
    ...(matched && { matchedQueries: matched }),
  };
}

function sortValue(sort: SlotSort, slot: number, { hasIntegerSorts }: SearchContext): JsonValue {
  const key = sort.key(slot);
  if (key === undefined) return missingSortValue(sort, hasIntegerSorts === true);
  return formatSortKey(key, sort.field, sort.spec.format);
}
