import type { Cell, Column } from './table.js';

type Counter = readonly [name: string, aliases: string, unit: keyof typeof ZERO, description: string];

const ZERO = { ops: 0, bytes: { bytes: 0 }, time: { millis: 0 } } as const;

/** In the order of the help. ES: `RestIndicesAction.getTableWithHeader`. */
const COUNTERS = (): readonly Counter[] => [
  ['completion.size', 'cs,completionSize', 'bytes', 'size of completion'],
  ['fielddata.memory_size', 'fm,fielddataMemory', 'bytes', 'used fielddata cache'],
  ['fielddata.evictions', 'fe,fielddataEvictions', 'ops', 'fielddata evictions'],
  ['query_cache.memory_size', 'qcm,queryCacheMemory', 'bytes', 'used query cache'],
  ['query_cache.evictions', 'qce,queryCacheEvictions', 'ops', 'query cache evictions'],
  ['request_cache.memory_size', 'rcm,requestCacheMemory', 'bytes', 'used request cache'],
  ['request_cache.evictions', 'rce,requestCacheEvictions', 'ops', 'request cache evictions'],
  ['request_cache.hit_count', 'rchc,requestCacheHitCount', 'ops', 'request cache hit count'],
  ['request_cache.miss_count', 'rcmc,requestCacheMissCount', 'ops', 'request cache miss count'],
  ['flush.total', 'ft,flushTotal', 'ops', 'number of flushes'],
  ['flush.total_time', 'ftt,flushTotalTime', 'time', 'time spent in flush'],
  ['get.current', 'gc,getCurrent', 'ops', 'number of current get ops'],
  ['get.time', 'gti,getTime', 'time', 'time spent in get'],
  ['get.total', 'gto,getTotal', 'ops', 'number of get ops'],
  ['get.exists_time', 'geti,getExistsTime', 'time', 'time spent in successful gets'],
  ['get.exists_total', 'geto,getExistsTotal', 'ops', 'number of successful gets'],
  ['get.missing_time', 'gmti,getMissingTime', 'time', 'time spent in failed gets'],
  ['get.missing_total', 'gmto,getMissingTotal', 'ops', 'number of failed gets'],
  ['indexing.delete_current', 'idc,indexingDeleteCurrent', 'ops', 'number of current deletions'],
  ['indexing.delete_time', 'idti,indexingDeleteTime', 'time', 'time spent in deletions'],
  ['indexing.delete_total', 'idto,indexingDeleteTotal', 'ops', 'number of delete ops'],
  ['indexing.index_current', 'iic,indexingIndexCurrent', 'ops', 'number of current indexing ops'],
  ['indexing.index_time', 'iiti,indexingIndexTime', 'time', 'time spent in indexing'],
  ['indexing.index_total', 'iito,indexingIndexTotal', 'ops', 'number of indexing ops'],
  ['indexing.index_failed', 'iif,indexingIndexFailed', 'ops', 'number of failed indexing ops'],
  ['merges.current', 'mc,mergesCurrent', 'ops', 'number of current merges'],
  ['merges.current_docs', 'mcd,mergesCurrentDocs', 'ops', 'number of current merging docs'],
  ['merges.current_size', 'mcs,mergesCurrentSize', 'bytes', 'size of current merges'],
  ['merges.total', 'mt,mergesTotal', 'ops', 'number of completed merge ops'],
  ['merges.total_docs', 'mtd,mergesTotalDocs', 'ops', 'docs merged'],
  ['merges.total_size', 'mts,mergesTotalSize', 'bytes', 'size merged'],
  ['merges.total_time', 'mtt,mergesTotalTime', 'time', 'time spent in merges'],
  ['refresh.total', 'rto,refreshTotal', 'ops', 'total refreshes'],
  ['refresh.time', 'rti,refreshTime', 'time', 'time spent in refreshes'],
  ['refresh.external_total', 'rto,refreshTotal', 'ops', 'total external refreshes'],
  ['refresh.external_time', 'rti,refreshTime', 'time', 'time spent in external refreshes'],
  ['refresh.listeners', 'rli,refreshListeners', 'ops', 'number of pending refresh listeners'],
  ['search.fetch_current', 'sfc,searchFetchCurrent', 'ops', 'current fetch phase ops'],
  ['search.fetch_time', 'sfti,searchFetchTime', 'time', 'time spent in fetch phase'],
  ['search.fetch_total', 'sfto,searchFetchTotal', 'ops', 'total fetch ops'],
  ['search.open_contexts', 'so,searchOpenContexts', 'ops', 'open search contexts'],
  ['search.query_current', 'sqc,searchQueryCurrent', 'ops', 'current query phase ops'],
  ['search.query_time', 'sqti,searchQueryTime', 'time', 'time spent in query phase'],
  ['search.query_total', 'sqto,searchQueryTotal', 'ops', 'total query phase ops'],
  ['search.scroll_current', 'scc,searchScrollCurrent', 'ops', 'open scroll contexts'],
  ['search.scroll_time', 'scti,searchScrollTime', 'time', 'time scroll contexts held open'],
  ['search.scroll_total', 'scto,searchScrollTotal', 'ops', 'completed scroll contexts'],
  ['segments.count', 'sc,segmentsCount', 'ops', 'number of segments'],
  ['segments.memory', 'sm,segmentsMemory', 'bytes', 'memory used by segments'],
  ['segments.index_writer_memory', 'siwm,segmentsIndexWriterMemory', 'bytes', 'memory used by index writer'],
  ['segments.version_map_memory', 'svmm,segmentsVersionMapMemory', 'bytes', 'memory used by version map'],
  ['segments.fixed_bitset_memory', 'sfbm,fixedBitsetMemory', 'bytes', FIXED_BIT_SETS],
  ['warmer.current', 'wc,warmerCurrent', 'ops', 'current warmer ops'],
  ['warmer.total', 'wto,warmerTotal', 'ops', 'total warmer ops'],
  ['warmer.total_time', 'wtt,warmerTotalTime', 'time', 'time spent in warmers'],
  ['suggest.current', 'suc,suggestCurrent', 'ops', 'number of current suggest ops'],
  ['suggest.time', 'suti,suggestTime', 'time', 'time spend in suggest'],
  ['suggest.total', 'suto,suggestTotal', 'ops', 'number of suggest ops'],
  ['memory.total', 'tm,memoryTotal', 'bytes', 'total used memory'],
];

