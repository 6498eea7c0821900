import { shardFailureBody } from '../errors/shard-failures.js';
import type { AggregationResult, AggregationResults } from './aggregations/aggregation.js';
import type { SearchHit, SearchResult, ShardCounts } from './execute.js';
import { ignoredFields } from './ignored-fields.js';
import { hasMetadata } from './requested-fields.js';
import type { SearchRequest } from './search-request.js';
import { isSourceKept } from './source-kept.js';
import { filterSource } from './source-filter.js';

export interface RenderOptions {
  /** Milliseconds. */
  readonly took: number;
  readonly scrollId?: string | undefined;
  readonly pointInTimeId?: string | undefined;
  /** `rest_total_hits_as_int`. */
  readonly isTotalPlain?: boolean | undefined;
  readonly hasTypedKeys?: boolean | undefined;
  /** `include_named_queries_score`. */
  readonly hasNamedScores?: boolean | undefined;
}

type Rendered = Record<string, unknown>;

/** The body of a search answer, in Elasticsearch's order. Source: rest-layer B.9. */
export function renderSearch(result: SearchResult, request: SearchRequest, options: RenderOptions): Rendered {
  const { took, scrollId, pointInTimeId } = options;
  return {
    ...(scrollId !== undefined && { _scroll_id: scrollId }),
    ...(pointInTimeId !== undefined && { pit_id: pointInTimeId }),
    took,
    timed_out: false,
    ...(result.isTerminatedEarly !== undefined && { terminated_early: result.isTerminatedEarly }),
    _shards: renderShards(result.shards),
    hits: {
      ...renderTotal(result, options),
      max_score: result.maxScore,
      hits: result.hits.map((hit) => renderHit(hit, request, options)),
    },
    ...(result.aggregations && {
      aggregations: renderAggregations(result.aggregations, options.hasTypedKeys ?? false),
    }),
  };
}

/** `_shards` of searches and counts. */
export function renderShards({ total, failed, failures }: ShardCounts): Rendered {
  return {
    total,
    successful: total - failed,
    skipped: 0,
    failed,
    ...(failures.length > 0 && { failures: failures.map(shardFailureBody) }),
  };
}

/** ES: `SearchHit.toInnerXContent`. */
function renderHit(hit: SearchHit, request: SearchRequest, { hasNamedScores }: RenderOptions): Rendered {
  const { document, score, matchedQueries: matched } = hit;
  const source = isSourceKept(hit.index) ? filterSource(document.source, request.source) : undefined;
  const isWhole = hasMetadata(request.storedFields);
  const ignored = ignoredFields(hit.index.metadata.mappings, document.source);
  return {
    _index: hit.index.name,
    ...(isWhole && { _id: document.id }),
    ...(request.showsVersion && { _version: document.version }),
    ...(request.showsSeqNo && { _seq_no: document.seqNo, _primary_term: document.primaryTerm }),
    _score: score,
    ...(isWhole && document.routing !== undefined && { _routing: document.routing }),
    ...(isWhole && ignored.length > 0 && { _ignored: ignored }),
    ...(source && { _source: source }),
    ...(hit.fields && { fields: hit.fields }),
    ...(hit.ignoredFieldValues && { ignored_field_values: hit.ignoredFieldValues }),
    ...(hit.sort && { sort: hit.sort }),
    ...(matched && { matched_queries: hasNamedScores ? Object.fromEntries(matched) : [...matched.keys()] }),
  };
}

function renderTotal({ total }: SearchResult, { isTotalPlain }: RenderOptions): Rendered {
  if (isTotalPlain === true) return { total: total?.value ?? -1 };
  return total ? { total } : {};
}

function renderAggregations(results: AggregationResults, hasTypedKeys: boolean): Rendered {
  const rendered = new Map<string, unknown>();
  for (const [name, result] of results) {
    rendered.set(hasTypedKeys ? `${result.type}#${name}` : name, renderAggregation(result, hasTypedKeys));
  }
  return Object.fromEntries(rendered);
}

function renderAggregation({ body, buckets, sub }: AggregationResult, hasTypedKeys: boolean): Rendered {
  return {
    ...body,
    ...(buckets && {
      buckets: buckets.map((bucket) => ({ ...bucket.body, ...renderAggregations(bucket.sub, hasTypedKeys) })),
    }),
    ...(sub && renderAggregations(sub, hasTypedKeys)),
  };
}
