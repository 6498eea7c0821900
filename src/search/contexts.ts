import type { Instant } from '../clock/instant.js';
import {
  noNodesToSearchOn,
  scrollBatchTooLarge,
  searchContextMissing,
  unreadablePointInTimeId,
  unreadableScrollId,
} from '../errors/search-errors.js';
import { searchPhaseExecution } from '../errors/shard-failures.js';
import type { Index } from '../store/store-index.js';
import { searchViews, viewsOf, type SearchResult } from './execute.js';
import type { SearchContext } from './find-documents.js';
import { windowLimit } from './window.js';
import { sortOn } from './parse-sort.js';
import type { SearchRequest } from './search-request.js';
import type { SearchView } from './search-view.js';

interface OpenContext {
  readonly number: number;
  readonly keepAlive: number;
  readonly expiresAt: Instant;
}

/** All hits of a scroll, fixed when it was opened, and how far it was read. */
interface Scroll extends OpenContext {
  readonly kind: 'scroll';
  readonly request: SearchRequest;
  readonly result: SearchResult;
  readonly position: number;
}

interface PointInTime extends OpenContext {
  readonly kind: 'pit';
  readonly views: readonly SearchView[];
}

/** What a snapshot keeps of the open contexts. Opaque to everybody else. */
export interface SearchContextsState {
  readonly open: ReadonlyMap<string, Scroll | PointInTime>;
  readonly opened: number;
}

export interface ScrollPage {
  readonly id: string;
  readonly request: SearchRequest;
  readonly result: SearchResult;
}

const SCROLL_PREFIX = 'FGluY2x1ZGVfY29udGV4dF91dWlkDXF1ZXJ5QW5kRmV0Y2gB';
const PIT_PREFIX = '46ToAwMD';
const NUMBER = /(\d+)$/;

/**
 * Scrolls and points in time: views that later writes do not touch, until they expire on the fake's clock.
 * Source: rest-layer B.9, Scroll and PIT.
 */
export class SearchContexts {
  #open = new Map<string, Scroll | PointInTime>();
  #opened = 0;
  readonly #nextId: () => string;

  /** @param nextId gives the changing part of a context's id */
  constructor(nextId: () => string) {
    this.#nextId = nextId;
  }

