import { scriptException } from '../../errors/document-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { forEachMatch } from '../../protocol/documents/by-query.js';
import { reindexDocument } from '../../protocol/documents/reindex-document.js';
import { endpoint } from '../../rest/endpoint.js';
import { text } from '../../rest/parameters.js';
import { writeContext } from '../documents/write-parameters.js';
import { answerByQuery } from './by-query-answer.js';
import { byQueryParameters, readByQuery, validateByQuery } from './by-query-parameters.js';
import { searchContext } from './search-context.js';
import { byQueryScope } from './search-scope.js';
import { searchBody } from './search.js';

/** Source: rest-layer B.11; ES: `RestUpdateByQueryAction`. */
export const updateByQuery = endpoint({
  api: 'update_by_query',
  routes: ['POST /{index}/_update_by_query'],
  params: { ...byQueryParameters, pipeline: text() },
  body: searchBody,
  handle: ({ path, params, body, ...call }) => {
    const request = readByQuery(body, params);
    const messages = validateByQuery(request, path.index);
    if (messages.length > 0) throw actionRequestValidation(messages);
    const { targets, search } = byQueryScope(call, request.search, path.index, params);
    if (request.script !== undefined) throw scriptException(request.script.text, request.script.lang);
    const context = writeContext(call, { refresh: 'false', isBulk: true });
    const work = { ...request, search, needsSource: true };
    const result = forEachMatch(targets, work, searchContext(call), (index, document) => {
      reindexDocument(context, index, document, params.pipeline);
    });
    return answerByQuery(call, params, result, ({ done }) => ({ updated: done, deleted: 0 }));
  },
});
