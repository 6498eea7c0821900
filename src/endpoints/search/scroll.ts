import { INVALID_CONTEXT } from '../../errors/scroll-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { flag } from '../../rest/parameters.js';
import { renderSearch } from '../../search/render.js';
import { readContextBody } from './context-body.js';
import { checkKeepAlive, keepAlive, readKeepAlive, type KeepAlive } from './keep-alive.js';
import { TOOK_MS } from './search-context.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.9, Scroll; ES: `RestSearchScrollAction`. */
export const scroll = endpoint({
  api: 'scroll',
  routes: [
    'GET /_search/scroll',
    'POST /_search/scroll',
    'GET /_search/scroll/{scroll_id}',
    'POST /_search/scroll/{scroll_id}',
  ],
  params: { scroll: keepAlive(), rest_total_hits_as_int: flag(false) },
  body: searchBody,
  handle: ({ path, params, body, now, cluster }) => {
    const asked = readScroll(body, { id: path.scroll_id, keepAlive: params.scroll });
    if (asked.id === undefined) throw actionRequestValidation([INVALID_CONTEXT.noScrollId]);
    const { ms } = asked.keepAlive ?? {};
    const page = cluster.searchContexts.nextScrollPage(asked.id, ms, now);
    const targets = [...new Set(page.result.hits.map((hit) => hit.index))];
    if (asked.keepAlive) checkKeepAlive(asked.keepAlive, targets, cluster.nodeId);
    const shown = { took: TOOK_MS, scrollId: page.id, isTotalPlain: params.rest_total_hits_as_int };
    return ok(renderSearch(page.result, page.request, shown));
  },
});

interface AskedScroll {
  id: string | undefined;
  keepAlive: KeepAlive | undefined;
}

/** What the body says wins over the URL. */
function readScroll(body: string, asked: AskedScroll): AskedScroll {
  const read = { ...asked };
  if (body === '') return read;
  readContextBody(body, (field, reader) => {
    if (reader.token !== 'VALUE_STRING') return false;
    if (field === 'scroll_id') read.id = reader.text;
    else if (field === 'scroll') read.keepAlive = readKeepAlive(reader.text, 'scroll');
    else return false;
    return true;
  });
  return read;
}
