import {
  createIndexKeyNotAnObject,
  tooManyActiveShards,
  typedMapping,
  unknownCreateIndexKey,
} from '../../errors/index-errors.js';
import { createIndex, type IndexBody } from '../../protocol/indices/create-index.js';
import { endpoint, ok, type BodySpec } from '../../rest/endpoint.js';
import type { Index } from '../../store/store-index.js';
import { isJsonObject, type JsonObject } from '../../xcontent/json.js';
import { activeShards, timeouts } from './common-parameters.js';
import { optionalMap } from './map-body.js';

/** ES: `RestCreateIndexAction`, `CreateIndexRequest.source`. */
const createIndexBody: BodySpec<IndexBody> = {
  isRequired: false,
  parse: (text) => readCreateIndexBody(optionalMap.parse(text) ?? {}),
};

function readCreateIndexBody(body: JsonObject): IndexBody {
  const parts: { -readonly [K in keyof IndexBody]: IndexBody[K] } = {};
  for (const [key, value] of Object.entries(body)) {
    if (key !== 'settings' && key !== 'mappings' && key !== 'aliases') throw unknownCreateIndexKey(key);
    if (value === null) continue;
    if (!isJsonObject(value)) throw createIndexKeyNotAnObject(key);
    parts[key] = value;
  }
  if (parts.mappings && Object.hasOwn(parts.mappings, '_doc')) throw typedMapping('_doc');
  return parts;
}

/** Source: rest-layer B.13. */
export const indicesCreate = endpoint({
  api: 'indices.create',
  routes: ['PUT /{index}'],
  params: { wait_for_active_shards: activeShards(), ...timeouts },
  body: createIndexBody,
  handle: ({ path, params, body, store }) => {
    const index = createIndex(store, path.index, body);
    return ok({
      acknowledged: true,
      shards_acknowledged: areActive(index, params.wait_for_active_shards),
      index: index.name,
    });
  },
});

/** The one node holds the primaries; replicas never become active. */
function areActive(index: Index, awaited: number | 'all' | 'index-setting' | undefined): boolean {
  const replicas = Number(index.metadata.settings['number_of_replicas'] ?? '1');
  if (awaited === 'all') return replicas === 0;
  if (typeof awaited !== 'number') return true;
  if (awaited > replicas + 1) throw tooManyActiveShards(awaited, replicas + 1);
  return awaited <= 1;
}
