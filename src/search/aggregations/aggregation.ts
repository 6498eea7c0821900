import type { Instant } from '../../clock/instant.js';
import type { JsonValue } from '../../xcontent/json.js';
import type { Bitset } from '../bitset.js';
import type { SearchView } from '../search-view.js';

/** The documents of one index that an aggregation looks at. */
export interface AggregationSlice {
  readonly view: SearchView;
  readonly slots: Bitset;
}

export interface AggregationContext {
  readonly slices: readonly AggregationSlice[];
  readonly now: Instant;
}

/** What an aggregation found, by its name. */
export type AggregationResults = ReadonlyMap<string, AggregationResult>;

export interface AggregationResult {
  /** The prefix under `typed_keys`, e.g. `sterms`. */
  readonly type: string;
  /** Members before those of the sub-aggregations. */
  readonly body: Readonly<Record<string, JsonValue>>;
  readonly buckets?: readonly AggregationBucket[];
  readonly sub?: AggregationResults;
}

export interface AggregationBucket {
  readonly body: Readonly<Record<string, JsonValue>>;
  readonly sub: AggregationResults;
}

/** A parsed aggregation. */
export interface Aggregation {
  /** @throws ElasticsearchError where the mapping does not allow it. */
  run(context: AggregationContext, sub: Aggregations): AggregationResult;
  /** `bucket`: one of them alone; `buckets`: as many as there are keys. Metrics have no sub-aggregations. */
  readonly kind: 'metric' | 'bucket' | 'buckets';
}

export interface NamedAggregation {
  readonly aggregation: Aggregation;
  readonly sub: Aggregations;
  readonly meta: JsonValue | undefined;
}

export type Aggregations = ReadonlyMap<string, NamedAggregation>;

export function runAggregations(aggregations: Aggregations, context: AggregationContext): AggregationResults {
  const results = new Map<string, AggregationResult>();
  for (const [name, { aggregation, sub, meta }] of aggregations) {
    const result = aggregation.run(context, sub);
    results.set(name, meta === undefined ? result : { ...result, body: { meta, ...result.body } });
  }
  return results;
}
