import type { SourceFilter } from '../../search/source-filter.js';
import { isJsonObject, type JsonValue } from '../../xcontent/json.js';
import type { VersionType, WriteOperation } from './write-operation.js';

export type Action = WriteOperation['action'];

/** What holds for items of a bulk that say nothing else. */
export interface BulkDefaults {
  readonly index: string | undefined;
  readonly routing: string | undefined;
  readonly pipeline: string | undefined;
  readonly source: SourceFilter | undefined;
  readonly isAliasRequired: boolean;
  readonly isDataStreamRequired: boolean;
  readonly listsExecutedPipelines: boolean;
  /** Elasticsearch 8 does not look at what follows an action. */
  readonly isLenient: boolean;
}

/** An action line, read. */
export interface BulkAction {
  action: Action;
  /** `create` by `op_type` on an `index` action. */
  index: string | undefined;
  id: string | undefined;
  routing: string | undefined;
  version: number | undefined;
  versionType: VersionType;
  ifSeqNo: number | undefined;
  ifPrimaryTerm: number;
  retryOnConflict: number;
  pipeline: string | undefined;
  source: SourceFilter | undefined;
  isAliasRequired: boolean;
  isDataStreamRequired: boolean;
  listsExecutedPipelines: boolean;
  dynamicTemplates: Readonly<Record<string, string>> | undefined;
}

export function isAction(name: string): name is Action {
  return name === 'index' || name === 'update' || name === 'delete' || name === 'create';
}

export function emptyAction(action: Action, defaults: BulkDefaults): BulkAction {
  return {
    action,
    index: defaults.index,
    id: undefined,
    routing: defaults.routing,
    version: undefined,
    versionType: 'internal',
    ifSeqNo: undefined,
    ifPrimaryTerm: 0,
    retryOnConflict: 0,
    pipeline: defaults.pipeline,
    source: defaults.source,
    isAliasRequired: defaults.isAliasRequired,
    isDataStreamRequired: defaults.isDataStreamRequired,
    listsExecutedPipelines: defaults.listsExecutedPipelines,
    dynamicTemplates: undefined,
  };
}

/**
 * The quick reading of an action line that names nothing but places; undefined for every other line, which then is
 * read token by token.
 */
export function plainAction(value: JsonValue, defaults: BulkDefaults): BulkAction | undefined {
  let found: BulkAction | undefined;
  const line = value as Readonly<Record<string, JsonValue>>;
  for (const name in line) {
    const meta = line[name];
    if (found !== undefined || !isAction(name) || !isJsonObject(meta)) return undefined;
    found = emptyAction(name, defaults);
    for (const key in meta) {
      const member = meta[key];
      if (typeof member !== 'string') return undefined;
      if (key === '_index') found.index = member;
      else if (key === '_id') found.id = member;
      else if (key === 'routing') found.routing = member === '' ? undefined : member;
      else if (key === 'pipeline') found.pipeline = member;
      else return undefined;
    }
  }
  return found;
}
