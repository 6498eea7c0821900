import { isElasticsearchError, type ElasticsearchError } from '../../errors/elasticsearch-error.js';
import { sourceNotStored } from '../../errors/by-query-errors.js';
import { errorCause } from '../../errors/envelope.js';
import { searchViews, viewsOf, type SearchHit } from '../../search/execute.js';
import type { SearchContext } from '../../search/find-documents.js';
import type { SearchRequest } from '../../search/search-request.js';
import type { Index } from '../../store/store-index.js';
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
}

export interface ByQueryResult {
  readonly total: number;
  readonly done: number;
  readonly batches: number;
  readonly versionConflicts: number;
  readonly failures: readonly Record<string, unknown>[];
  /** The worst status of the failures; 200 without any. */
  readonly status: number;
  readonly targets: ReadonlySet<Index>;
}

/**
 * Does something to each document that a search sees, on the condition that it has not changed since.
 * Source: rest-layer B.11; ES: `AbstractAsyncBulkByScrollAction`.
 */
export function forEachMatch(
  targets: readonly Index[],
  request: ByQueryRequest,
  context: SearchContext,
  change: (index: Index, document: StoredDocument) => void,
): ByQueryResult {
  const matches = matchesOf(targets, request, context);
  const unkept = matches.find(({ index }) => !isSourceKept(index));
  if (unkept !== undefined && request.needsSource)
    throw sourceNotStored(unkept.index.name, unkept.document.id);
  const failures: Record<string, unknown>[] = [];
  const touched = new Set<Index>();
  let done = 0;
  let versionConflicts = 0;
  let batches = 0;
  let status = 200;
  for (let from = 0; from < matches.length && failures.length === 0; from += request.batchSize) {
    batches += 1;
    for (const { index, document } of matches.slice(from, from + request.batchSize)) {
      touched.add(index);
      const error = failureOf(() => {
        change(index, document);
      });
      if (error === undefined) {
        done += 1;
        continue;
      }
      if (error.status === 409) versionConflicts += 1;
      if (error.status === 409 && request.conflicts === 'proceed') continue;
      status = Math.max(status, error.status);
      failures.push({ index: index.name, id: document.id, cause: errorCause(error), status: error.status });
    }
  }
  const total = matches.length;
  return { total, done, batches, versionConflicts, failures, status, targets: touched };
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

/** The answer, in Elasticsearch's order. ES: `BulkByScrollTask.Status.innerXContent`. */
export function renderByQuery(
  took: number,
  result: ByQueryResult,
  counts: { readonly updated?: number; readonly deleted: number },
  requestsPerSecond = -1,
): Record<string, unknown> {
  return {
    took,
    timed_out: false,
    total: result.total,
    ...counts,
    batches: result.batches,
    version_conflicts: result.versionConflicts,
    noops: 0,
    retries: { bulk: 0, search: 0 },
    throttled_millis: 0,
    requests_per_second: requestsPerSecond,
    throttled_until_millis: 0,
    failures: result.failures,
  };
}
