import { unknownBucketOrder } from '../../errors/aggregation-errors.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import type { Scalar } from '../field-values.js';
import { compareKeys, type Direction, type SortKey } from '../sort-order.js';
import type { AggregationResults, AggregationSlice } from './aggregation.js';
import { orderValue } from './order-path.js';

/** `_count`, `_key`, or the path of an aggregation below the buckets. */
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
    Object.entries(member).map(([by, sent]) => {
      const direction = typeof sent === 'string' ? sent.toLowerCase() : sent;
      if (direction !== 'asc' && direction !== 'desc') throw unknownBucketOrder(JSON.stringify(sent));
      return { by: by === '_term' ? '_key' : by, direction };
    }),
  );
}

/** Whether an order looks below the buckets. */
export function isPath({ by }: BucketOrder): boolean {
  return by !== '_count' && by !== '_key';
}

/** Ties are broken by the key, ascending. */
export function bucketComparator(
  order: readonly BucketOrder[],
): (left: CountedTerm, right: CountedTerm) => number {
  return (left, right) => {
    for (const each of order) {
      const result = compareBy(each, left, right);
      if (result !== 0) return result;
    }
    return compareKeys(sortable(left.key), sortable(right.key));
  };
}

function compareBy(order: BucketOrder, left: CountedTerm, right: CountedTerm): number {
  const { by, direction } = order;
  if (!isPath(order)) {
    const result =
      by === '_count' ? left.count - right.count : compareKeys(sortable(left.key), sortable(right.key));
    return direction === 'asc' ? result : -result;
  }
  const [first, second] = [orderValue(by, left.sub), orderValue(by, right.sub)];
  // ES: `Comparators.compareDiscardNaN`: what has no value comes last, whichever the direction.
  if (Number.isNaN(first) || Number.isNaN(second))
    return Number(Number.isNaN(first)) - Number(Number.isNaN(second));
  return direction === 'asc' ? compareKeys(first, second) : compareKeys(second, first);
}

function sortable(key: Scalar): SortKey {
  return typeof key === 'boolean' ? Number(key) : key;
}
