import { isElasticsearchError } from '../../errors/elasticsearch-error.js';
import { errorObject } from '../../errors/envelope.js';
import { INVALID_MGET, mgetFieldsParameterGone } from '../../errors/mget-errors.js';
import { actionRequestValidation } from '../../errors/request-errors.js';
import { getDocument, renderGet, type ReadContext } from '../../protocol/documents/get-document.js';
import { parseMget, type MgetItem } from '../../protocol/documents/parse-mget.js';
import { checkedRouting } from '../../protocol/documents/write-operation.js';
import { endpoint, ok, type AnyCall, type BodySpec } from '../../rest/endpoint.js';
import { excludeVectors, flag, optionalList, parameter, text } from '../../rest/parameters.js';
import { sourceFromUrl } from '../../search/parse-source.js';
import { readContext } from './get.js';

const body: BodySpec<string> = { isRequired: true, acceptsSource: true, parse: (content) => content };

/** What is asked of the privileges for each document. ES: `TransportShardMultiGetAction`. */
const ITEM = 'mget[shard]';

/** Source: rest-layer B.8; ES: `RestMultiGetAction`. */
export const mget = endpoint({
  api: 'mget',
  routes: ['GET /_mget', 'POST /_mget', 'GET /{index}/_mget', 'POST /{index}/_mget'],
  params: {
    refresh: flag(false),
    preference: text(),
    realtime: flag(true),
    fields: parameter((value) => {
      if (value !== undefined) throw mgetFieldsParameterGone();
    }),
    stored_fields: optionalList(),
    _source: text(),
    _source_includes: text(),
    _source_excludes: text(),
    _source_exclude_vectors: excludeVectors(),
    force_synthetic_source: flag(false),
    routing: text(),
  },
  body,
  handle: (call) => {
    const { path, params } = call;
    const items = parseMget(call.body, {
      index: path.index,
      routing: checkedRouting(params.routing),
      storedFields: params.stored_fields,
      source: sourceFromUrl(params._source, params._source_includes, params._source_excludes),
    });
    const messages = validate(items);
    if (messages.length > 0) throw actionRequestValidation(messages);
    const how = { isRealtime: params.realtime, isRefreshed: params.refresh };
    const context = readContext(call, ITEM);
    return ok({
      docs: items.map((item) => answerItem(call, context, item, how)),
    });
  },
});

function validate(items: readonly MgetItem[]): string[] {
  if (items.length === 0) return [INVALID_MGET.empty];
  return items.flatMap(({ index, id }, at) => [
    ...(index === undefined ? [INVALID_MGET.noIndex(at)] : []),
    ...(id === undefined ? [INVALID_MGET.noId(at)] : []),
  ]);
}

function answerItem(
  { request, cluster, now }: Pick<AnyCall, 'request' | 'cluster' | 'now'>,
  context: ReadContext,
  { index = '', id = '', ...item }: MgetItem,
  how: { readonly isRealtime: boolean; readonly isRefreshed: boolean },
): Record<string, unknown> {
  try {
    const refusal = cluster.security?.authorize(request, ITEM, index, now);
    if (refusal) throw refusal;
    return renderGet(getDocument(context, { ...item, ...how, index, id }));
  } catch (error) {
    if (!isElasticsearchError(error)) throw error;
    return { _index: index, _id: id, error: errorObject(error, false) };
  }
}
