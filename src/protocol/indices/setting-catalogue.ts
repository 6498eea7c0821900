import { lazily } from '../../lazily.js';

/**
 * When a setting may change: at any time, only while the index is closed, never, or only by Elasticsearch itself.
 * ES: `Setting.Property` Dynamic, (none), Final, PrivateIndex.
 */
export type Mutability = 'dynamic' | 'static' | 'final' | 'private';

export type SettingKind =
  | { readonly type: 'text' | 'flag' | 'time' | 'replica range' | 'index mode' }
  | { readonly type: 'int'; readonly minimum: number; readonly maximum?: number };

export interface KnownSetting {
  readonly mutability: Mutability;
  readonly kind: SettingKind;
  /** As `include_defaults` shows it; undefined where it is not worth showing. */
  readonly fallback: string | undefined;
}

const text: SettingKind = { type: 'text' };
const flag: SettingKind = { type: 'flag' };
const time: SettingKind = { type: 'time' };
const replicaRange: SettingKind = { type: 'replica range' };
const int = (minimum: number, maximum?: number): SettingKind => ({
  type: 'int',
  minimum,
  ...(maximum !== undefined && { maximum }),
});

type Row = readonly [key: string, mutability: Mutability, kind?: SettingKind, fallback?: string];

/** Keys without their `index.` prefix. ES: `IndexScopedSettings.BUILT_IN_INDEX_SETTINGS`. */
const rows = (): readonly Row[] => [
  ['analyze.max_token_count', 'dynamic', int(1), '10000'],
  ['auto_expand_replicas', 'dynamic', replicaRange, 'false'],
  ['blocks.metadata', 'dynamic', flag, 'false'],
  ['blocks.read', 'dynamic', flag, 'false'],
  ['blocks.read_only', 'dynamic', flag, 'false'],
  ['blocks.read_only_allow_delete', 'dynamic', flag, 'false'],
  ['blocks.write', 'dynamic', flag, 'false'],
  ['check_on_startup', 'static', text, 'false'],
  ['codec', 'static', text, 'default'],
  ['creation_date', 'private'],
  ['data_path', 'private'],
  ['default_pipeline', 'dynamic', text, '_none'],
  ['dense_vector.hnsw_filter_heuristic', 'dynamic'],
  ['esql.stored_fields_sequential_proportion', 'dynamic'],
  ['fielddata.cache', 'final', text, 'node'],
  ['final_pipeline', 'dynamic', text, '_none'],
  ['flush_after_merge', 'dynamic', text, '512mb'],
  ['format', 'final', text, '0'],
  ['frozen', 'private'],
  ['gc_deletes', 'dynamic', time, '60s'],
  ['hidden', 'dynamic', flag, 'false'],
  ['highlight.max_analyzed_offset', 'dynamic', int(1), '1000000'],
  ['highlight.weight_matches_mode.enabled', 'dynamic', flag, 'true'],
  ['load_fixed_bitset_filters_eagerly', 'static', flag, 'true'],
  ['look_back_time', 'static', time],
  ['look_ahead_time', 'dynamic', time],
  ['mapping.array_objects.limit', 'dynamic', int(1)],
  ['mapping.coerce', 'static', flag],
  ['mapping.depth.limit', 'dynamic', int(1), '20'],
  ['mapping.dimension_fields.limit', 'dynamic', int(0)],
  ['mapping.field_name_length.limit', 'dynamic', int(1)],
  ['mapping.ignore_malformed', 'static', flag],
  ['mapping.nested_fields.limit', 'dynamic', int(0)],
  ['mapping.nested_objects.limit', 'dynamic', int(0), '10000'],
  ['mapping.total_fields.ignore_dynamic_beyond_limit', 'dynamic', flag, 'false'],
  ['mapping.total_fields.limit', 'dynamic', int(0), '1000'],
  ['max_adjacency_matrix_filters', 'dynamic', int(2)],
  ['max_docvalue_fields_search', 'dynamic', int(0), '100'],
  ['max_inner_result_window', 'dynamic', int(1), '100'],
  ['max_ngram_diff', 'dynamic', int(0), '1'],
  ['max_query_string_length', 'dynamic', int(0)],
  ['max_refresh_listeners', 'dynamic', int(0), '1000'],
  ['max_regex_length', 'dynamic', int(1), '1000'],
  ['max_rescore_window', 'dynamic', int(1), '10000'],
  ['max_result_window', 'dynamic', int(1), '10000'],
  ['max_script_fields', 'dynamic', int(0), '32'],
  ['max_shingle_diff', 'dynamic', int(0), '3'],
  ['max_slices_per_scroll', 'dynamic', int(1), '1024'],
  ['max_slices_per_pit', 'dynamic', int(1), '1024'],
  ['max_terms_count', 'dynamic', int(1), '65536'],
  ['mode', 'final', { type: 'index mode' }, 'standard'],
  ['number_of_replicas', 'dynamic', int(0), '1'],
  ['number_of_routing_shards', 'final', int(1, 1024)],
  ['number_of_shards', 'final', int(1, 1024), '1'],
  ['prefer_ilm', 'dynamic', flag],
  ['preferred_allocation_node', 'private'],
  ['priority', 'dynamic', int(0), '1'],
  ['provided_name', 'private'],
  ['query.default_field', 'dynamic', text],
  ['query.parse.allow_unmapped_fields', 'static', flag, 'true'],
  ['query_string.lenient', 'static', flag, 'false'],
  ['queries.cache.enabled', 'static', flag, 'true'],
  ['recovery.file_based_threshold', 'dynamic'],
  ['recovery.type', 'static'],
  ['recovery.use_synthetic_source', 'static', flag],
  ['refresh_interval', 'dynamic', time, '1s'],
  ['requests.cache.enable', 'dynamic', flag, 'true'],
  ['rounding_interval', 'static'],
  ['routing_partition_size', 'final', int(1), '1'],
  ['routing_path', 'final', text],
  ['search.idle.after', 'dynamic', time, '30s'],
  ['search.throttled', 'private', flag, 'false'],
  ['shard.check_on_startup', 'static', text, 'false'],
  ['shard_limit.group', 'private'],
  ['soft_deletes.enabled', 'final', flag, 'true'],
  ['soft_deletes.retention.operations', 'dynamic', int(0), '0'],
  ['soft_deletes.retention_lease.period', 'dynamic', time, '12h'],
  ['sort.field', 'final', text],
  ['sort.missing', 'final', text],
  ['sort.mode', 'final', text],
  ['sort.order', 'final', text],
  ['source_only', 'private', flag, 'false'],
  ['uuid', 'private'],
  ['verified_before_close', 'private'],
  ['version.compatibility', 'private'],
  ['version.created', 'private'],
  ['version.upgraded', 'private'],
  ['write.wait_for_active_shards', 'dynamic', text, '1'],
];

