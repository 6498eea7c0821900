import { executeBulk } from '../../protocol/documents/bulk.js';
import { parseBulk } from '../../protocol/documents/parse-bulk.js';
import { checkedRouting } from '../../protocol/documents/write-operation.js';
import type { AnyCall } from '../../rest/endpoint.js';
import { endpoint, ok } from '../../rest/endpoint.js';
import { excludeVectors, flag, refresh, text } from '../../rest/parameters.js';
import { sourceFromUrl } from '../../search/parse-source.js';
import { sourceBody } from './index.js';
import { activeShards, limitOnUpdates, timeValue, writeContext } from './write-parameters.js';

/** DIVERGES: Elasticsearch measures; here the same test gives the same bytes. */
const TOOK_MS = 1;

/** Source: rest-layer B.7; ES: `RestBulkAction`. */
export const bulk = endpoint({
  api: 'bulk',
  routes: ['POST /_bulk', 'PUT /_bulk', 'POST /{index}/_bulk', 'PUT /{index}/_bulk'],
  params: {
    routing: text(),
    _source: text(),
    _source_includes: text(),
    _source_excludes: text(),
    _source_exclude_vectors: excludeVectors(),
    pipeline: text(),
    list_executed_pipelines: flag(false),
    wait_for_active_shards: activeShards(),
    require_alias: flag(false),
    require_data_stream: flag(false),
    include_source_on_error: flag(true),
    timeout: timeValue(),
    refresh: refresh(),
  },
  body: sourceBody,
  handle: (call) => {
    const { path, params, body } = call;
    const defaults = {
      index: path.index,
      routing: checkedRouting(params.routing),
      pipeline: params.pipeline,
      source: sourceFromUrl(params._source, params._source_includes, params._source_excludes),
      isAliasRequired: params.require_alias,
      isDataStreamRequired: params.require_data_stream,
      listsExecutedPipelines: params.list_executed_pipelines,
      isLenient: speaksVersion8(call),
    };
    const operations = parseBulk(body, defaults);
    const context = writeContext(call, {
      refresh: params.refresh,
      isBulk: true,
      isLimited: limitOnUpdates(call, 'bulk'),
    });
    const { hasErrors, items, wasIngested, gap } = executeBulk(context, operations);
    return {
      ...ok({ errors: hasErrors, took: TOOK_MS, ...(wasIngested && { ingest_took: TOOK_MS }), items }),
      gap,
    };
  },
});

/** A client of release 8 keeps its leniency on a server of release 9. Source: rest-layer A.14. */
function speaksVersion8({ cluster, request }: Pick<AnyCall, 'cluster' | 'request'>): boolean {
  return (
    cluster.version.major === 8 || /compatible-with=8\b/.test(String(request.headers['content-type'] ?? ''))
  );
}
