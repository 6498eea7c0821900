import { actionRequestValidation } from '../../errors/request-errors.js';
import { INVALID_CONTEXT } from '../../errors/scroll-errors.js';
import type { AnyCall } from '../../rest/endpoint.js';
import { searchDocuments } from '../../search/execute.js';
import { renderSearch } from '../../search/render.js';
import type { SearchRequest } from '../../search/search-request.js';
import { validateSearch } from '../../search/validate-search.js';
import { checkKeepAlive, type KeepAlive } from './keep-alive.js';
import {
  hasIndicesOptions,
  searchContext,
  readableTargets,
  TOOK_MS,
  type TargetParameters,
} from './search-context.js';
import { queryOnPointInTime, searchScope } from './search-scope.js';

/** A search, and what its URL (or its line in a multi-search) says around it. */
export interface AskedSearch {
  readonly expression: string | readonly string[] | undefined;
  readonly targets: TargetParameters;
  readonly request: SearchRequest;
  readonly scroll: KeepAlive | undefined;
  readonly isCached: boolean | undefined;
  readonly hasRouting: boolean;
  readonly hasPreference: boolean;
  readonly minimizesRoundtrips: boolean;
  readonly isTotalPlain: boolean;
  readonly hasTypedKeys: boolean;
  readonly hasNamedScores: boolean;
}

/** Runs a search and renders its answer. Source: rest-layer B.9; ES: `TransportSearchAction`. */
export function runSearch(
  call: Pick<AnyCall, 'store' | 'now' | 'cluster' | 'request'>,
  asked: AskedSearch,
): Record<string, unknown> {
  const { request, scroll, expression, isTotalPlain, hasTypedKeys, hasNamedScores } = asked;
  validateSearch(request, {
    isScroll: scroll !== undefined,
    hasIndices: expression !== undefined,
    hasIndicesOptions: hasIndicesOptions(asked.targets),
    hasRouting: asked.hasRouting,
    hasPreference: asked.hasPreference,
    minimizesRoundtrips: asked.minimizesRoundtrips,
  });
  if (scroll !== undefined && asked.isCached === true) {
    throw actionRequestValidation([INVALID_CONTEXT.cachedScroll]);
  }
  const context = searchContext(call);
  const { searchContexts, nodeId } = call.cluster;
  const shown = { took: TOOK_MS, isTotalPlain, hasTypedKeys, hasNamedScores };
  if (request.pointInTime !== undefined) {
    const query = queryOnPointInTime(call, request.query);
    const result = searchContexts.searchPointInTime({ ...request, query }, context);
    return renderSearch(result, request, { ...shown, pointInTimeId: request.pointInTime.id });
  }
  const readable = readableTargets(call.store, expression, asked.targets);
  const { targets, query } = searchScope(call, { targets: readable, query: request.query, expression });
  const within = { ...request, query };
  if (scroll === undefined) {
    return renderSearch(searchDocuments(targets, within, context), within, shown);
  }
  checkKeepAlive(scroll, targets, nodeId);
  const page = searchContexts.openScroll(targets, within, scroll.ms, context);
  return renderSearch(page.result, within, { ...shown, scrollId: page.id });
}