  /** Runs a search and keeps its further pages. @param keepAlive milliseconds */
  openScroll(
    targets: readonly Index[],
    request: SearchRequest,
    keepAlive: number,
    context: SearchContext,
  ): ScrollPage {
    checkBatch(targets, request.size, context.node);
    const all = { ...request, from: 0, trackTotalHits: true };
    const result = searchViews(viewsOf(targets, context), all, context, true);
    // ES: the id of a scroll names the contexts on its shards; without shards it names none.
    if (targets.length === 0) return { id: this.#idOf(SCROLL_PREFIX, 0), request, result };
    const id = this.#newId(SCROLL_PREFIX);
    const expiresAt = context.now + keepAlive;
    const page = result.hits.slice(0, request.size);
    const rest = { ...result, aggregations: new Map() };
    const number = this.#opened;
    const position = page.length;
    this.#open.set(id, { kind: 'scroll', number, keepAlive, expiresAt, request, result: rest, position });
    return { id, request, result: { ...result, hits: page } };
  }

  /**
   * The next page of a scroll.
   * @param keepAlive milliseconds; undefined leaves the scroll to the time that it has
   * @throws ElasticsearchError 400 for an id that is none, 404 for a scroll that expired or was cleared
   */
  nextScrollPage(id: string, keepAlive: number | undefined, now: Instant): ScrollPage {
    if (!id.startsWith(SCROLL_PREFIX)) throw unreadableScrollId();
    if (numberIn(id) === '0') throw noNodesToSearchOn();
    const scroll = this.#live(id, now);
    if (scroll?.kind !== 'scroll') throw searchContextMissing(numberIn(id));
    const { position, request, result } = scroll;
    const hits = result.hits.slice(position, position + request.size);
    this.#open.set(id, { ...prolonged(scroll, keepAlive, now), position: position + hits.length });
    const { aggregations: _, ...page } = result;
    return { id, request, result: { ...page, hits } };
  }

  /** Opens a point in time on indices. @param keepAlive milliseconds */
  openPointInTime(targets: readonly Index[], keepAlive: number, context: SearchContext): string {
    const id = this.#newId(PIT_PREFIX);
    const views = viewsOf(targets, context).map((view) => view.frozen());
    const expiresAt = context.now + keepAlive;
    this.#open.set(id, { kind: 'pit', number: this.#opened, keepAlive, expiresAt, views });
    return id;
  }

  /** Runs a search on the point in time that its `pit` names, with the implicit tiebreaker at the end of its sort. */
  searchPointInTime(request: SearchRequest, context: SearchContext): SearchResult {
    const { id = '', keepAlive } = request.pointInTime ?? {};
    if (!id.startsWith(PIT_PREFIX)) throw unreadablePointInTimeId(id);
    const pit = this.#live(id, context.now);
    if (pit?.kind !== 'pit') throw searchContextMissing(numberIn(id));
    this.#open.set(id, prolonged(pit, keepAlive, context.now));
    return searchViews(pit.views, withTiebreaker(request), context);
  }

  /** Whether an id has the form of a scroll's. */
  isScrollId(id: string): boolean {
    return id.startsWith(SCROLL_PREFIX);
  }

  /** Whether an id has the form of a point in time's. */
  isPointInTimeId(id: string): boolean {
    return id.startsWith(PIT_PREFIX);
  }

  /** Closes contexts and tells how many were open. */
  close(ids: readonly string[], now: Instant): number {
    let freed = 0;
    for (const id of ids) if (this.#live(id, now) && this.#open.delete(id)) freed += 1;
    return freed;
  }

  /** `DELETE /_search/scroll/_all`. */
  closeAllScrolls(now: Instant): number {
    const ids = [...this.#open].filter(([, { kind }]) => kind === 'scroll').map(([id]) => id);
    return this.close(ids, now);
  }

  /** When the next context expires; undefined if none is open. */
  nextExpiry(): Instant | undefined {
    let next: Instant | undefined;
    for (const { expiresAt } of this.#open.values()) {
      if (next === undefined || expiresAt < next) next = expiresAt;
    }
    return next;
  }

  state(): SearchContextsState {
    return { open: new Map(this.#open), opened: this.#opened };
  }

  restore(state: SearchContextsState): void {
    this.#open = new Map(state.open);
    this.#opened = state.opened;
  }

  #live(id: string, now: Instant): Scroll | PointInTime | undefined {
    const context = this.#open.get(id);
    if (context === undefined || context.expiresAt > now) return context;
    this.#open.delete(id);
    return undefined;
  }

  #newId(prefix: string): string {
    this.#opened += 1;
    return this.#idOf(prefix, this.#opened);
  }

  #idOf(prefix: string, number: number): string {
    return `${prefix}${this.#nextId()}${String(number).padStart(8, '0')}`;
  }
}

function prolonged<T extends OpenContext>(context: T, keepAlive: number | undefined, now: Instant): T {
  const lifetime = keepAlive ?? context.keepAlive;
  return { ...context, keepAlive: lifetime, expiresAt: now + lifetime };
}

function numberIn(id: string): string {
  return String(Number(NUMBER.exec(id)?.[1]?.slice(-8) ?? 0));
}

/** ES: `SearchRequest.rewrite`: a `search_after` that has no value for the tiebreaker goes without one. */
function withTiebreaker(request: SearchRequest): SearchRequest {
  const { sort, searchAfter } = request;
  if (sort.length === 0 || sort.at(-1)?.field === '_shard_doc') return request;
  if (searchAfter !== undefined && searchAfter.length !== sort.length + 1) return request;
  return { ...request, sort: [...sort, sortOn('_shard_doc')] };
}

function checkBatch(targets: readonly Index[], size: number, node: string | undefined): void {
  const failures = targets.flatMap((index) => {
    const limit = windowLimit(index);
    if (size <= limit) return [];
    return [{ shard: 0, index: index.name, node, error: scrollBatchTooLarge(limit, size) }];
  });
  if (failures.length > 0 && failures.length === targets.length) throw searchPhaseExecution(failures);
}
