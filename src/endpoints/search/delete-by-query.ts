import { INVALID_BY_QUERY } from '../../errors/by-query-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { forEachMatch } from '../../protocol/documents/by-query.js';
import { checkWritable } from '../../protocol/indices/index-blocks.js';
import { endpoint } from '../../rest/endpoint.js';
import { refreshIfDue } from '../../search/search-view.js';
import { answerByQuery } from './by-query-answer.js';
import { byQueryParameters, readByQuery, validateByQuery } from './by-query-parameters.js';
import { searchContext } from './search-context.js';
import { byQueryScope } from './search-scope.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.11; ES: `RestDeleteByQueryAction`. */
export const deleteByQuery = endpoint({
  api: 'delete_by_query',
  routes: ['POST /{index}/_delete_by_query'],
  params: byQueryParameters,
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const request = readByQuery(body, params);
    const messages = validateByQuery(request, path.index);
    if (request.search.query === undefined) messages.push(INVALID_BY_QUERY.noQuery);
    if (messages.length > 0) throw actionRequestValidation(messages);
    const { store, now, cluster } = call;
    const { targets, search } = byQueryScope(call, request.search, path.index, params);
    const work = { ...request, search, needsSource: false };
    const result = forEachMatch(targets, work, searchContext(call), (index, { id, seqNo, primaryTerm }) => {
      if (cluster.refreshMode === 'nrt') refreshIfDue(index, now);
      checkWritable(index);
      store.remove(index, id, { ifSeqNo: seqNo, ifPrimaryTerm: primaryTerm });
    });
    return answerByQuery(call, params, result, ({ done }) => ({ deleted: done }));
  },
});
