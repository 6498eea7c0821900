import { ElasticsearchError, type ErrorMetadata } from './elasticsearch-error.js';
import { illegalArgument, parseException, validation } from './request-errors.js';

/** 404 with the target that was asked for. Source: rest-layer B.1. */
export function indexNotFound(name: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 404,
    type: 'index_not_found_exception',
    reason: `no such index [${name}]`,
    family: 'elasticsearch',
    metadata: { 'resource.type': 'index_or_alias', 'resource.id': name, index_uuid: '_na_', index: name },
  });
}

/** 400. Source: rest-layer B.1. */
export function invalidIndexName(name: string, why: string): ElasticsearchError {
  return new ElasticsearchError({
    status: 400,
    type: 'invalid_index_name_exception',
    reason: `Invalid index name [${name}], ${why}`,
    family: 'elasticsearch',
    metadata: { index_uuid: '_na_', index: name },
  });
}

/** 400. Source: rest-layer B.13. */
export function indexAlreadyExists(name: string, uuid: string): ElasticsearchError {
  const metadata: ErrorMetadata = { index_uuid: uuid, index: name };
  return new ElasticsearchError({
    status: 400,
    type: 'resource_already_exists_exception',
    reason: `index [${name}/${uuid}] already exists`,
    family: 'elasticsearch',
    metadata,
  });
}

/** 400 of a body with a key that no index has. Source: rest-layer B.13. */
export function unknownCreateIndexKey(key: string): ElasticsearchError {
  return parseException(`unknown key [${key}] for create index`);
}

/** 400. ES: `CreateIndexRequest.source`. */
export function createIndexKeyNotAnObject(key: string): ElasticsearchError {
  return parseException(`key [${key}] must be an object`);
}

/** 400. ES: `RestCreateIndexAction.prepareMappings`. */
export function typedMapping(type: string): ElasticsearchError {
  return illegalArgument(
    `The mapping definition cannot be nested under a type [${type}] unless include_type_name is set to true.`,
  );
}

/** 400. ES: `RestPutMappingAction`. */
export function typedPutMapping(): ElasticsearchError {
  return illegalArgument('Types cannot be provided in put mapping requests');
}

/** 400 with a hint, if some known name is alike. Source: rest-layer B.13; ES: `AbstractScopedSettings.validate`. */
export function unknownSetting(key: string, suggestions: readonly string[]): ElasticsearchError {
  const [first] = suggestions;
  const hint =
    first === undefined
      ? ' please check that any required plugins are installed, or check the breaking changes documentation for ' +
        'removed settings'
      : suggestions.length === 1
        ? ` did you mean [${first}]?`
        : ` did you mean any of [${suggestions.join(', ')}]?`;
  return illegalArgument(`unknown setting [${key}]${hint}`);
}

/** 400. ES: `MetadataCreateIndexService.validateIndexSettings`, whose `IndexCreationException` gives way to its cause. */
export function privateSettingsPut(keys: readonly string[]): ElasticsearchError {
  return validation(keys.map(privateSettingText));
}

export function privateSettingText(key: string): string {
  return `private index setting [${key}] can not be set explicitly`;
}

/** 400. ES: `AbstractScopedSettings.validate` of an update. */
export function privateSettingUpdated(key: string): ElasticsearchError {
  return illegalArgument(`can not update private setting [${key}]; this setting is managed by Elasticsearch`);
}

/** 400. ES: `MetadataCreateIndexService.validateSoftDeleteSettings`. */
export function softDeletesDisabled(): ElasticsearchError {
  return illegalArgument(
    'Creating indices with soft-deletes disabled is no longer supported. ' +
      'Please do not specify a value for setting [index.soft_deletes.enabled].',
  );
}

/** 400. ES: `MetadataCreateIndexService.validateTranslogRetentionSettings`. */
export function translogRetentionSet(): ElasticsearchError {
  return illegalArgument(
    'Translog retention settings [index.translog.retention.age] and [index.translog.retention.size] are no longer ' +
      'supported. Please do not specify values for these settings',
  );
}

/** 400. ES: `IndexMetadata.INDEX_NUMBER_OF_ROUTING_SHARDS_SETTING`. */
export function tooFewRoutingShards(routing: number, shards: number): ElasticsearchError {
  return illegalArgument(
    `index.number_of_routing_shards [${routing}] must be >= index.number_of_shards [${shards}]`,
  );
}

/** 400. ES: `IndexMetadata.getRoutingFactor`. */
export function notAFactor(shards: number, routing: number): ElasticsearchError {
  return illegalArgument(`the number of source shards [${shards}] must be a factor of [${routing}]`);
}