const MODES = 'standard time_series logsdb lookup columnar logsdb_columnar vectordb_document'.split(' ');

/** ES: `IndexMode.fromString`. */
export function isIndexMode(value: string): boolean {
  return MODES.includes(value);
}

const knownSettings = lazily(
  (): ReadonlyMap<string, KnownSetting> =>
    new Map(rows().map(([key, mutability, kind = text, fallback]) => [key, { mutability, kind, fallback }])),
);

/** Groups whose members are as many as their users like. */
const GROUPS: readonly (readonly [prefix: string, mutability: Mutability])[] = [
  ['allocation.', 'dynamic'],
  ['analysis.', 'static'],
  ['downsample.', 'private'],
  ['indexing.slowlog.', 'dynamic'],
  ['indexing_pressure.', 'dynamic'],
  ['lifecycle.', 'dynamic'],
  ['mapper.', 'dynamic'],
  ['mapping.', 'dynamic'],
  ['merge.', 'dynamic'],
  ['routing.', 'dynamic'],
  ['search.slowlog.', 'dynamic'],
  ['semantic_text.', 'dynamic'],
  ['similarity.', 'static'],
  ['sort.', 'final'],
  ['store.', 'static'],
  ['time_series.', 'dynamic'],
  ['translog.', 'dynamic'],
  ['unassigned.', 'dynamic'],
];

const GROUP_MEMBER: Readonly<Record<Mutability, KnownSetting>> = {
  dynamic: { mutability: 'dynamic', kind: text, fallback: undefined },
  static: { mutability: 'static', kind: text, fallback: undefined },
  final: { mutability: 'final', kind: text, fallback: undefined },
  private: { mutability: 'private', kind: text, fallback: undefined },
};

/** What is known of a setting, by its key without `index.`; undefined if no index has it. */
export function knownSetting(key: string): KnownSetting | undefined {
  const known = knownSettings().get(key);
  if (known !== undefined) return known;
  const group = GROUPS.find(([prefix]) => key.startsWith(prefix) && key.length > prefix.length);
  return group && GROUP_MEMBER[group[1]];
}

/** All keys with their `index.` prefix, for suggestions. */
export function settingNames(): string[] {
  return [...knownSettings().keys()].map((key) => `index.${key}`);
}

/** What `include_defaults` shows, without `index.`. */
export function settingDefaults(): (readonly [key: string, value: string])[] {
  return [...knownSettings()].flatMap(([key, { fallback }]) =>
    fallback === undefined ? [] : [[key, fallback] as const],
  );
}