const FIXED_BIT_SETS =
  'memory used by fixed bit sets for nested object field types and type filters for types referred in _parent fields';

const AFTER_THROTTLED = (): readonly Counter[] => [
  ['bulk.total_operations', 'bto,bulkTotalOperation', 'ops', 'number of bulk shard ops'],
  ['bulk.total_time', 'btti,bulkTotalTime', 'time', 'time spend in shard bulk'],
  ['bulk.total_size_in_bytes', 'btsi,bulkTotalSizeInBytes', 'bytes', 'total size in bytes of shard bulk'],
  ['bulk.avg_time', 'bati,bulkAvgTime', 'time', 'average time spend in shard bulk'],
  ['bulk.avg_size_in_bytes', 'basi,bulkAvgSizeInBytes', 'bytes', 'average size in bytes of shard bulk'],
  ['dense_vector.value_count', 'dvc,denseVectorCount', 'ops', 'total count of indexed dense vector'],
  ['sparse_vector.value_count', 'svc,sparseVectorCount', 'ops', 'total count of indexed sparse vectors'],
];

/**
 * The columns of `_cat/indices` that count what an index did, all of it nothing as in its stats, and empty while it is
 * closed. Each has another one for the primary shards alone.
 */
export function counterColumns<Row>(isOpen: (row: Row) => boolean): Column<Row>[] {
  const columnsOf = ([name, aliases, unit, description]: Counter): Column<Row>[] => {
    const value = (row: Row): Cell => (isOpen(row) ? ZERO[unit] : undefined);
    const own = { name, aliases: aliases.split(','), description, isRight: true, isExtra: true, value };
    // ES: the one description that differs.
    const ofPrimaries = name === 'memory.total' ? 'total user memory' : description;
    return [
      { ...own, hasPrimaries: true },
      { ...own, name: `pri.${name}`, aliases: [], description: ofPrimaries },
    ];
  };
  return [
    ...COUNTERS().flatMap(columnsOf),
    {
      name: 'search.throttled',
      aliases: ['sth'],
      description: 'indicates if the index is search throttled',
      isExtra: true,
      value: () => 'false',
    },
    ...AFTER_THROTTLED().flatMap(columnsOf),
  ];
}