/** 400, with the modes that every recent release has. ES: `IndexMode.fromString`. */
export function unknownIndexMode(value: string): ElasticsearchError {
  return illegalArgument(
    `[${value}] is an invalid index mode, valid modes are: [standard,time_series,logsdb,lookup]`,
  );
}

/** 400. ES: `IndexMode.LOOKUP`. */
export function lookupWithSeveralShards(shards: string): ElasticsearchError {
  return illegalArgument(
    `index with [lookup] mode must have [index.number_of_shards] set to 1 or unset; provided ${shards}`,
  );
}

/** 400. ES: `Setting.parseInt`. */
export function settingTooSmall(key: string, value: string, minimum: number): ElasticsearchError {
  return illegalArgument(`Failed to parse value [${value}] for setting [${key}] must be >= ${minimum}`);
}

/** 400. ES: `Setting.parseInt`. */
export function settingTooLarge(key: string, value: string, maximum: number): ElasticsearchError {
  return illegalArgument(`Failed to parse value [${value}] for setting [${key}] must be <= ${maximum}`);
}

/** 400. ES: `AutoExpandReplicas.parse`. */
export function replicaRangeUnreadable(key: string, value: string, at: number): ElasticsearchError {
  return illegalArgument(`failed to parse [${key}] from value: [${value}] at index ${at}`);
}

/** 400. ES: `AutoExpandReplicas`. */
export function replicaRangeUpsideDown(key: string, minimum: string, maximum: string): ElasticsearchError {
  return illegalArgument(`[${key}] minReplicas must be =< maxReplicas but wasn't ${minimum} > ${maximum}`);
}

/** 400. ES: `MetadataCreateIndexService.applyCreateIndexRequestWithV2Template`. */
export function dataStreamOnly(name: string, template: string): ElasticsearchError {
  return illegalArgument(
    `cannot create index with name [${name}], because it matches with template [${template}] that creates data ` +
      'streams only, use create data stream api instead',
  );
}

/** 400. ES: `Setting.get`, which wraps what its parser throws. */
export function settingUnreadable(
  key: string,
  value: string,
  cause?: ElasticsearchError,
): ElasticsearchError {
  return illegalArgument(`Failed to parse value [${value}] for setting [${key}]`, cause);
}

/** Source: rest-layer B.13; ES: `MetadataUpdateSettingsService`. */
export function settingsNotDynamic(
  keys: readonly string[],
  indices: readonly { readonly name: string; readonly uuid: string }[],
): ElasticsearchError {
  const open = indices.map(({ name, uuid }) => `[${name}/${uuid}]`).join(', ');
  return illegalArgument(
    `Can't update non dynamic settings [[${keys.join(', ')}]] for open indices [${open}]`,
  );
}

/** 400. ES: `AbstractScopedSettings.updateSettings`. */
export function settingFinal(key: string): ElasticsearchError {
  return illegalArgument(`final ${key.split('.')[0] ?? ''} setting [${key}], not updateable`);
}

/** 400. ES: `UpdateSettingsRequest.fromXContent`. */
export function mixedSettings(): ElasticsearchError {
  return parseException('mix of settings map and top-level properties');
}

/** 400. ES: `DestructiveOperations`. Source: rest-layer B.13. */
export function destructiveWildcard(): ElasticsearchError {
  return illegalArgument('Wildcard expressions or all indices are not allowed');
}

/** 400. ES: `ActiveShardCount.parseString`. */
export function badActiveShardCount(value: string): ElasticsearchError {
  return illegalArgument(`cannot parse ActiveShardCount[${value}]`);
}

/** 400. ES: `CreateIndexClusterStateUpdateRequest` through `MetadataCreateIndexService`. */
export function tooManyActiveShards(count: number, copies: number): ElasticsearchError {
  return illegalArgument(
    `invalid wait_for_active_shards[${count}]: cannot be greater than number of shard copies [${copies}]`,
  );
}

/** 400. ES: `GetIndexRequest.Feature.fromName`. */
export function unknownIndexFeature(name: string): ElasticsearchError {
  return illegalArgument(`No feature for name [${name}]`);
}

/** 400 of `_stats/{metric}` with metrics that do not exist. ES: `BaseRestHandler.unrecognized`. */
export function unknownMetrics(
  path: string,
  metrics: readonly { readonly name: string; readonly suggestions: readonly string[] }[],
): ElasticsearchError {
  const listed = metrics.map(({ name, suggestions }) => {
    if (suggestions.length === 0) return `[${name}]`;
    return `[${name}] -> did you mean ${suggestions.length > 1 ? 'any of ' : ''}[${suggestions.join(', ')}]?`;
  });
  const noun = metrics.length > 1 ? 'metrics' : 'metric';
  return illegalArgument(`request [${path}] contains unrecognized ${noun}: ${listed.join(', ')}`);
}
