import { unknownBucketOrder } from '../../errors/aggregation-errors.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import type { Scalar } from '../field-values.js';
import { compareKeys, type Direction, type SortKey } from '../sort-order.js';
import type { AggregationResults, AggregationSlice } from './aggregation.js';

/** `_count`, `_key`, or the name of a metric below the buckets. */
export interface BucketOrder {
  readonly by: string;
  readonly direction: Direction;
}

export interface CountedTerm {
  readonly key: Scalar;
  count: number;
  readonly slices: AggregationSlice[];
  readonly sub: AggregationResults;
}

const DEFAULT_ORDER: readonly BucketOrder[] = [{ by: '_count', direction: 'desc' }];

/** ES: `InternalOrder.Parser`. */
export function parseBucketOrder(order: JsonValue | undefined): readonly BucketOrder[] {
  if (order === undefined || order === null) return DEFAULT_ORDER;
  const members = Array.isArray(order) ? (order as readonly JsonValue[]) : [order];
  return members.filter(isJsonObject).flatMap((member) =>
    Object.entries(member).map(([by, direction]) => {
      if (direction !== 'asc' && direction !== 'desc') throw unknownBucketOrder(JSON.stringify(direction));
      return { by: by === '_term' ? '_key' : by, direction };
    }),
  );
}

/** Ties are broken by the key, ascending. */
export function bucketComparator(
  order: readonly BucketOrder[],
): (left: CountedTerm, right: CountedTerm) => number {
  return (left, right) => {
    for (const { by, direction } of order) {
      const result = compareKeys(orderKey(left, by), orderKey(right, by));
      if (result !== 0) return direction === 'asc' ? result : -result;
    }
    return compareKeys(sortable(left.key), sortable(right.key));
  };
}

function orderKey(term: CountedTerm, by: string): SortKey {
  if (by === '_count') return term.count;
  if (by === '_key') return sortable(term.key);
  const [name = by] = by.split('.');
  const body = term.sub.get(name)?.body;
  return Number(body?.['value'] ?? body?.['doc_count'] ?? Number.NEGATIVE_INFINITY);
}

function sortable(key: Scalar): SortKey {
  return typeof key === 'boolean' ? Number(key) : key;
}
