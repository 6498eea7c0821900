import { actionRequestValidation } from '../../errors/request-errors.js';
import { INVALID_CONTEXT } from '../../errors/scroll-errors.js';
import { endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { searchDocuments } from '../../search/execute.js';
import { renderSearch } from '../../search/render.js';
import { validateSearch } from '../../search/validate-search.js';
import { checkKeepAlive, keepAlive } from './keep-alive.js';
import { indicesParameters, searchContext, searchTargets, TOOK_MS } from './search-context.js';
import { readSearch, requestParameters, sourceParameters } from './search-parameters.js';

/** A body, or the parameter `source` in its place; empty without either. */
export const searchBody: BodySpec<string> = { isRequired: false, acceptsSource: true, parse: (text) => text };

/** Source: rest-layer B.9; ES: `RestSearchAction`. */
export const search = endpoint({
  api: 'search',
  routes: ['GET /_search', 'POST /_search', 'GET /{index}/_search', 'POST /{index}/_search'],
  params: {
    ...requestParameters,
    ...sourceParameters,
    scroll: keepAlive(),
    ...indicesParameters,
    rest_total_hits_as_int: flag(false),
    typed_keys: flag(false),
  },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const { scroll, rest_total_hits_as_int: isTotalPlain, typed_keys: hasTypedKeys } = params;
    const request = readSearch(body, params, isTotalPlain);
    validateSearch(request, {
      isScroll: scroll !== undefined,
      hasIndices: path.index !== undefined,
      hasRouting: params.routing !== undefined,
      hasPreference: params.preference !== undefined,
    });
    if (scroll !== undefined && params.request_cache === true) {
      throw actionRequestValidation([INVALID_CONTEXT.cachedScroll]);
    }
    const context = searchContext(call);
    const { searchContexts } = call.cluster;
    const shown = { took: TOOK_MS, isTotalPlain, hasTypedKeys };
    if (request.pointInTime !== undefined) {
      const result = searchContexts.searchPointInTime(request, context);
      return ok(renderSearch(result, request, { ...shown, pointInTimeId: request.pointInTime.id }));
    }
    const targets = searchTargets(call.store, path.index, params);
    if (scroll === undefined || targets.length === 0) {
      return ok(renderSearch(searchDocuments(targets, request, context), request, shown));
    }
    checkKeepAlive(scroll, targets, call.cluster.nodeId);
    const page = searchContexts.openScroll(targets, request, scroll.ms, context);
    return ok(renderSearch(page.result, request, { ...shown, scrollId: page.id }));
  },
});
