import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { sourceNotStored } from '../../errors/by-query-errors.js';
import { errorCause } from '../../errors/envelope.js';
import { searchViews, viewsOf, type SearchHit } from '../../search/execute.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { SearchRequest } from '../../search/search-request.js';
import type { Index } from '../../store/store-index.js';
import { primaryShards } from '../../store/primary-shards.js';
import { sliceOf } from '../../search/slice.js';
import { isSourceKept } from '../../search/source-kept.js';
import type { StoredDocument } from '../../store/document.js';

/** What a request by query is to do, and how far. */
export interface ByQueryRequest {
  readonly search: SearchRequest;
  readonly conflicts: 'abort' | 'proceed';
  readonly maxDocs: number | undefined;
  /** Documents of one round; a conflict ends the work after its round. */
  readonly batchSize: number;
  /** Whether documents are written anew. */
  readonly needsSource: boolean;
  /** How many workers share the documents; `auto`: one for each shard. */
  readonly slices: number | 'auto';
  /** undefined for as many as there are. */
  readonly requestsPerSecond: number | undefined;
}

/** What one worker did, or all of them together. */
export interface ByQueryStatus {
  readonly total: number;
  readonly done: number;
  readonly batches: number;
  readonly versionConflicts: number;
  /** How long it would have waited between its rounds. The fake does not. */
  readonly throttledMs: number;
  readonly requestsPerSecond: number | undefined;
}

export interface ByQueryResult extends ByQueryStatus {
  readonly failures: readonly Record<string, unknown>[];
  /** The worst status of the failures; 200 without any. */
  readonly status: number;
  readonly targets: ReadonlySet<Index>;
  /** Of each slice, where there are several. */
  readonly slices: readonly ByQueryStatus[];
}

type Change = (index: Index, document: StoredDocument) => void;

/**
 * Does something to each document that a search sees, on the condition that it has not changed since.
 * Source: rest-layer B.11; ES: `AbstractAsyncBulkByScrollAction`, `BulkByScrollParallelizationHelper`.
 */
export function forEachMatch(
  targets: readonly Index[],
  request: ByQueryRequest,
  context: SearchContext,
  change: Change,
): ByQueryResult {
  const matches = matchesOf(targets, request, context);
  const unkept = matches.find(({ index }) => !isSourceKept(index));
  if (unkept !== undefined && request.needsSource)
    throw sourceNotStored(unkept.index.name, unkept.document.id);
  const slices = request.slices === 'auto' ? slicesOf(targets) : request.slices;
  const touched = new Set<Index>();
  if (slices === 1) return { ...workOn(matches, request, change, touched), targets: touched, slices: [] };
  const { maxDocs, requestsPerSecond } = request;
  const shared = {
    ...request,
    maxDocs: maxDocs === undefined ? undefined : Math.floor(maxDocs / slices),
    requestsPerSecond: requestsPerSecond === undefined ? undefined : requestsPerSecond / slices,
  };
  const works = Array.from({ length: slices }, (_, slice) => {
    const own = matches.filter(({ index, document }) => sliceOf(index, document, slices) === slice);
    return workOn(own.slice(0, shared.maxDocs), shared, change, touched);
  });
  const sum = (read: (work: Work) => number): number => works.reduce((total, work) => total + read(work), 0);
  return {
    total: sum(({ total }) => total),
    done: sum(({ done }) => done),
    batches: sum(({ batches }) => batches),
    versionConflicts: sum(({ versionConflicts }) => versionConflicts),
    throttledMs: sum(({ throttledMs }) => throttledMs),
    requestsPerSecond,
    failures: works.flatMap(({ failures }) => failures),
    status: Math.max(...works.map(({ status }) => status)),
    targets: touched,
    slices: works,
  };
}

const MOST_AUTOMATIC_SLICES = 20;

/** ES: `BulkByScrollParallelizationHelper.countSlicesBasedOnShards`. */
function slicesOf(targets: readonly Index[]): number {
  if (targets.length === 0) return 1;
  return Math.min(MOST_AUTOMATIC_SLICES, ...targets.map(primaryShards));
}

type Work = Omit<ByQueryResult, 'targets' | 'slices'>;

function workOn(
  matches: readonly SearchHit[],
  { batchSize, conflicts, maxDocs, requestsPerSecond }: ByQueryRequest,
  change: Change,
  touched: Set<Index>,
): Work {
  const failures: Record<string, unknown>[] = [];
  let done = 0;
  let versionConflicts = 0;
  let batches = 0;
  let throttledMs = 0;
  let status = 200;
  for (let from = 0; from < matches.length && failures.length === 0; from += batchSize) {
    const batch = matches.slice(from, from + batchSize);
    batches += 1;
    for (const { index, document } of batch) {
      touched.add(index);
      const error = failureOf(() => {
        change(index, document);
      });
      if (error === undefined) {
        done += 1;
        continue;
      }
      if (error.status === 409) versionConflicts += 1;
      if (error.status === 409 && conflicts === 'proceed') continue;
      status = Math.max(status, error.status);
      failures.push({ index: index.name, id: document.id, cause: errorCause(error), status: error.status });
    }
    if (status === 200 && done !== maxDocs) throttledMs += waitAfter(batch.length, requestsPerSecond);
  }
  return {
    total: matches.length,
    done,
    batches,
    versionConflicts,
    throttledMs,
    requestsPerSecond,
    failures,
    status,
  };
}

const LONGEST_WAIT_MS = 3_600_000;

/** ES: `WorkerBulkByScrollTaskState.throttleWaitTime`, for a round that takes no time. */
function waitAfter(documents: number, requestsPerSecond: number | undefined): number {
  if (requestsPerSecond === undefined) return 0;
  return Math.min(LONGEST_WAIT_MS, Math.trunc((documents / requestsPerSecond) * 1000));
}

function matchesOf(
  targets: readonly Index[],
  { search, maxDocs }: ByQueryRequest,
  context: SearchContext,
): readonly SearchHit[] {
  const everything: SearchRequest = { ...search, from: 0, trackTotalHits: true, aggregations: new Map() };
  const { hits } = searchViews(viewsOf(targets, context), everything, context, true);
  return maxDocs === undefined ? hits : hits.slice(0, maxDocs);
}

function failureOf(run: () => void): ElasticsearchError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (isElasticsearchError(error)) return error;
    throw error;
  }
}

interface Counts {
  readonly updated?: number;
  readonly deleted: number;
}

/** The answer, in Elasticsearch's order. ES: `BulkByScrollTask.Status.innerXContent`. */
export function renderByQuery(
  took: number,
  result: ByQueryResult,
  countsOf: (status: ByQueryStatus) => Counts,
): Record<string, unknown> {
  const { slices } = result;
  return {
    took,
    timed_out: false,
    ...renderStatus(result, countsOf),
    ...(slices.length > 0 && {
      slices: slices.map((status, id) => ({ slice_id: id, ...renderStatus(status, countsOf) })),
    }),
    failures: result.failures,
  };
}

function renderStatus(
  status: ByQueryStatus,
  countsOf: (status: ByQueryStatus) => Counts,
): Record<string, unknown> {
  return {
    total: status.total,
    ...countsOf(status),
    batches: status.batches,
    version_conflicts: status.versionConflicts,
    noops: 0,
    retries: { bulk: 0, search: 0 },
    throttled_millis: status.throttledMs,
    requests_per_second: status.requestsPerSecond ?? -1,
    throttled_until_millis: 0,
  };
}
