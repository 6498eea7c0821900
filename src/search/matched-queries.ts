import { scoreOf, type Clause } from './query/query.js';

/** The score of each named query that a hit matches, by name. */
export type MatchedQueries = ReadonlyMap<string, number>;

/**
 * The named queries that a hit matches, each tried for itself; undefined if there is none. They come in the order of
 * the `HashMap` that Elasticsearch walks. ES: `MatchedQueriesPhase`.
 */
export function matchedQueries(named: ReadonlyMap<string, Clause>, slot: number): MatchedQueries | undefined {
  if (named.size === 0) return undefined;
  const matched = [...named].filter(([, clause]) => clause.test(slot));
  if (matched.length === 0) return undefined;
  const buckets = bucketsFor(named.size);
  matched.sort(([left], [right]) => bucketOf(left, buckets) - bucketOf(right, buckets));
  return new Map(matched.map(([name, { score }]) => [name, scoreOf(score, slot)]));
}

/** Java: `HashMap.resize`: 16 buckets, twice as many whenever three quarters are exceeded. */
function bucketsFor(size: number): number {
  let buckets = 16;
  while (size > buckets * 0.75) buckets *= 2;
  return buckets;
}

/** Java: `String.hashCode`, `HashMap.hash`. */
function bucketOf(name: string, buckets: number): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return (hash ^ (hash >>> 16)) & (buckets - 1);
}
