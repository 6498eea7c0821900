import { actionRequestValidation } from '../errors/request-errors.js';
import { IN_POINT_IN_TIME, IN_SCROLL, INVALID_SEARCH } from '../errors/search-errors.js';
import { hasMetadata } from './requested-fields.js';
import type { SearchRequest } from './search-request.js';

/** What of the URL forbids some requests. */
export interface SearchSurroundings {
  readonly isScroll: boolean;
  /** A path with an index. */
  readonly hasIndices: boolean;
  /** Indices options that are not those of every search. */
  readonly hasIndicesOptions: boolean;
  readonly hasRouting: boolean;
  readonly hasPreference: boolean;
  readonly minimizesRoundtrips: boolean;
}

/** ES: `SearchRequest.validate`. Source: rest-layer B.9. */
export function validateSearch(request: SearchRequest, url: SearchSurroundings): void {
  validatePointInTime(request, url);
  const messages: string[] = [];
  if (url.isScroll) {
    if ((request.trackTotalHits ?? true) !== true) messages.push(IN_SCROLL.untracked);
    if (request.from > 0) messages.push(IN_SCROLL.from);
    if (request.size === 0) messages.push(IN_SCROLL.empty);
    if (request.searchAfter) messages.push(IN_SCROLL.searchAfter);
    if (request.pointInTime) messages.push(IN_SCROLL.pointInTime);
  }
  messages.push(...sourceErrors(request, url.isScroll));
  if (messages.length > 0) throw actionRequestValidation(messages);
}

/** What a search says wrong by itself. ES: `SearchSourceBuilder.validate`. */
export function sourceErrors(request: SearchRequest, isScroll = false): string[] {
  const messages: string[] = [];
  if (request.slice !== undefined && request.pointInTime === undefined && !isScroll)
    messages.push(INVALID_SEARCH.slice);
  if (request.from > 0 && request.searchAfter !== undefined) messages.push(INVALID_SEARCH.from);
  if (!hasMetadata(request.storedFields)) {
    if (request.isSourceAsked) messages.push(INVALID_SEARCH.noneWithSource);
    if (request.fields.length > 0) messages.push(INVALID_SEARCH.noneWithFields);
  }
  if (request.pointInTime !== undefined) return messages;
  const tiebreakers = request.sort.filter(({ field }) => field === '_shard_doc');
  return [...messages, ...tiebreakers.map(() => INVALID_SEARCH.shardDoc)];
}

/** ES: `RestSearchAction.preparePointInTime`, when a request is read. */
export function validatePointInTime(request: SearchRequest, url: Omit<SearchSurroundings, 'isScroll'>): void {
  const messages: string[] = [];
  if (request.pointInTime) {
    if (url.hasIndices) messages.push(IN_POINT_IN_TIME.indices);
    if (url.hasIndicesOptions) messages.push(IN_POINT_IN_TIME.options);
    if (url.hasRouting) messages.push(IN_POINT_IN_TIME.routing);
    if (url.hasPreference) messages.push(IN_POINT_IN_TIME.preference);
    if (url.minimizesRoundtrips) messages.push(IN_POINT_IN_TIME.roundtrips);
  }
  if (messages.length > 0) throw actionRequestValidation(messages);
}
