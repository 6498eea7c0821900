import { lazily } from '../../lazily.js';

/** What `_stats` says of an index beside its documents and its size: nothing has happened yet. ES: `CommonStats`. */
const zeros = lazily((): Readonly<Record<string, object>> => ({
  indexing: {
    index_total: 0,
    index_time_in_millis: 0,
    index_current: 0,
    index_failed: 0,
    index_failed_due_to_version_conflict: 0,
    delete_total: 0,
    delete_time_in_millis: 0,
    delete_current: 0,
    noop_update_total: 0,
    is_throttled: false,
    throttle_time_in_millis: 0,
    write_load: 0,
    recent_write_load: 0,
    peak_write_load: 0,
  },
  get: {
    total: 0,
    time_in_millis: 0,
    exists_total: 0,
    exists_time_in_millis: 0,
    missing_total: 0,
    missing_time_in_millis: 0,
    current: 0,
  },
  search: {
    open_contexts: 0,
    query_total: 0,
    query_time_in_millis: 0,
    query_current: 0,
    query_failure: 0,
    fetch_total: 0,
    fetch_time_in_millis: 0,
    fetch_current: 0,
    fetch_failure: 0,
    scroll_total: 0,
    scroll_time_in_millis: 0,
    scroll_current: 0,
    suggest_total: 0,
    suggest_time_in_millis: 0,
    suggest_current: 0,
    recent_search_load: 0,
  },
  merges: {
    current: 0,
    current_docs: 0,
    current_size_in_bytes: 0,
    total: 0,
    total_time_in_millis: 0,
    total_docs: 0,
    total_size_in_bytes: 0,
    total_stopped_time_in_millis: 0,
    total_throttled_time_in_millis: 0,
    total_auto_throttle_in_bytes: 20_971_520,
  },
  refresh: {
    total: 0,
    total_time_in_millis: 0,
    external_total: 0,
    external_total_time_in_millis: 0,
    listeners: 0,
  },
  flush: {
    total: 0,
    periodic: 0,
    total_time_in_millis: 0,
    total_time_excluding_waiting_on_lock_in_millis: 0,
  },
  warmer: { current: 0, total: 0, total_time_in_millis: 0 },
  query_cache: {
    memory_size_in_bytes: 0,
    total_count: 0,
    hit_count: 0,
    miss_count: 0,
    cache_size: 0,
    cache_count: 0,
    evictions: 0,
  },
  fielddata: {
    memory_size_in_bytes: 0,
    evictions: 0,
    global_ordinals: { build_time_in_millis: 0 },
  },
  completion: { size_in_bytes: 0 },
  segments: {
    count: 0,
    memory_in_bytes: 0,
    terms_memory_in_bytes: 0,
    stored_fields_memory_in_bytes: 0,
    term_vectors_memory_in_bytes: 0,
    norms_memory_in_bytes: 0,
    points_memory_in_bytes: 0,
    doc_values_memory_in_bytes: 0,
    index_writer_memory_in_bytes: 0,
    version_map_memory_in_bytes: 0,
    fixed_bit_set_memory_in_bytes: 0,
    max_unsafe_auto_id_timestamp: -1,
    file_sizes: {},
  },
  translog: {
    operations: 0,
    size_in_bytes: 55,
    uncommitted_operations: 0,
    uncommitted_size_in_bytes: 55,
    earliest_last_modified_age: 0,
  },
  request_cache: { memory_size_in_bytes: 0, evictions: 0, hit_count: 0, miss_count: 0 },
  recovery: { current_as_source: 0, current_as_target: 0, throttle_time_in_millis: 0 },
  bulk: {
    total_operations: 0,
    total_time_in_millis: 0,
    total_size_in_bytes: 0,
    avg_time_in_millis: 0,
    avg_size_in_bytes: 0,
  },
  dense_vector: { value_count: 0 },
  sparse_vector: { value_count: 0 },
}));

/** Metrics by the name that a request gives them. ES: `RestIndicesStatsAction.METRICS`. */
const sectionsByMetric = lazily(
  (): ReadonlyMap<string, string> =>
    new Map([
      ['docs', 'docs'],
      ['store', 'store'],
      ['merge', 'merges'],
      ...Object.keys(zeros())
        .filter((name) => name !== 'merges')
        .map((name) => [name, name] as const),
    ]),
);

export function metricNames(): readonly string[] {
  return [...sectionsByMetric().keys()];
}

/** What can be counted of some shards. */
export interface ShardTally {
  /** Documents that a search sees. */
  readonly docs: number;
  readonly shards: number;
  /** Writes in the translog, which nothing but closing an index ever flushes. */
  readonly operations: number;
}

/**
 * One index's share of `_stats`. DIVERGES: sizes are made up from the number of documents, counters of operations
 * are always zero but for those of the translog.
 */
export function statsOf(
  { docs, shards, operations }: ShardTally,
  metrics: readonly string[] | undefined,
): object {
  const sections = metrics && new Set(metrics.map((name) => sectionsByMetric().get(name)));
  const has = (name: string): boolean => sections === undefined || sections.has(name);
  const size = sizeInBytes(docs, shards);
  return {
    ...(has('docs') && { docs: { count: docs, deleted: 0, total_size_in_bytes: docs === 0 ? 0 : size } }),
    shard_stats: { total_count: shards },
    ...(has('store') && {
      store: { size_in_bytes: size, total_data_set_size_in_bytes: size, reserved_in_bytes: 0 },
    }),
    ...Object.fromEntries(
      Object.entries(zeros())
        .filter(([name]) => has(name))
        .map(([name, zero]) => [
          name,
          name === 'translog' ? { ...zero, operations, uncommitted_operations: operations } : zero,
        ]),
    ),
  };
}

const EMPTY_SHARD_BYTES = 249;
const DOCUMENT_BYTES = 1000;

export function sizeInBytes(docs: number, shards: number): number {
  return shards * EMPTY_SHARD_BYTES + docs * DOCUMENT_BYTES;
}
